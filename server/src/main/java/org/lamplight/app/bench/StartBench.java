package org.lamplight.app.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** From the start of the process, the private PostGIS stopped, to the first page of incidents. */
final class StartBench {

  private final Path home;
  private final Report report;
  private final int runs;
  private final String token;

  StartBench(Path home, Report report, int runs, String token) {
    this.token = token;
    this.home = home;
    this.report = report;
    this.runs = runs;
  }

  void run() throws Exception {
    Timings starts = new Timings();
    for (int i = 0; i < runs; i++) {
      long began = System.nanoTime();
      try (LamplightProcess server =
          LamplightProcess.start(BenchWorld.settings(home), archive(), "serve", "--port", "0")) {
        Target target = new Target(URI.create(server.address()), token);
        JsonPage.read(target, "/cities/los-angeles/collections/incidents/items?limit=10");
        starts.add((System.nanoTime() - began) / 1e9);
      }
    }
    report.row(
        "start of the server and of its database on a million rows, to the first page",
        String.format(Locale.ROOT, "%.1f s", starts.median()),
        "under 5 s");
  }

  /** The archive of classes that the launcher starts a command from, where there is one. */
  static List<String> archive() {
    String file = System.getenv().getOrDefault("LAMPLIGHT_ARCHIVE", "");
    return file.isEmpty() ? List.of() : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable");
  }
}
