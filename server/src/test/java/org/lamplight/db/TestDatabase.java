package org.lamplight.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh, migrated databases for tests, in one private PostGIS that ends with the JVM. A test never skips when there is none: it fails. */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** A new database with the schema and nothing in it. */
  public static DatabaseAddress create() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    try (Database admin =
        Database.open(Cluster.POSTGIS.address().withDatabase("postgres"), "test-admin", 1, 0)) {
      admin.jdbi().useHandle(h -> h.execute("create database " + name + " template migrated"));
    }
    return Cluster.POSTGIS.address().withDatabase(name);
  }

  /** A pool on a new database. */
  public static Database open() {
    return Database.open(create(), "test", 4, 60);
  }

  private static final class Cluster {
    static final PrivatePostgis POSTGIS = start();

    private static PrivatePostgis start() {
      try {
        Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "lamplight-test");
        PrivatePostgis postgis = PrivatePostgis.open(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgis, folder)));
        try (Database admin =
            Database.open(postgis.address().withDatabase("postgres"), "test-admin", 1, 0)) {
          admin.jdbi().useHandle(h -> h.execute("create database migrated"));
        }
        DatabaseRoles.provide(postgis.address(), Map.of());
        Database.migrate(postgis.address().withDatabase("migrated"));
        return postgis;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void end(PrivatePostgis postgis, Path folder) {
      postgis.close();
      TestFolder.delete(folder);
    }
  }
}
