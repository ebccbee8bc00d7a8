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
  private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

  private final CityStore versions;
  private final ProgramStore programs;
  private final SiteStore sites;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * What is kept of a city.
   *
   * @param version of the city's layers; a page that shows the sites changes with it
   * @param seenAt when the database was last looked at, by {@link System#nanoTime}
   */
  public record Kept(long version, ProgramSites sites, long seenAt) {}

  /** Reads with the public's role: nothing that is not published. */
  public KeptSites(CityStore versions, ProgramStore programs, SiteStore sites) {
    this.versions = versions;
    this.programs = programs;
    this.sites = sites;
  }

  /** The city's programs and sites, as they were within the last second. */
  public Kept of(City city) {
    Kept known = kept.get(city.slug());
    long now = System.nanoTime();
    if (known != null && now - known.seenAt() < LOOK_AGAIN_NANOS) {
      return known;
    }
    long version = versions.layerVersion(city);
    Kept fresh = known != null && known.version() == version
        ? new Kept(version, known.sites(), now)
        : new Kept(version, load(city), now);
    kept.put(city.slug(), fresh);
    return fresh;
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
