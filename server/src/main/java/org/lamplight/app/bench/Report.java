package org.lamplight.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was measured, with where and when: printed as it comes, and kept as a table. */
final class Report {

  private final PrintStream out;
  private final List<String> rows = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
    out.println(machine());
  }

  /** A line about progress; not kept. */
  void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  /** A result: what, how much, and what was to be reached. */
  void row(String what, String measured, String goal) {
    rows.add("| " + what + " | " + measured + " | " + goal + " |");
    out.println("  " + what + ": " + measured + (goal.isEmpty() ? "" : "  (goal: " + goal + ")"));
  }

  /** Writes the table to a file. */
  void keep(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<String> lines = new ArrayList<>(List.of(
        "# Benchmarks",
        "",
        "`./lamplight bench` writes this file. " + machine(),
        "",
        "| what | measured | goal |",
        "|---|---|---|"));
    lines.addAll(rows);
    Files.write(file, lines);
  }

  private static String machine() {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES) + ", "
        + Runtime.getRuntime().availableProcessors() + " processors (" + processor() + "), Java "
        + Runtime.version().feature() + ", load before " + load() + ".";
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  private static String load() {
    return String.format(
        Locale.ROOT,
        "%.1f",
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
