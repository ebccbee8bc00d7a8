package org.lamplight.app.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.db.Database;
import org.lamplight.fault.Fault;

/** The first release of the million-row city: how long it takes, and how much it hides for each count that is small. */
final class PublishBench {

  private static final Pattern RATIO =
      Pattern.compile("hidden .*: (?<ratio>[0-9.]+) for each of the (?<small>[0-9,]+) small ones");

  private final BenchWorld world;
  private final Report report;

  PublishBench(BenchWorld world, Report report) {
    this.world = world;
    this.report = report;
  }

  void run() throws IOException {
    try (Database database = world.database()) {
      new BenchStore(database).forgetReleases();
    }
    report.say("  publishing the million-row city ...");
    long began = System.nanoTime();
    LamplightProcess child = world.publish();
    double seconds = (System.nanoTime() - began) / 1e9;
    Matcher ratio = RATIO.matcher(child.output());
    if (!ratio.find()) {
      throw new Fault(Fault.Kind.BUSY, "publish printed no ratio: " + child.output());
    }
    report.row(
        "first release of the million-row city, built, audited and published at -Xmx1g",
        String.format(Locale.ROOT, "%.0f s, %d MB resident", seconds, child.peakKilobytes() >> 10),
        "at most 300 s on 2 GiB");
    report.row(
        "hidden cells for each small one, all grains (" + ratio.group("small") + " small ones)",
        ratio.group("ratio") + " x",
        "at most 1.6 x");
  }

  /** Publishes unless a release is there. */
  static void ensurePublished(BenchWorld world, Report report) throws IOException {
    boolean there;
    try (Database database = world.database()) {
      there = new BenchStore(database).releases() > 0;
    }
    if (!there) {
      report.say("  publishing the million-row city ...");
      world.publish();
    }
  }
}
