package org.lamplight.app.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.access.Accounts;
import org.lamplight.access.Doer;
import org.lamplight.access.Grant;
import org.lamplight.access.TokenRequest;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.DatabaseRoles;
import org.lamplight.db.PrivatePostgis;
import org.lamplight.demo.DemoFiles;
import org.lamplight.demo.MillionRowCity;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Role;

/** A home of its own with the million-row city, kept between runs. */
final class BenchWorld implements AutoCloseable {

  private static final String CITY = "los-angeles";
  private static final String ANALYST = "bench";
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private final Path home;
  private final PrivatePostgis postgis;
  private final Report report;
  private final FileChannel lock;

  private BenchWorld(Path home, PrivatePostgis postgis, Report report, FileChannel lock) {
    this.lock = lock;
    this.home = home;
    this.postgis = postgis;
    this.report = report;
  }

  /** Takes the home; CONFLICT when another benchmark works in it, whose database this one would drop. */
  static BenchWorld open(Path home, Report report) throws IOException {
    Files.createDirectories(home);
    FileChannel channel = FileChannel.open(
        home.resolve("bench.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new Fault(Fault.Kind.CONFLICT, "bench: another benchmark runs in " + home);
    }
    return new BenchWorld(home, PrivatePostgis.open(PrivatePostgis.folder(home)), report, channel);
  }

  DatabaseAddress address() {
    return postgis.address();
  }

  Database database() {
    return Database.open(address(), "bench", 2, 0);
  }

  /** Settings of a child that works in this home; none of this process's own reach it. */
  Map<String, String> settings() {
    return settings(home);
  }

  static Map<String, String> settings(Path home) {
    return Map.of(
        "LAMPLIGHT_HOME",
        home.toString(),
        "DATABASE_URL",
        "",
        "HOST",
        "127.0.0.1",
        "PUBLIC_URL",
        "",
        "PUBLIC_REQUESTS_PER_SECOND",
        "100000",
        "PUBLIC_REQUEST_BURST",
        "1000000");
  }

  /** The file of a million rows in the LAPD's layout. */
  Path file() throws IOException {
    Path file = home.resolve("million.csv");
    if (!Files.exists(file)) {
      report.say("  writing the million-row city ...");
      Path next = home.resolve("million.next.csv");
      long rows = MillionRowCity.write(next, published(), DemoFiles.SEED, 1);
      Files.move(next, file);
      report.say("  %,d rows, %,d MB", rows, Files.size(file) >> 20);
    }
    return file;
  }

  /** The LAPD's published counts and samples, where they lie beside the project. */
  private static Optional<Path> published() {
    String root = System.getenv().getOrDefault("LAMPLIGHT_ROOT", ".");
    for (Path up = Path.of(root).toAbsolutePath(); up != null; up = up.getParent()) {
      Path data = up.resolve("shared/data");
      if (Files.exists(data.resolve("lapd_monthly_counts_2020_2024.csv.gz"))) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }

  /** An empty Los Angeles with its areas. */
  void clear() throws IOException {
    BenchStore.recreate(address(), "lamplight");
    Path folder = Files.createTempDirectory("lamplight-bench");
    for (DemoFiles.DemoFile file : DemoFiles.write(CITY, folder, DemoFiles.SEED, 1)) {
      if (file.kind() == DemoFiles.Kind.AREAS) {
        run(
            List.of(),
            "import",
            CITY,
            "areas",
            file.path().toString(),
            "--set",
            String.valueOf(file.areaSet()));
      }
      Files.delete(file.path());
    }
    Files.delete(folder);
  }

  /** Imports the million rows in a process with 512 MB of heap, started as the launcher starts it. */
  LamplightProcess load() throws IOException {
    List<String> options = new ArrayList<>(StartBench.archive());
    options.add("-Xmx512m");
    return run(options, "import", CITY, "incidents", file().toString(), "--json");
  }

  /** Publishes the next release in a process with 1 GB of heap. */
  LamplightProcess publish() {
    return run(List.of("-Xmx1g"), "publish", CITY, "--yes", "--as", "bench");
  }

  private LamplightProcess run(List<String> options, String... command) {
    LamplightProcess child = LamplightProcess.start(settings(), options, command);
    int exit = child.await(PATIENCE);
    if (exit != 0) {
      throw new Fault(
          Fault.Kind.BUSY,
          String.join(" ", Arrays.asList(command)) + " ended with " + exit + ": " + child.output());
    }
    return child;
  }

  /** Loads the million rows unless they are there. */
  void ensureLoaded() throws IOException {
    boolean there = loaded();
    if (!there) {
      report.say("  loading the million-row city ...");
      clear();
      load();
      try (Database database = database()) {
        new BenchStore(database).settle();
      }
    }
  }

  /** A token of an analyst for a day, who alone sees incidents. */
  String analystsToken() {
    try (Database database = database()) {
      Accounts accounts = Accounts.of(database);
      Doer by = Doer.atCommandLine();
      if (!accounts.exists(ANALYST)) {
        Set<Role> analyst = Set.of(Role.ANALYST);
        accounts.invite(ANALYST, new Grant(Account.EVERY_CITY, analyst, true), by);
      }
      return accounts.token(ANALYST, new TokenRequest("bench", "benchmark", 1), by);
    }
  }

  /** Whether the million rows are there, in the present schema. */
  private boolean loaded() {
    try (Database database = database()) {
      DatabaseRoles.provide(address(), Map.of());
      Database.migrate(address());
      return new BenchStore(database).incidents() > 900_000;
    } catch (Fault e) {
      report.say("  %s", e.sentence());
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    postgis.close();
    lock.close();
  }
}
