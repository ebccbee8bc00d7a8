package org.lamplight.app.bench;

import org.lamplight.db.Database;

/** Import of a million rows against {@code COPY} of the final rows into a bare table, plus its indexes. */
final class ImportBench {

  private final BenchWorld world;
  private final Report report;
  private final int runs;

  ImportBench(BenchWorld world, Report report, int runs) {
    this.world = world;
    this.report = report;
    this.runs = runs;
  }

  void run() throws Exception {
    world.file();
    Timings ours = new Timings();
    Timings bare = new Timings();
    Timings memory = new Timings();
    long rows = 0;
    for (int i = 0; i < runs; i++) {
      world.clear();
      LamplightProcess[] child = new LamplightProcess[1];
      double seconds = Timings.seconds(() -> child[0] = world.load());
      ours.add(seconds);
      memory.add(child[0].peakKilobytes() / 1024.0);
      try (Database database = world.database()) {
        BenchStore store = new BenchStore(database);
        rows = store.incidents();
        store.dropBare();
        store.copyOut();
        bare.add(Timings.seconds(store::copyIn));
        report.say("  import %.1f s, COPY and indexes %.1f s", seconds, bare.median());
        store.dropBare();
        store.settle();
      }
    }
    report.row(
        "import of " + String.format("%,d", rows)
            + " rows at -Xmx512m, to COPY of the same rows and its indexes",
        String.format(
            "%.2f x (%.1f s to %.1f s; %,.0f rows/s)",
            ours.median() / bare.median(), ours.median(), bare.median(), rows / ours.median()),
        "at most 3 x");
    report.row(
        "peak resident memory of the importing process",
        String.format("%.0f MB", memory.median()),
        "at most 900 MB");
  }
}
