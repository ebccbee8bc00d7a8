package org.lamplight.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.lamplight.disclosure.Progress;

/** A line on how far a release has come, every few seconds. */
final class PublishProgress implements Progress {

  private static final long BETWEEN = Duration.ofSeconds(3).toNanos();
  private final PrintStream out;
  private long shown = System.nanoTime() - BETWEEN;

  PublishProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void at(double fraction, String words) {
    if (System.nanoTime() - shown >= BETWEEN) {
      shown = System.nanoTime();
      out.printf(Locale.ROOT, "%3.0f %% %s%n", fraction * 100, words);
      out.flush();
    }
  }
}
