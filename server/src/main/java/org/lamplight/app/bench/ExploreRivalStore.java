package org.lamplight.app.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.lamplight.area.AreaNames;
import org.lamplight.db.Database;
import org.lamplight.incident.Flag;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Snapshot;
import org.lamplight.incident.Taxonomy;

/** Other ways to the same counts: PostgreSQL over the indexed table, and DuckDB in this process over the snapshot's columns. */
final class ExploreRivalStore implements AutoCloseable {

  /** A row of a grouping set: after kind and value, the counts without the filter of offence, clock, time, flags, area, and of none. */
  private static final int OFFENCE = 3;

  private static final int CLOCK = 4;
  private static final int TIME = 5;
  private static final int FLAGS = 6;
  private static final int AREA = 7;
  private static final int ALL = 8;

  private final Connection connection;
  private final Incidents.Loaded data;

  private ExploreRivalStore(Connection connection, Incidents.Loaded data) {
    this.connection = connection;
    this.data = data;
  }

  /** PostgreSQL, which may use as many workers as there are processors. */
  static ExploreRivalStore postgres(Database database, Incidents.Loaded data) throws SQLException {
    Connection connection = database.dataSource().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set max_parallel_workers_per_gather = 2");
      statement.execute("set work_mem = '64MB'");
    }
    return new ExploreRivalStore(connection, data);
  }

  /** DuckDB in memory, where its jar is: {@code DUCKDB_JAR}, or Maven's repository. It is no part of the server. */
  static Optional<ExploreRivalStore> duckDb(Incidents.Loaded data)
      throws IOException, SQLException, ReflectiveOperationException {
    Path jar = Path.of(System.getenv()
        .getOrDefault(
            "DUCKDB_JAR",
            System.getProperty("user.home")
                + "/.m2/repository/org/duckdb/duckdb_jdbc/1.3.2.0/duckdb_jdbc-1.3.2.0.jar"));
    if (!Files.exists(jar)) {
      return Optional.empty();
    }
    URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
    Driver driver = (Driver)
        loader.loadClass("org.duckdb.DuckDBDriver").getDeclaredConstructor().newInstance();
    ExploreRivalStore store =
        new ExploreRivalStore(driver.connect("jdbc:duckdb:", new Properties()), data);
    store.load();
    return Optional.of(store);
  }

  private void load() throws SQLException, IOException {
    Path file = Files.createTempFile("lamplight-explore", ".csv");
    write(file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table incident as select * from read_csv('" + file
          + "', header = false, columns = {'code': 'SMALLINT', 'hour': 'UTINYINT', 'weekday': 'UTINYINT',"
          + " 'month': 'INTEGER', 'second': 'BIGINT', 'flags': 'SMALLINT', 'placed': 'BOOLEAN',"
          + " 'a0': 'INTEGER', 'a1': 'INTEGER', 'a2': 'INTEGER', 'a3': 'INTEGER', 'a4': 'INTEGER',"
          + " 'a5': 'INTEGER', 'a6': 'INTEGER', 'a7': 'INTEGER'})");
    } finally {
      Files.delete(file);
    }
  }

  private void write(Path file) throws IOException {
    Snapshot rows = data.index().orElseThrow();
    int sets = rows.areaSets().size();
    try (var out = Files.newBufferedWriter(file)) {
      for (int row = 0; row < rows.size(); row++) {
        int hour = rows.hourOfWeek(row);
        StringBuilder line = new StringBuilder();
        line.append(rows.code(row)).append(',').append(hour % 24).append(',');
        line.append(hour / 24 + 1).append(',').append(rows.month(row)).append(',');
        line.append(rows.second(row)).append(',').append(rows.flags(row)).append(',');
        line.append(rows.hasPlace(row));
        for (int set = 0; set < 8; set++) {
          line.append(',').append(set < sets ? rows.area(set, row) : 0);
        }
        out.append(line.append('\n'));
      }
    }
  }

  /** The counts by a statement with grouping sets. */
  ExploreFigures groupingSets(String sql) throws SQLException {
    ExploreFigures figures = new ExploreFigures(new TreeMap<>());
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String kind = row.getString(1).toLowerCase(Locale.ROOT);
        String value = row.getString(2);
        switch (kind) {
          case "code" -> code(figures, value, row.getLong(OFFENCE));
          case "hour_of_week" -> figures.add("hour " + value, row.getLong(CLOCK));
          case "month" -> month(figures, value, row.getLong(TIME));
          case "flags" -> flags(figures, value, row.getLong(FLAGS));
          case "no_place" -> place(figures, value, row.getLong(ALL));
          default -> areas(figures, value, row.getLong(AREA), row.getLong(ALL));
        }
      }
    }
    return figures;
  }

  /** Counts of areas that hold all filters, and those that leave out the filter of areas. */
  private void areas(ExploreFigures figures, String value, long free, long held) {
    for (String id : value.replaceAll("[{}\\[\\] ]", "").split(",", -1)) {
      AreaNames.Ref ref = id.isEmpty() ? null : data.areas().byId(Integer.parseInt(id));
      if (ref != null) {
        boolean own = ownSets.contains(ref.set());
        figures.add("area " + ref.set() + ":" + ref.slug(), own ? free : held);
      }
    }
  }

  private java.util.List<String> ownSets = java.util.List.of();

  /** Names the sets that the filter of areas names, for the next statement. */
  void ownSets(java.util.List<String> sets) {
    ownSets = sets;
  }

  /** The counts by a statement of parts. */
  ExploreFigures union(String sql) throws SQLException {
    ExploreFigures figures = new ExploreFigures(new TreeMap<>());
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String value = row.getString(2);
        long count = row.getLong(3);
        switch (row.getString(1)) {
          case "code" -> code(figures, value, count);
          case "hour" -> figures.add("hour " + value, count);
          case "month" -> month(figures, value, count);
          case "flags" -> flags(figures, value, count);
          case "place" -> place(figures, value, count);
          case "held" -> areas(figures, value, 0, count);
          default -> areas(figures, value, count, 0);
        }
      }
    }
    return figures;
  }

  private void code(ExploreFigures figures, String value, long count) {
    Taxonomy.Code code = data.taxonomy().code(Integer.parseInt(value));
    figures.add("offence " + code.offence().id(), count);
  }

  private static void month(ExploreFigures figures, String value, long count) {
    int month = (int) Double.parseDouble(value);
    figures.add(String.format(Locale.ROOT, "month %04d-%02d", month / 12, month % 12 + 1), count);
  }

  private static void flags(ExploreFigures figures, String value, long count) {
    Flag.of(Integer.parseInt(value)).forEach(flag -> figures.add("flag " + flag.id(), count));
  }

  private static void place(ExploreFigures figures, String value, long count) {
    figures.add("matched", count);
    figures.add("withoutPlace", value.startsWith("t") ? count : 0);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
