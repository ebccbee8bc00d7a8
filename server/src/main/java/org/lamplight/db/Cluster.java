package org.lamplight.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.lamplight.fault.Fault;

/** The files and the processes of one private PostgreSQL. Its caller sees to it that only one works on them at a time. */
final class Cluster {

  static final String USER = "lamplight";
  private static final int ATTEMPTS = 5;
  private final Path folder;
  private final Path data;
  private final Path secret;
  private final PostgresPrograms programs;

  Cluster(Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.secret = folder.resolve("password");
    this.programs = PostgresPrograms.of(data);
  }

  /** Makes and starts what is missing; where it stands to be reached. */
  DatabaseAddress start() throws IOException {
    if (!Files.exists(folder.resolve("made"))) {
      make();
    }
    if (!running()) {
      startOnFreePort();
    }
    int port = Integer.parseInt(postmaster().get(3).strip());
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        USER,
        Files.readString(secret).strip());
  }

  void stop() {
    if (programs.attempt("pg_ctl", "status", "-D", data.toString()).exit() == 0) {
      programs.run("pg_ctl", "stop", "-w", "-m", "fast", "-D", data.toString());
    }
  }

  /** Whether it runs; waits for one that is still starting, such as one that recovers from a crash. */
  private boolean running() throws IOException {
    forgetStrangersPid();
    if (programs.attempt("pg_ctl", "status", "-D", data.toString()).exit() != 0) {
      return false;
    }
    for (int tenths = 0; tenths < 3_000; tenths++) {
      List<String> lines = postmaster();
      if (lines.size() > 7 && lines.get(7).strip().equals("ready")) {
        return true;
      }
      pause();
    }
    throw new Fault(Fault.Kind.BUSY, "the private database in " + folder + " does not get ready");
  }

  private List<String> postmaster() throws IOException {
    Path file = data.resolve("postmaster.pid");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /**
   * After a crash of the machine the file may name a process that is another program by now; PostgreSQL would take it for
   * a running server and refuse to start.
   */
  private void forgetStrangersPid() throws IOException {
    List<String> lines = postmaster();
    if (lines.isEmpty()) {
      return;
    }
    Path name = Path.of("/proc", lines.get(0).strip(), "comm");
    if (Files.exists(name) && !Files.readString(name).startsWith("postgres")) {
      Files.delete(data.resolve("postmaster.pid"));
    }
  }

  private void startOnFreePort() throws IOException {
    String log = data.resolve("server.log").toString();
    for (int attempt = 1; ; attempt++) {
      int port = attempt == 1 ? lastPort() : freePort();
      Files.writeString(folder.resolve("port"), Integer.toString(port));
      String options = ClusterOptions.of(port);
      PostgresPrograms.Result result = programs.attempt(
          "pg_ctl", "start", "-w", "-t", "300", "-D", data.toString(), "-l", log, "-o", options);
      if (result.exit() == 0) {
        return;
      }
      // Somebody may have taken the port between its choice and its use.
      if (attempt == ATTEMPTS || !tail(Path.of(log)).contains("could not bind")) {
        throw new Fault(
            Fault.Kind.BUSY,
            "the private database does not start: " + result.output().strip() + "\n"
                + tail(Path.of(log)));
      }
    }
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }

  /** What an attempt that was cut short left behind is removed first. */
  private void make() throws IOException {
    delete(data);
    Files.deleteIfExists(secret);
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, HexFormat.of().formatHex(random));
    Files.createDirectories(data);
    programs.own(data);
    programs.own(secret);
    boolean linux = System.getProperty("os.name").equals("Linux");
    programs.run(
        "initdb",
        "-D",
        data.toString(),
        "-U",
        USER,
        "-E",
        "UTF8",
        linux ? "--locale=C.UTF-8" : "--locale=C",
        "-A",
        "scram-sha-256",
        "--pwfile",
        secret.toString());
    Files.writeString(folder.resolve("made"), "");
  }

  /** Removes a folder and what is in it. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of the time before, so that whoever is still connected finds the database again; a free one at first. */
  private int lastPort() throws IOException {
    Path file = folder.resolve("port");
    return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : freePort();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "interrupted", e);
    }
  }
}
