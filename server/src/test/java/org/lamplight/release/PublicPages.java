package org.lamplight.release;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.CityStore;
import org.lamplight.city.Text;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;
import org.lamplight.http.StaticFiles;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.SiteScope;
import org.lamplight.program.SiteStore;
import org.lamplight.release.page.KeptSites;
import org.lamplight.release.page.Visit;

/**
 * The public's pages over a made-up release as large as a big city's: {@link #NEIGHBORHOODS} neighborhoods with winding outlines in
 * seven districts, five years, six groups. Small counts are hidden; nothing is audited, as nothing here is anybody's.
 */
public final class PublicPages implements AutoCloseable {

  public static final int NEIGHBORHOODS = 114;
  public static final int YEARS = 5;

  private static final int DISTRICTS = 7;
  private static final int CORNERS = 60;
  private static final List<String> GROUPS =
      List.of("homicide", "violent", "burglary", "vehicle", "theft", "other");
  private static final YearMonth FIRST = YearMonth.of(2020, 1);

  private final TestCity city = new TestCity(0, 0);
  private final Random random = new Random(11);
  private final Releases releases;
  private final Server server;
  private final List<String[]> areas = new ArrayList<>();

  public PublicPages() {
    city.owner.jdbi().useTransaction(handle -> {
      release(handle);
      areas(handle);
      cells(handle);
      programs(handle);
    });
    Cities cities = new Cities(List.of(city.city));
    releases = new Releases(new ReleaseStore(city.everybody), cities.all());
    releases.keepFresh();
    KeptSites sites = new KeptSites(
        new CityStore(city.everybody),
        new ProgramStore(city.everybody, SiteScope.PUBLISHED),
        new SiteStore(city.everybody, SiteScope.PUBLISHED));
    StaticFiles files = new StaticFiles();
    PageRoutes pages = new PageRoutes(new PageRoutes.Sources(
        cities, releases, sites, new Visit.Place("mailto:numbers@city.example", null), files));
    List<Route> routes = new ArrayList<>(pages.over(new ReleaseRoutes(cities, releases).routes()));
    routes.addAll(files.routes());
    server = Server.start(ServerSettings.local(DatabaseFaults::of), routes);
  }

  /** Address of the server, without a slash at its end. */
  public String address() {
    return "http://localhost:" + server.port();
  }

  /** The release that the pages show. */
  public Published release() {
    return releases.get(city.city);
  }

  private void release(Handle handle) {
    List<Unit> units = List.of(
        new Unit(
            "neighborhoods", Unit.Level.NEIGHBORHOOD, new Text("Neighborhoods", "Vecindarios")),
        new Unit("districts", Unit.Level.DISTRICT, new Text("Districts", "Distritos")),
        new Unit(Unit.CITY, Unit.Level.CITY, new Text("City", "Ciudad")));
    Facts facts = new Facts(
        new Text("Testville", "Testville"),
        new Text("Police of Testville", "Policía de Testville"),
        List.of(new Text("A gap.", "Un hueco.")),
        units,
        FIRST.toString(),
        FIRST.plusMonths(YEARS * 12L - 1).toString(),
        Facts.Rules.PRESENT,
        city.city.profile().officialTotals(),
        2);
    handle.execute(
        "insert into release (city, number, made_at, made_by, synthetic, facts) values (?, 1, '2025-02-01Z', 'test', true, ?)",
        city.city.id(),
        facts.json());
    for (String group : GROUPS) {
      handle.execute(
          "insert into release_group (city, release, id, place, title_en, title_es, exact) values (?, 1, ?, ?, ?, ?, ?)",
          city.city.id(),
          group,
          GROUPS.indexOf(group),
          group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1),
          group + " (es)",
          group.equals("homicide"));
    }
  }

  private void areas(Handle handle) {
    for (int i = 0; i < NEIGHBORHOODS; i++) {
      String slug = "hood-%03d".formatted(i);
      String name = i == 3 ? "<script>document.title='ran'</script>" : "Hood %03d é".formatted(i);
      area(
          handle, new String[] {"neighborhoods", slug, name, "d" + i % DISTRICTS}, i != 7, ring(i));
    }
    for (int d = 0; d < DISTRICTS; d++) {
      area(handle, new String[] {"districts", "d" + d, "District " + d, null}, true, ring(d));
    }
    area(handle, new String[] {"districts", "without-place", "Without a place", null}, true, null);
    area(handle, new String[] {"city", "testville", "Testville", null}, true, ring(0));
  }

  private void area(Handle handle, String[] names, boolean listed, @Nullable String outline) {
    if (listed) {
      areas.add(names);
    }
    handle
        .createUpdate(
            "insert into release_area (city, release, unit, slug, place, name, population, district, listed, outline)"
                + " values (:city, 1, :unit, :slug, :place, :name, :population, :district, :listed, :outline)")
        .bind("city", city.city.id())
        .bind("unit", names[0])
        .bind("slug", names[1])
        .bind("place", areas.size() * 2 + (listed ? 0 : 1))
        .bind("name", names[2])
        .bind("population", outline == null ? null : listed ? (Integer) 20_000 : (Integer) 900)
        .bind("district", names[3])
        .bind("listed", listed)
        .bind("outline", outline)
        .execute();
  }

  /** A winding ring around the i-th place of a grid of twelve columns. */
  private String ring(int i) {
    double lon = -118.6 + 0.04 * (i % 12);
    double lat = 33.8 + 0.04 * Math.floorDiv(i, 12);
    List<String> corners = new ArrayList<>();
    for (int c = 0; c < CORNERS; c++) {
      double turn = 2 * Math.PI * c / CORNERS;
      double far = 0.016 + 0.003 * random.nextDouble();
      corners.add("[%.5f,%.5f]".formatted(lon + far * Math.cos(turn), lat + far * Math.sin(turn)));
    }
    corners.add(corners.get(0));
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[[[" + String.join(",", corners) + "]]]}";
  }

  private void cells(Handle handle) {
    Periods periods = new Periods(FIRST, FIRST.plusMonths(YEARS * 12L - 1));
    PreparedBatch batch = handle.prepareBatch(
        "insert into release_cell (city, release, grp, unit, area, period, count) values (?, 1, ?, ?, ?, ?, ?)");
    for (String group : GROUPS) {
      for (String[] area : areas) {
        Map<Period, Integer> counts = new HashMap<>();
        int level = random.nextInt(40) * (area[0].equals("neighborhoods") ? 1 : 10);
        for (Period month : periods.of(Grain.MONTH)) {
          int count = level == 0 ? 0 : random.nextInt(level + 1);
          for (Grain grain : Grain.values()) {
            counts.merge(month.in(grain), count, Integer::sum);
          }
        }
        counts.forEach((period, count) -> {
          boolean hidden = count > 0 && count < 10 && !group.equals("homicide");
          batch.add(city.city.id(), group, area[0], area[1], period.id(), hidden ? null : count);
        });
      }
    }
    for (Period quarter : periods.of(Grain.QUARTER)) {
      handle.execute(
          "insert into release_line (city, release, line, period, count) values (?, 1, 'sensitive', ?, 120), (?, 1, 'police-generated', ?, null)",
          city.city.id(),
          quarter.id(),
          city.city.id(),
          quarter.id());
    }
    batch.execute();
  }

  /** A site that opens each evening and another that does on no day; the third has no place. */
  private void programs(Handle handle) {
    handle.execute(
        "insert into program (city, slug, name, name_es, sign) values (?, 'lights', 'Lights <b>', 'Luces', 'sun')",
        city.city.id());
    handle.execute("""
        insert into site (city, program, slug, name, status, listed_years, weekdays, hours_from, hours_until, flags, geom,
                          geom_metric, first_run, last_run)
        select ?, 'lights', v.slug, v.name, v.status, '{}', v.days, v.from, v.until, '{}', v.geom, ST_Transform(v.geom, 26911), 1, 1
        from (values
          ('lights-a', 'Park A', 'active', '{1,2,3,4,5,6,7}'::smallint[], time '00:00', time '23:59',
           ST_SetSRID(ST_MakePoint(-118.6, 33.8), 4326)),
          ('lights-b', 'Park B', 'ended', '{1}', time '19:00', time '23:00', ST_SetSRID(ST_MakePoint(-118.5, 33.9), 4326)),
          ('lights-c', '<img src=x onerror=alert(1)>', 'unknown', null, null, null, null)
        ) v (slug, name, status, days, "from", until, geom)
        """, city.city.id());
  }

  @Override
  public void close() {
    server.close();
    releases.close();
    city.close();
  }
}
