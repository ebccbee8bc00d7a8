package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.filter.Condition;
import org.lamplight.program.Program;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.Site;
import org.lamplight.program.SiteStore;

/** Programs and published sites of each city in memory, read again when the city's layers change. */
public final class KeptSites {

  private static final int WGS84 = 4326;
  private static final int MOST = 100_000;

  private final CityStore versions;
  private final ProgramStore programs;
  private final SiteStore sites;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(long version, ProgramSites sites) {}

  /** Reads with the public's role: nothing that is not published. */
  public KeptSites(CityStore versions, ProgramStore programs, SiteStore sites) {
    this.versions = versions;
    this.programs = programs;
    this.sites = sites;
  }

  /** The city's programs and sites as they are now. */
  public ProgramSites of(City city) {
    long version = versions.layerVersion(city);
    Kept known = kept.get(city.slug());
    if (known == null || known.version() != version) {
      known = new Kept(version, load(city));
      kept.put(city.slug(), known);
    }
    return known.sites();
  }

  private ProgramSites load(City city) {
    SiteStore.Page everything = new SiteStore.Page(Condition.always(), "", MOST, WGS84);
    List<Program> allPrograms = new ArrayList<>();
    programs.page(city, everything, allPrograms::add);
    List<Site> allSites = new ArrayList<>();
    sites.page(city, everything, allSites::add);
    return ProgramSites.of(allPrograms, allSites);
  }
}
