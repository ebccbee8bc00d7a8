package org.lamplight.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lamplight.fault.Fault;

/** Lamplight in a process of its own, with the classes of this one. */
public final class LamplightProcess implements AutoCloseable {

  private static final String SERVES = "Lamplight serves on ";
  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;
  private volatile long peakKilobytes;

  private LamplightProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "child-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a command with settings besides those of this process; its output is kept. */
  public static LamplightProcess start(
      Map<String, String> settings, List<String> jvmOptions, String... command) {
    List<String> full = new ArrayList<>();
    full.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    full.addAll(jvmOptions);
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    full.addAll(List.of("-cp", classes, "org.lamplight.app.Main"));
    full.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true);
    builder.environment().putAll(settings);
    try {
      return new LamplightProcess(builder.start());
    } catch (IOException e) {
      throw new Fault(Fault.Kind.BUSY, "cannot start a process: " + e.getMessage(), e);
    }
  }

  private void read() {
    try (BufferedReader output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      // The process was killed while it wrote.
      return;
    }
  }

  /** Where it serves, once it says so. */
  public String address() {
    synchronized (lines) {
      while (true) {
        for (String line : lines) {
          if (line.startsWith(SERVES)) {
            return line.substring(SERVES.length());
          }
        }
        if (!process.isAlive() && !reader.isAlive()) {
          throw new Fault(Fault.Kind.BUSY, "the server did not start: " + output());
        }
        waitForLines();
      }
    }
  }

  private void waitForLines() {
    try {
      lines.wait(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "interrupted", e);
    }
  }

  public String output() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it with SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it with SIGKILL. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Its exit code; while it runs its memory is watched. */
  public int await(Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        peakKilobytes = Math.max(peakKilobytes, kilobytes("VmHWM"));
        if (System.nanoTime() > until) {
          throw new Fault(Fault.Kind.TOO_SLOW, "a process did not end in time: " + output());
        }
      }
      reader.join(5_000);
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "interrupted", e);
    }
  }

  /** The most memory that it was seen to have resident, in kilobytes. */
  public long peakKilobytes() {
    return peakKilobytes;
  }

  /** Memory resident now, in kilobytes; 0 where the system does not tell. */
  public long residentKilobytes() {
    return kilobytes("VmRSS");
  }

  private long kilobytes(String field) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))) {
        if (line.startsWith(field + ":")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // It has just ended, or this is not Linux.
      return 0;
    }
    return 0;
  }

  /** Ends it and waits. */
  @Override
  public void close() {
    terminate();
    await(Duration.ofSeconds(30));
  }
}
