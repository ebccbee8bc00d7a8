package org.lamplight.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/**
 * A PostgreSQL + PostGIS of our own in a folder, on a free loopback port, with a random password. Every process that uses it
 * holds a shared lock; the last one to close stops it. A cluster left running by a process that was killed is taken over.
 */
public final class PrivatePostgis implements AutoCloseable {

  private final Path folder;
  private final Cluster cluster;
  private final FileChannel users;
  private final DatabaseAddress address;
  private @Nullable FileLock share;

  private PrivatePostgis(
      Path folder, Cluster cluster, FileChannel users, FileLock share, DatabaseAddress address) {
    this.folder = folder;
    this.cluster = cluster;
    this.users = users;
    this.share = share;
    this.address = address;
  }

  /**
   * The folder for a home: within it, or below /var/lib/lamplight where root's PostgreSQL, which runs as another user,
   * cannot reach it.
   */
  public static Path folder(Path home) {
    Path inside = home.resolve("postgis");
    try {
      prepare(inside);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.INVALID, "LAMPLIGHT_HOME: cannot write to " + home, e);
    }
    if (PostgresPrograms.canReach(inside)) {
      return inside;
    }
    String name =
        UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8)).toString();
    return Path.of("/var/lib/lamplight/homes", name);
  }

  private static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (PostgresPrograms.asRoot()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Whether a cluster was ever made in the folder. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve("made"));
  }

  /** Starts the cluster of the folder, or joins it where it runs; makes it where there is none. */
  public static PrivatePostgis open(Path folder) {
    try {
      prepare(folder);
      FileChannel users = channel(folder.resolve("users.lock"));
      try (FileChannel gate = channel(folder.resolve("start.lock"));
          FileLock turn = gate.lock()) {
        assert turn.isValid();
        FileLock share = users.lock(0, 1, true);
        Cluster cluster = new Cluster(folder);
        DatabaseAddress address = createDatabase(cluster.start());
        return new PrivatePostgis(folder, cluster, users, share, address);
      } catch (IOException | RuntimeException e) {
        users.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
          cluster.stop();
        }
      }
      users.close();
    } catch (IOException e) {
      throw new Fault(Fault.Kind.CONFLICT, "cannot stop the private database in " + folder, e);
    }
  }

  /** Stops a cluster that a killed process left running; does nothing when somebody uses it. */
  public static void stopIfUnused(Path folder) {
    try (FileChannel gate = channel(folder.resolve("start.lock"));
        FileLock turn = gate.lock();
        FileChannel users = channel(folder.resolve("users.lock"));
        FileLock alone = users.tryLock(0, 1, false)) {
      assert turn.isValid();
      if (alone != null) {
        new Cluster(folder).stop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the cluster and removes it with all its data; a fault when somebody uses it. */
  public static void remove(Path folder) {
    try (FileChannel gate = channel(folder.resolve("start.lock"));
        FileLock turn = gate.lock();
        FileChannel users = channel(folder.resolve("users.lock"));
        FileLock alone = users.tryLock(0, 1, false)) {
      assert turn.isValid();
      if (alone == null) {
        throw new Fault(Fault.Kind.CONFLICT, "the private database is in use");
      }
      if (exists(folder)) {
        new Cluster(folder).stop();
        Files.delete(folder.resolve("made"));
      }
      Cluster.delete(folder.resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
