package org.lamplight.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lamplight.access.AuditTrail;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.demo.DemoFiles;
import org.lamplight.fault.Fault;
import org.lamplight.ingest.ImportKind;
import org.lamplight.ingest.ImportReport;
import org.lamplight.ingest.ImportRequest;
import org.lamplight.ingest.Importer;
import org.lamplight.ingest.Progress;
import org.lamplight.release.Publishing;
import org.lamplight.release.ReleaseStore;

/** Loads the demo cities through the ordinary import: public facts, and synthetic incidents. */
final class DemoCities {

  /** The demo cities and how many incidents each gets. */
  static final Map<String, Integer> ROWS =
      Map.of("los-angeles", DemoFiles.LOS_ANGELES_ROWS, "atlanta", DemoFiles.ATLANTA_ROWS);

  private final Cities cities;
  private final Importer importer;
  private final HoldingsStore holdings;
  private final PrintStream out;

  private DemoCities(Cities cities, Database database, PrintStream out) {
    this.cities = cities;
    this.importer = new Importer(
        database, cities.all().stream().map(City::profile).toList(), Clock.systemUTC());
    this.holdings = new HoldingsStore(database);
    this.out = out;
  }

  /** Loads each demo city that is served and holds no incidents; incidents come last, so that a load that was cut short is done again. */
  static void load(Installation installation, Map<String, Integer> rows, PrintStream out) {
    try (Database database = installation.addresses().open(DatabaseRole.IMPORT, 2, 0)) {
      DemoCities demo = new DemoCities(installation.cities(), database, out);
      demo.holdings.list().stream()
          .filter(city -> rows.containsKey(city.slug()) && city.incidents() == 0)
          .forEach(city -> demo.load(city.slug(), rows.getOrDefault(city.slug(), 0)));
    }
  }

  /** Publishes the first release of each demo city that is served and has none. */
  static void publish(Installation installation, Set<String> slugs, PrintStream out) {
    try (Database database = installation.addresses().open(DatabaseRole.IMPORT, 2, 0)) {
      Publishing publishing = new Publishing(database, new AuditTrail(database), Clock.systemUTC());
      for (City city : installation.cities().all()) {
        if (slugs.contains(city.slug()) && new ReleaseStore(database).list(city).isEmpty()) {
          out.println(city.profile().name().en() + ": building the first public release");
          publish(publishing, city, out);
        }
      }
    }
  }

  /** The demo serves all the same when a city cannot be published; its page then says that there are no numbers. */
  private static void publish(Publishing publishing, City city, PrintStream out) {
    try {
      publishing
          .build(city, new PublishProgress(System.err))
          .ifPresent(ready -> PublishCommand.publish(publishing, ready, "demo"));
    } catch (Fault e) {
      out.println(city.profile().name().en() + ": no public release: " + e.sentence());
    }
  }

  private void load(String slug, int rows) {
    try {
      Path folder = Files.createTempDirectory("lamplight-demo");
      try {
        for (DemoFiles.DemoFile file : DemoFiles.write(slug, folder, DemoFiles.SEED, rows)) {
          load(cities.get(slug), file);
        }
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(City city, DemoFiles.DemoFile file) {
    long began = System.nanoTime();
    ImportReport report = importer.run(
        ImportRequest.of(city, kind(file.kind()), file.path().toString())
            .withAreaSet(file.areaSet()),
        Progress.NONE);
    if (report.refused() != null) {
      throw Fault.invalid(file.path().getFileName() + ": " + report.refused());
    }
    out.printf(
        "%s: %s, %,d rows in %.1f s%n",
        city.profile().name().en(),
        file.areaSet() == null ? file.kind().name().toLowerCase(Locale.ROOT) : file.areaSet(),
        report.read(),
        (System.nanoTime() - began) / 1e9);
  }

  private static ImportKind kind(DemoFiles.Kind kind) {
    return switch (kind) {
      case AREAS -> ImportKind.AREAS;
      // A file of programs is told from one of sites by its columns.
      case PROGRAMS, SITES -> ImportKind.SITES;
      case INCIDENTS -> ImportKind.INCIDENTS;
    };
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
