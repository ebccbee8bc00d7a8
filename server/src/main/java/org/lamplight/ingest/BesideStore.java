package org.lamplight.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/**
 * Work of an import in transactions of their own, two at once. What they commit are tables that nobody reads until the import's
 * own transaction attaches them; what a killed import leaves of them is removed by the next one of the city.
 */
final class BesideStore implements AutoCloseable {

  /** Staging tables of a city, by the last part of their names. */
  private static final List<String> STAGING =
      List.of("stage", "place", "place_area", "pile", "repeated", "judged");

  private static final int AT_ONCE = 2;
  private final Database main;
  private final City city;
  private final List<String> built = new ArrayList<>();
  private @Nullable Database database;

  BesideStore(Database main, City city) {
    this.main = main;
    this.city = city;
  }

  private synchronized Database database() {
    Database open = database;
    if (open == null) {
      open = Database.open(main.address(), "import-beside", AT_ONCE, 0);
      database = open;
    }
    return open;
  }

  /** Waits for what a killed import of the city still does, and removes what it left. The caller holds the city. */
  void begin() {
    database().jdbi().useTransaction(handle -> {
      handle.execute(
          "select pg_advisory_xact_lock(hashtext('lamplight beside'), ?)", (int) city.id());
      dropStaging(handle, city);
    });
  }

  /** One piece of work in a transaction of its own. */
  void run(Consumer<Handle> work) {
    database().jdbi().useTransaction(handle -> {
      settle(handle);
      work.accept(handle);
    });
  }

  /** A transaction that the caller commits; it is rolled back with the handle's closing otherwise. */
  Handle open() {
    Handle handle = database().jdbi().open();
    handle.begin();
    settle(handle);
    return handle;
  }

  private void settle(Handle handle) {
    ImportRunStore.makeRoom(handle);
    // Joins of a million rows to a few: the planner thinks them worth sorting for, and they are
    // not.
    handle.execute("set local enable_mergejoin = off");
    handle.execute("set local max_parallel_workers_per_gather = 1");
    handle.execute(
        "select pg_advisory_xact_lock_shared(hashtext('lamplight beside'), ?)", (int) city.id());
  }

  /** Pieces of work that need nothing of each other; the first ones of the list begin first. */
  void together(List<Consumer<Handle>> works) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
      Thread thread = new Thread(task, "import-beside");
      thread.setDaemon(true);
      return thread;
    });
    try {
      List<Future<?>> pending = new ArrayList<>();
      works.forEach(work -> pending.add(threads.submit(() -> run(work))));
      for (Future<?> future : pending) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Remembers a table that is lost unless the import attaches it. */
  synchronized void built(String table) {
    built.add(table);
  }

  /** Removes a city's staging tables. */
  static void dropStaging(Handle handle, City city) {
    for (String table : STAGING) {
      handle.execute("drop table if exists import_" + city.id() + "_" + table);
    }
  }

  static boolean attached(Handle handle, String table) {
    return handle
        .createQuery(Sql.load("ingest/attached"))
        .bind("name", "lamplight." + table)
        .mapTo(Boolean.class)
        .one();
  }

  /** Held while tables of years are made: whoever holds it knows that one that is not attached is nobody's. */
  static void lockYears(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(hashtext('lamplight years'))");
  }

  /** Removes what was staged, and after a failure what was built for nothing. */
  @Override
  public void close() {
    Database open = database;
    if (open == null) {
      return;
    }
    try (open) {
      open.jdbi().useTransaction(handle -> {
        if (ImportRunStore.tryLock(handle, city)) {
          dropStaging(handle, city);
          dropUnattached(handle);
        }
      });
    } catch (JdbiException e) {
      // What happened to the import stands; the next one removes what is left.
      database = null;
    }
  }

  private synchronized void dropUnattached(Handle handle) {
    if (built.stream().allMatch(table -> attached(handle, table))) {
      return;
    }
    lockYears(handle);
    for (String table : built) {
      if (!attached(handle, table)) {
        handle.execute("drop table if exists " + table);
      }
    }
  }
}
