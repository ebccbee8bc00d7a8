package org.lamplight.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.fault.Fault;
import org.lamplight.ingest.ImportKind;
import org.lamplight.ingest.ImportReport;
import org.lamplight.ingest.ImportRequest;
import org.lamplight.ingest.Importer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a city's files, each of them wholly or not at all. */
@Command(
    name = "import",
    description = {
      "Load files: import CITY KIND FILE...",
      "Take an import of incidents back: import undo RUN",
      "Programs are of kind sites too: give programs.csv before sites.csv."
    },
    footer = {
      "",
      "Exit codes: 0 loaded or already loaded, 2 wrong use or wrong file, 3 refused (too many bad rows), 4 database."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  /** Too many bad rows. */
  static final int REFUSED = 3;

  private static final PrintStream OUT = System.out;

  @Parameters(index = "0", paramLabel = "CITY", description = "Such as los-angeles; or undo.")
  String city = "";

  @Parameters(
      index = "1",
      paramLabel = "KIND",
      description = "incidents, areas, population or sites; after undo the number of the import.")
  String kind = "";

  @Parameters(
      index = "2..*",
      paramLabel = "FILE",
      description = "CSV or GeoJSON, as it is or in a .gz or .zip; - is standard input.")
  List<String> files = List.of();

  @Option(
      names = "--set",
      paramLabel = "SET",
      description =
          "Area set that the file holds, such as neighborhoods; with population the one to fill.")
  @Nullable
  String set;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write each flagged and rejected row to this CSV file.")
  @Nullable
  Path report;

  @Option(names = "--json", description = "Print the totals as one last line of JSON.")
  boolean json;

  @Option(
      names = "--max-rejected",
      paramLabel = "SHARE",
      description = "Load nothing when more rows are bad (default ${DEFAULT-VALUE}).",
      defaultValue = "0.2")
  double maxRejected;

  @Override
  public Integer call() {
    try (Installation installation = Installation.open(Main.settings());
        Database database = installation.addresses().open(DatabaseRole.IMPORT, 1, 0)) {
      Cities cities = installation.cities();
      List<CityProfile> profiles = cities.all().stream().map(City::profile).toList();
      Importer importer = new Importer(database, profiles, Clock.systemUTC());
      return city.equals("undo") ? undo(importer, cities) : load(importer, cities.get(city));
    }
  }

  private int undo(Importer importer, Cities cities) {
    Fault.require(
        kind.matches("\\d{1,9}") && files.isEmpty(), "import undo: give the number of one import");
    Importer.Undone undone = importer.undo(cities, Integer.parseInt(kind));
    OUT.println("Import " + kind + " was taken back: " + undone.removed() + " incidents removed, "
        + undone.restored() + " as they were before.");
    return 0;
  }

  private int load(Importer importer, City into) {
    ImportKind of = ImportKind.parse(kind);
    Fault.require(!files.isEmpty(), "import: give at least one file");
    Fault.require(
        report == null || files.size() == 1, "report: give one file at a time with --report");
    ImportReport sum = ImportReport.empty();
    for (String file : files) {
      ImportReport result = importer.run(
          new ImportRequest(
              into, of, file, set, report, maxRejected, System.getProperty("user.name"), false),
          new ImportProgress(System.err, file));
      print(file, result);
      sum = sum.plus(result);
      if (result.refused() != null) {
        break;
      }
    }
    if (json) {
      OUT.println(sum.json());
    }
    return sum.refused() == null ? 0 : REFUSED;
  }

  private static void print(String file, ImportReport result) {
    if (result.refused() != null) {
      OUT.println(file + ": refused: " + result.refused());
    } else if (result.sameAs() != null) {
      OUT.println(file + ": already loaded as import " + result.sameAs() + "; nothing changed");
    } else {
      OUT.println(file + ": loaded as import " + result.run());
    }
    OUT.printf("  read      %,12d%n", result.read());
    OUT.printf("  accepted  %,12d%n", result.accepted());
    OUT.printf("  flagged   %,12d%n", result.flagged());
    OUT.printf("  rejected  %,12d%n", result.rejected());
    OUT.printf(
        "  new %,d, updated %,d, unchanged %,d%n",
        result.inserted(), result.updated(), result.unchanged());
    new TreeMap<>(result.reasons())
        .forEach((reason, rows) -> OUT.printf("    %-28s %,10d%n", reason, rows));
  }
}
