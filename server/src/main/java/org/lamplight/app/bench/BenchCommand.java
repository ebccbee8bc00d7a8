package org.lamplight.app.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.lamplight.config.Settings;
import org.lamplight.db.Database;
import org.lamplight.fault.Fault;
import org.lamplight.incident.Incidents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks and prints their ratios. */
@Command(
    name = "bench",
    description = "Run the benchmarks on a million-row city and print their ratios.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  private static final List<String> ALL = List.of(
      "import",
      "items",
      "stream",
      "explore",
      "browser",
      "publish",
      "release",
      "start",
      "areas",
      "patterns");

  @Parameters(
      paramLabel = "NAME",
      description =
          "import, items, stream, explore, browser, publish, release, start, areas, patterns; all without a name.")
  List<String> names = List.of();

  @Option(names = "--runs", description = "Runs of which the median counts (default 3).")
  int runs = 3;

  @Override
  public Integer call() throws Exception {
    Fault.require(ALL.containsAll(names), "bench: the names are " + String.join(", ", ALL));
    Fault.require(runs >= 1, "bench: --runs must be at least 1");
    Set<String> chosen = new TreeSet<>(names.isEmpty() ? ALL : names);
    Path home = Settings.read(System.getenv()).home().resolve("bench");
    Report report = new Report(System.out);
    if (chosen.remove("areas")) {
      new AreaStatisticsBench(report, runs).run();
    }
    if (chosen.remove("patterns")) {
      new PatternsBench(report, runs).run();
    }
    if (!chosen.isEmpty()) {
      city(home, report, chosen);
    }
    if (names.isEmpty()) {
      report.keep(Path.of(System.getenv().getOrDefault("LAMPLIGHT_ROOT", "."), "bench/results.md"));
    }
    return 0;
  }

  /** Those that need the million-row city. */
  private void city(Path home, Report report, Set<String> chosen) throws Exception {
    String token;
    try (BenchWorld world = BenchWorld.open(home, report)) {
      if (chosen.contains("import")) {
        new ImportBench(world, report, runs).run();
      }
      world.ensureLoaded();
      if (chosen.contains("explore")) {
        new ExploreRun(report, home).large(world.address());
      }
      token = world.analystsToken();
      if (chosen.contains("items") || chosen.contains("stream")) {
        pages(world, token, report, chosen);
      }
      if (chosen.contains("explore")) {
        explore(world, token, report, home);
      }
      if (chosen.contains("browser")) {
        browser(world, token, report);
      }
      if (chosen.contains("publish")) {
        new PublishBench(world, report).run();
      }
      if (chosen.contains("release")) {
        PublishBench.ensurePublished(world, report);
        release(world, token, report);
      }
    }
    if (chosen.contains("start")) {
      new StartBench(home, report, runs, token).run();
    }
  }

  private void pages(BenchWorld world, String token, Report report, Set<String> chosen)
      throws Exception {
    try (LamplightProcess server =
        LamplightProcess.start(world.settings(), List.of("-Xmx1g"), "serve", "--port", "0")) {
      Target target = new Target(URI.create(server.address()), token);
      awaitIndex(target);
      if (chosen.contains("items")) {
        new ItemsBench(world, report, runs).run(target);
      }
      if (chosen.contains("stream")) {
        new StreamBench(report).run(server, target);
      }
    }
  }

  private void explore(BenchWorld world, String token, Report report, Path home) throws Exception {
    try (Database database = world.database()) {
      Incidents.Loaded data = new ExploreRun(report, home).million(database);
      try (LamplightProcess server =
          LamplightProcess.start(world.settings(), List.of("-Xmx1g"), "serve", "--port", "0")) {
        Target target = new Target(URI.create(server.address()), token);
        awaitIndex(target);
        new ExploreAnalysts(data, report).run(target);
      }
    }
  }

  private void browser(BenchWorld world, String token, Report report) throws Exception {
    try (LamplightProcess server =
        LamplightProcess.start(world.settings(), List.of("-Xmx1g"), "serve", "--port", "0")) {
      Target target = new Target(URI.create(server.address()), token);
      awaitIndex(target);
      new BrowserBench(report).run(target);
    }
  }

  private void release(BenchWorld world, String token, Report report) throws Exception {
    try (LamplightProcess server =
        LamplightProcess.start(world.settings(), List.of("-Xmx1g"), "serve", "--port", "0")) {
      Target target = new Target(URI.create(server.address()), token);
      awaitIndex(target);
      new ReleaseServingBench(report, runs).run(target);
    }
  }

  /** Until the counts are in memory, as they are soon after a start. */
  private static void awaitIndex(Target server) throws IOException, InterruptedException {
    URI explore = server.address().resolve("/cities/los-angeles/explore");
    for (int tenths = 0; tenths < 1_200; tenths++) {
      HttpURLConnection connection = (HttpURLConnection) explore.toURL().openConnection();
      connection.setRequestProperty("Authorization", "Bearer " + server.token());
      if (connection.getResponseCode() == 200) {
        return;
      }
      Thread.sleep(100);
    }
    throw new Fault(
        Fault.Kind.TOO_SLOW, "the server did not read its incidents within two minutes");
  }
}
