package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.db.Database;

/** The database's own upkeep comes when it likes: it must not end an import. */
class VacuumedImportTest {

  private static final int ROWS = 3_000;

  @TempDir
  Path folder;

  @Test
  void yearThatIsVacuumedWhileItIsAttachedIsWaitedFor() throws InterruptedException {
    List<String> rows = new ArrayList<>(LapdFile.rows(ROWS, 2021));
    rows.addAll(LapdFile.rows(ROWS, 2022));
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger vacuumed = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    try (CityUnderTest town = new CityUnderTest("los-angeles");
        Database upkeep = Database.open(town.database.address(), "upkeep", 1, 0)) {
      Thread vacuum = new Thread(() -> vacuum(upkeep, over, vacuumed));
      vacuum.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
      vacuum.start();
      ImportReport report = town.incidents(LapdFile.write(folder, "years.csv", rows));
      over.set(true);
      vacuum.join();
      assertEquals(2L * ROWS, report.read());
      assertEquals(report.inserted(), town.number("select count(*) from incident"));
    }
    assertNull(failure.get(), "the vacuum was broken off");
    assertTrue(vacuumed.get() > 0, "no table was vacuumed in time");
  }

  /** Vacuums, slowly, what is built and not yet attached, as autovacuum may. */
  private static void vacuum(Database database, AtomicBoolean over, AtomicInteger vacuumed) {
    database.jdbi().useHandle(handle -> {
      handle.execute("set vacuum_cost_delay = 10");
      handle.execute("set vacuum_cost_limit = 1");
      while (!over.get()) {
        List<String> built = handle
            .createQuery(
                "select relname from pg_class where relname ~ '^incident_20..$' and not relispartition and relkind = 'r'")
            .mapTo(String.class)
            .list();
        for (String table : built) {
          handle.execute("vacuum analyze " + table);
          vacuumed.incrementAndGet();
        }
      }
    });
  }
}
