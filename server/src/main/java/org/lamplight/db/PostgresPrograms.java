package org.lamplight.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lamplight.fault.Fault;

/** PostgreSQL's own programs, run as an unprivileged user because PostgreSQL refuses to run as root. */
final class PostgresPrograms {

  private static final String UNPRIVILEGED = "postgres";
  private final Path bin;
  private final boolean root;

  private PostgresPrograms(Path bin, boolean root) {
    this.bin = bin;
    this.root = root;
  }

  /** The newest PostgreSQL of the usual places; a sentence that says what to install when there is none. */
  static PostgresPrograms find() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return new PostgresPrograms(newest(), root);
  }

  private static Path newest() {
    List<Path> found = new ArrayList<>();
    for (String parent :
        List.of("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/usr")) {
      collect(Path.of(parent), found);
    }
    return found.stream()
        .max(Comparator.comparingInt(PostgresPrograms::version))
        .orElseThrow(
            () -> new Fault(
                Fault.Kind.CONFLICT,
                "PostgreSQL is not installed: install PostgreSQL 14 or newer with PostGIS 3.1 or newer, or set DATABASE_URL"));
  }

  private static void collect(Path parent, List<Path> found) {
    if (Files.isExecutable(parent.resolve("bin/initdb"))) {
      found.add(parent.resolve("bin"));
    }
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (Stream<Path> children = Files.list(parent)) {
      children
          .map(child -> child.resolve("bin"))
          .filter(b -> Files.isExecutable(b.resolve("initdb")))
          .forEach(found::add);
    } catch (IOException e) {
      // A folder that cannot be listed holds no PostgreSQL that could be started.
      found.remove(parent);
    }
  }

  private static int version(Path bin) {
    String digits = bin.toString().replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
  }

  /** Whether the caller is root, so that files must be handed to the unprivileged user. */
  boolean asRoot() {
    return root;
  }

  String run(List<String> command) {
    Result result = execute(command);
    if (result.exit() != 0) {
      throw new Fault(
          Fault.Kind.CONFLICT, command.get(0) + " failed: " + result.output().strip());
    }
    return result.output();
  }

  Result execute(List<String> command) {
    List<String> full = new ArrayList<>();
    if (root) {
      full.addAll(List.of("runuser", "-u", UNPRIVILEGED, "--"));
    }
    full.add(bin.resolve(command.get(0)).toString());
    full.addAll(command.subList(1, command.size()));
    try {
      Path output = Files.createTempFile("lamplight", ".out");
      try {
        ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true);
        builder.redirectOutput(output.toFile()).directory(Path.of("/").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        return new Result(
            ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new Fault(Fault.Kind.CONFLICT, "cannot run " + full.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "interrupted", e);
    }
  }

  /** Makes the unprivileged user the owner of a folder when the caller is root. */
  void own(Path folder) {
    if (root) {
      try {
        Process chown = new ProcessBuilder("chown", "-R", UNPRIVILEGED + ":", folder.toString())
            .inheritIO()
            .start();
        if (chown.waitFor() != 0) {
          throw new Fault(
              Fault.Kind.CONFLICT, "cannot give " + folder + " to the user " + UNPRIVILEGED);
        }
      } catch (IOException | InterruptedException e) {
        throw new Fault(
            Fault.Kind.CONFLICT, "cannot give " + folder + " to the user " + UNPRIVILEGED, e);
      }
    }
  }

  record Result(int exit, String output) {}
}
