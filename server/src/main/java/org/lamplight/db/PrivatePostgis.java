package org.lamplight.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/**
 * A PostgreSQL + PostGIS of our own in a folder, on a free loopback port, with a random password. Every process that uses it
 * holds a shared lock; the last one to close stops it. A cluster left running by a process that was killed is taken over.
 */
public final class PrivatePostgis implements AutoCloseable {

  private static final String USER = "lamplight";
  private final PostgresPrograms programs;
  private final Path data;
  private final Path folder;
  private final FileChannel users;
  private @Nullable FileLock share;
  private final DatabaseAddress address;

  private PrivatePostgis(
      PostgresPrograms programs,
      Path folder,
      FileChannel users,
      FileLock share,
      DatabaseAddress address) {
    this.programs = programs;
    this.folder = folder;
    this.data = folder.resolve("data");
    this.users = users;
    this.share = share;
    this.address = address;
  }

  /** Starts the cluster of the folder, or joins it where it runs; makes it where there is none. */
  public static PrivatePostgis open(Path folder) {
    PostgresPrograms programs = PostgresPrograms.find();
    try {
      Files.createDirectories(folder);
      FileChannel users = channel(folder.resolve("users.lock"));
      try (FileChannel gate = channel(folder.resolve("start.lock"));
          FileLock turn = gate.lock()) {
        FileLock share = users.lock(0, 1, true);
        DatabaseAddress address = start(programs, folder);
        assert turn.isValid();
        return new PrivatePostgis(programs, folder, users, share, address);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static DatabaseAddress start(PostgresPrograms programs, Path folder) throws IOException {
    Path data = folder.resolve("data");
    Path secret = folder.resolve("password");
    if (!Files.exists(folder.resolve("made"))) {
      make(programs, folder, data, secret);
    }
    String password = Files.readString(secret).strip();
    if (programs.execute(List.of("pg_ctl", "status", "-D", data.toString())).exit() != 0) {
      int port = freePort();
      // wal_level=minimal lets a load into a table made in the same transaction skip the log.
      String options = String.join(
          " ",
          "-h 127.0.0.1 -p " + port,
          "-c unix_socket_directories=''",
          "-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=4GB",
          "-c shared_buffers=512MB -c maintenance_work_mem=256MB -c work_mem=32MB",
          "-c random_page_cost=1.1 -c effective_cache_size=2GB -c jit=off",
          "-c log_timezone=UTC -c timezone=UTC");
      programs.run(List.of(
          "pg_ctl",
          "start",
          "-w",
          "-t",
          "100",
          "-D",
          data.toString(),
          "-l",
          folder.resolve("data/server.log").toString(),
          "-o",
          options));
    }
    int port = Integer.parseInt(
        Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip());
    DatabaseAddress maintenance =
        new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    return createDatabase(maintenance);
  }

  private static void make(PostgresPrograms programs, Path folder, Path data, Path secret)
      throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, HexFormat.of().formatHex(random));
    Files.createDirectories(data);
    programs.own(data);
    programs.own(secret);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    programs.run(List.of(
        "initdb",
        "-D",
        data.toString(),
        "-U",
        USER,
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "-A",
        "scram-sha-256",
        "--pwfile",
        secret.toString()));
    Files.writeString(folder.resolve("made"), "");
  }

  private static DatabaseAddress createDatabase(DatabaseAddress maintenance) {
    try (Database database = Database.open(maintenance, "setup", 1, 0)) {
      database.jdbi().useHandle(handle -> {
        boolean there = handle
            .createQuery("select exists (select from pg_database where datname = 'lamplight')")
            .mapTo(Boolean.class)
            .one();
        if (!there) {
          handle.execute("create database lamplight");
        }
      });
    }
    return maintenance.withDatabase("lamplight");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public DatabaseAddress address() {
    return address;
  }

  /** Stops the cluster when nobody else uses it; otherwise leaves it to the others. */
  @Override
  public void close() {
    try (FileChannel gate = channel(folder.resolve("start.lock"));
        FileLock turn = gate.lock()) {
      assert turn.isValid();
      if (share != null) {
        share.release();
        share = null;
      }
      try (FileLock alone = users.tryLock(0, 1, false)) {
        if (alone != null) {
          programs.run(List.of("pg_ctl", "stop", "-w", "-m", "fast", "-D", data.toString()));
        }
      }
      users.close();
    } catch (IOException e) {
      throw new Fault(Fault.Kind.CONFLICT, "cannot stop the private database in " + folder, e);
    }
  }
}
