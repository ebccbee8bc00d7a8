package org.lamplight.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.lamplight.ingest.Progress;

/** A bar with rate and time left on a terminal; elsewhere a line for each step and every ten seconds. */
final class ImportProgress implements Progress {

  private static final int WIDTH = 30;
  private final PrintStream out;
  private final String file;
  private final boolean terminal = onTerminal();
  private final long began = System.nanoTime();
  private long shown = began - Duration.ofMinutes(1).toNanos();
  private Step step = Step.DONE;

  ImportProgress(PrintStream out, String file) {
    this.out = out;
    this.file = file;
  }

  /** Asked of standard error itself, because standard input may be the file; where that cannot be asked, plain lines do. */
  private static boolean onTerminal() {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void at(Step now, long rows, long done, long total) {
    long quiet = System.nanoTime() - shown;
    boolean due = quiet > (terminal ? 200_000_000L : 10_000_000_000L);
    if (now == step && !due) {
      return;
    }
    step = now;
    shown = System.nanoTime();
    if (terminal) {
      out.print("\r\u001b[K" + (now == Step.DONE ? "" : line(rows, done, total)));
    } else if (now != Step.DONE) {
      out.println(line(rows, done, total));
    }
    out.flush();
  }

  private String line(long rows, long done, long total) {
    double seconds = (System.nanoTime() - began) / 1e9;
    String text = file + ": " + step.name().toLowerCase(Locale.ROOT);
    if (step != Step.READING) {
      return String.format(Locale.ROOT, "%s, %,d rows, %.0f s", text, rows, seconds);
    }
    String rate =
        String.format(Locale.ROOT, "%,d rows, %,.0f/s", rows, rows / Math.max(seconds, 1e-3));
    if (total <= 0 || done == 0) {
      return text + " " + rate;
    }
    double share = Math.min(1, done / (double) total);
    String left = String.format(Locale.ROOT, "%.0f s left", seconds * (1 - share) / share);
    return text + " " + bar(share) + " " + rate + ", " + left;
  }

  private String bar(double share) {
    int full = (int) Math.round(share * WIDTH);
    return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
  }
}
