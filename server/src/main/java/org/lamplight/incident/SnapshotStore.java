package org.lamplight.incident;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads a city's snapshot from the database, by as many connections as there are processors, all of which see one state of it. */
final class SnapshotStore {

  /** Bytes before the first row of a binary COPY: signature, flags, length of the extension. */
  private static final int COPY_HEADER = 19;

  private static final int LEAST_ROW = 2 + 13 * 4;
  private final Database database;

  SnapshotStore(Database database) {
    this.database = database;
  }

  /** What a snapshot of the present state would be of: city, schema of the columns, imports and data version. */
  String identity(City city, AreaPositions areas) {
    return database
            .jdbi()
            .withHandle(handle -> handle
                .createQuery(Sql.load("incident/identity"))
                .bind("city", city.id())
                .mapTo(String.class)
                .one())
        + " " + city.slug() + " " + city.profile().metricSrid() + " "
        + city.profile().zone()
        + " " + areas.names() + " flags " + Flag.values().length;
  }

  /** The columns of a city, as they were at the version; empty list of partitions is an empty city. */
  SnapshotColumns read(City city, AreaPositions areas) {
    int workers = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    SnapshotBuilder builder = new SnapshotBuilder(areas.ids());
    // Connections of its own: reading ten million rows takes longer than a request may.
    try (Database own = Database.open(database.address(), "snapshot", workers + 1, 0)) {
      own.jdbi().useHandle(handle -> {
        handle.execute("begin isolation level repeatable read read only");
        String state = handle
            .createQuery("select pg_export_snapshot()")
            .mapTo(String.class)
            .one();
        Reading reading =
            new Reading(own, state, city.id(), areas, city.profile().zone().getRules());
        reading.all(new ConcurrentLinkedQueue<>(partitions(handle)), workers, builder);
        handle.execute("rollback");
      });
    }
    return builder.build();
  }

  /** Years that one partition holds. */
  private record Years(int since, int until) {}

  private static List<Years> partitions(Handle handle) {
    return handle
        .createQuery(Sql.load("incident/partitions"))
        .map((row, context) -> new Years(row.getInt("since"), row.getInt("until")))
        .list();
  }

  /** One reading by several connections. */
  private record Reading(
      Database database, String state, short city, AreaPositions areas, ZoneRules zone) {

    void all(Queue<Years> partitions, int workers, SnapshotBuilder builder) {
      ExecutorService threads = Executors.newFixedThreadPool(workers);
      try {
        List<Future<Boolean>> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
          Callable<Boolean> work = () -> work(partitions, builder);
          running.add(threads.submit(work));
        }
        for (Future<Boolean> each : running) {
          each.get();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "the snapshot could not be read: " + e.getCause(), e.getCause());
      } finally {
        threads.shutdownNow();
      }
    }

    private boolean work(Queue<Years> partitions, SnapshotBuilder builder) throws SQLException {
      RawRows[] batch = {new RawRows(areas, zone)};
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("set transaction isolation level repeatable read read only");
        statement.execute("set transaction snapshot '" + state + "'");
        for (Years years = partitions.poll(); years != null; years = partitions.poll()) {
          copy(connection, years, builder, batch);
        }
        connection.rollback();
      }
      builder.add(batch[0]);
      return true;
    }

    private void copy(Connection connection, Years years, SnapshotBuilder builder, RawRows[] batch)
        throws SQLException {
      // COPY binds nothing; what is written in are numbers of our own.
      String select = Sql.load("incident/columns")
          .replaceAll("(?m)^--.*$", "")
          .replace(":city", Short.toString(city))
          .replace(":since", Integer.toString(years.since()))
          .replace(":until", Integer.toString(years.until()));
      CopyOut out = connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (" + select + ") to stdout (format binary)");
      boolean first = true;
      for (byte[] data = out.readFromCopy(); data != null; data = out.readFromCopy()) {
        int skip = first ? COPY_HEADER : 0;
        first = false;
        if (data.length >= skip + LEAST_ROW) {
          if (batch[0].isFull()) {
            builder.add(batch[0]);
            batch[0] = new RawRows(areas, zone);
          }
          batch[0].add(ByteBuffer.wrap(data, skip + 2, data.length - skip - 2));
        }
      }
    }
  }

  /** Waits for word of changed data, and gives it on; ends with the interruption of its thread. */
  void listen(Runnable changed) {
    boolean interrupted = false;
    try (Database own = Database.open(database.address(), "news", 1, 0);
        Connection connection = own.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("listen lamplight_data");
      PGConnection news = connection.unwrap(PGConnection.class);
      changed.run();
      // The mark is taken away while the connection is closed, and put back behind it.
      while (!interrupted) {
        if (news.getNotifications(1_000).length > 0) {
          changed.run();
        }
        alive(statement);
        interrupted = Thread.interrupted();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no news from the database", e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fails when the connection is gone, so that it is opened again. */
  private static void alive(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select 1")) {
      row.next();
    }
  }
}
