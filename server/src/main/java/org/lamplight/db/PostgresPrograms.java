package org.lamplight.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lamplight.fault.Fault;

/** PostgreSQL's own programs, run as an unprivileged user because PostgreSQL refuses to run as root. */
final class PostgresPrograms {

  private static final String UNPRIVILEGED = "postgres";
  private static final long PATIENCE_SECONDS = 330;
  private final Path bin;
  private final boolean root;

  private PostgresPrograms(Path bin, boolean root) {
    this.bin = bin;
    this.root = root;
  }

  /** The programs for a data folder: of the version that made it, or the newest with PostGIS where it is still to be made. */
  static PostgresPrograms of(Path data) {
    return new PostgresPrograms(PostgresInstalls.choose(data), asRoot());
  }

  /** Whether the caller is root, so that files must be handed to the unprivileged user. */
  static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Whether the user as whom PostgreSQL runs can reach a folder that exists. */
  static boolean canReach(Path folder) {
    return !asRoot()
        || execute(List.of("runuser", "-u", UNPRIVILEGED, "--", "test", "-x", folder.toString()))
                .exit()
            == 0;
  }

  /** Runs one program to its end; its output is in the fault when it fails. */
  String run(String program, String... arguments) {
    Result result = attempt(program, arguments);
    if (result.exit() != 0) {
      throw new Fault(Fault.Kind.BUSY, program + " failed: " + result.output().strip());
    }
    return result.output();
  }

  Result attempt(String program, String... arguments) {
    List<String> full = new ArrayList<>();
    if (root) {
      full.addAll(List.of("runuser", "-u", UNPRIVILEGED, "--"));
    }
    full.add(bin.resolve(program).toString());
    full.addAll(List.of(arguments));
    return execute(full);
  }

  private static Result execute(List<String> command) {
    try {
      // A file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open.
      Path output = Files.createTempFile("lamplight", ".out");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile()).directory(Path.of("/").toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return new Result(
            ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new Fault(Fault.Kind.BUSY, "cannot run " + command.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "interrupted", e);
    }
  }

  /** Makes the unprivileged user the owner of a path when the caller is root. */
  void own(Path path) {
    if (root) {
      Result chown = execute(List.of("chown", "-R", UNPRIVILEGED + ":", path.toString()));
      if (chown.exit() != 0) {
        throw new Fault(
            Fault.Kind.BUSY,
            "cannot give " + path + " to the user " + UNPRIVILEGED + ": "
                + chown.output().strip());
      }
    }
  }

  record Result(int exit, String output) {}
}
