package org.lamplight.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.city.City;
import org.lamplight.city.CityProfiles;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Snapshot;

/** The benchmarks of the snapshot and of what is answered from it, on a million incidents and on ten. */
final class ExploreRun {

  private static final String CITY = "los-angeles";
  private static final long POLL_MILLIS = 2;
  private final Report report;
  private final Path folder;

  ExploreRun(Report report, Path home) {
    this.report = report;
    this.folder = home.resolve("explore-snapshots");
  }

  /** Ten times as large, before anything holds the database that it is copied from. */
  void large(DatabaseAddress million) throws Exception {
    DatabaseAddress address = ExploreScaleStore.ensure(million, report);
    try (Database database = Database.open(address, "bench", 3, 0)) {
      City city = city(database);
      Incidents.Loaded data = snapshot(database, city, "ten million", "at most 60 s");
      ExploreBench bench = new ExploreBench(data, report, "ten million");
      bench.answers("median at most 80 ms");
      bench.tiles("");
    }
  }

  /** The million-row city, against other ways. */
  Incidents.Loaded million(Database database) throws Exception {
    City city = city(database);
    Incidents.Loaded data = snapshot(database, city, "a million", "");
    ExploreBench bench = new ExploreBench(data, report, "a million");
    bench.answers("median at most 10 ms");
    bench.tiles("median at most 5 ms");
    try (ExploreRivalStore postgres = ExploreRivalStore.postgres(database, data)) {
      bench.against(
          "the best single SQL statement", postgres, ExploreDialect.POSTGRES, "at least 50 x");
    }
    Optional<ExploreRivalStore> duck = ExploreRivalStore.duckDb(data);
    if (duck.isEmpty()) {
      report.say("  DuckDB is left out: its jar is not there (DUCKDB_JAR)");
    } else {
      try (ExploreRivalStore rival = duck.get()) {
        bench.against(
            "DuckDB in the same process",
            rival,
            ExploreDialect.DUCKDB,
            "above 2 x, or it takes the snapshot's place");
      }
    }
    return data;
  }

  private static City city(Database database) {
    return new CityStore(database)
        .registerAll(CityProfiles.load(null)).stream()
            .filter(city -> city.slug().equals(CITY))
            .findFirst()
            .orElseThrow();
  }

  /** Builds the snapshot from the database, then takes it from its file. */
  private Incidents.Loaded snapshot(Database database, City city, String size, String goal)
      throws Exception {
    Files.createDirectories(folder);
    Path file = folder.resolve(CITY + ".snapshot");
    Files.deleteIfExists(file);
    double built = seconds(database, city);
    long bytes = Files.size(file);
    double mapped = seconds(database, city);
    Incidents incidents = open(database);
    incidents.refresh(city);
    Incidents.Loaded data = incidents.latest(city);
    Snapshot snapshot = data.index().orElseThrow();
    report.row(
        "snapshot of " + size + " (" + String.format(Locale.ROOT, "%,d", snapshot.size())
            + " incidents, " + snapshot.areaSets().size() + " area sets), built from the database",
        String.format(Locale.ROOT, "%.1f s", built),
        goal);
    report.row(
        "the same taken from its file at a start",
        String.format(Locale.ROOT, "%.2f s (%,d MB)", mapped, bytes >> 20),
        "at most 2 s for ten million");
    report.row(
        "bytes of memory for an incident, columns of map hexagons included",
        String.format(Locale.ROOT, "%.1f", snapshot.bytes() / (double) snapshot.size()),
        "at most 60");
    return data;
  }

  private Incidents open(Database database) {
    return new Incidents(
        new IncidentStore(database), new CityStore(database), new AreaNamesStore(database), folder);
  }

  /** Seconds until a new process would answer from it. */
  private double seconds(Database database, City city) throws Exception {
    Incidents incidents = open(database);
    long began = System.nanoTime();
    Thread making = new Thread(() -> incidents.refresh(city));
    making.start();
    while (making.isAlive() && incidents.latest(city).index().isEmpty()) {
      Thread.sleep(POLL_MILLIS);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    making.join();
    return seconds;
  }
}
