package org.lamplight.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.city.Text;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Reads published releases; the public's role suffices. */
public final class ReleaseStore {

  private final Database database;

  public ReleaseStore(Database database) {
    this.database = database;
  }

  /** All releases of the city, the latest first. */
  public List<Published.Head> list(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("release/list"))
            .bind("city", city.id())
            .map((row, context) -> head(city, row))
            .list());
  }

  private static Published.Head head(City city, ResultSet row) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Published.Head(
        city.slug(),
        row.getInt("number"),
        instant(row.getTimestamp("made_at")),
        row.getBoolean("synthetic"),
        withdrawn == null
            ? null
            : new Withdrawal(instant(withdrawn), row.getString("withdrawn_why")));
  }

  private static Instant instant(Timestamp at) {
    return at.toInstant();
  }

  /** All that the release holds. */
  public Published load(City city, Published.Head head) {
    return database.jdbi().withHandle(handle -> {
      Facts facts = Facts.parse(handle
          .createQuery(Sql.load("release/facts"))
          .bind("city", city.id())
          .bind("number", head.number())
          .mapTo(String.class)
          .one());
      Periods periods =
          new Periods(YearMonth.parse(facts.firstMonth()), YearMonth.parse(facts.lastMonth()));
      List<PublicArea> areas = areas(handle, city, head.number());
      List<PublicGroup> groups = groups(handle, city, head.number());
      List<PublicArea> listed = areas.stream().filter(PublicArea::listed).toList();
      return new Published(
          head,
          facts,
          areas,
          groups,
          new Published.Counts(
              listed, periods, cells(handle, city, head.number(), listed, periods)),
          lines(handle, city, head.number(), facts.rules()));
    });
  }

  private static List<PublicArea> areas(Handle handle, City city, int number) {
    return handle
        .createQuery(Sql.load("release/areas"))
        .bind("city", city.id())
        .bind("number", number)
        .map((row, context) -> new PublicArea(
            row.getString("unit"),
            row.getString("slug"),
            row.getString("name"),
            row.getObject("population", Integer.class),
            row.getString("district"),
            row.getBoolean("listed"),
            row.getString("outline")))
        .list();
  }

  private static List<PublicGroup> groups(Handle handle, City city, int number) {
    return handle
        .createQuery(Sql.load("release/groups"))
        .bind("city", city.id())
        .bind("number", number)
        .map((row, context) -> new PublicGroup(
            row.getString("id"),
            new Text(row.getString("title_en"), row.getString("title_es")),
            row.getBoolean("exact")))
        .list();
  }

  private static Map<String, int[]> cells(
      Handle handle, City city, int number, List<PublicArea> listed, Periods periods) {
    Map<String, Integer> places = new HashMap<>();
    for (PublicArea area : listed) {
      places.put(area.key(), places.size());
    }
    Map<String, int[]> cells = new HashMap<>();
    handle
        .createQuery(Sql.load("release/cells"))
        .bind("city", city.id())
        .bind("number", number)
        .setFetchSize(5_000)
        .map((row, context) -> {
          int place = Objects.requireNonNull(
              places.get(row.getString("unit") + "/" + row.getString("area")));
          int period = periods.indexOf(Period.find(row.getString("period")).orElseThrow());
          Integer count = row.getObject("count", Integer.class);
          cells
                  .computeIfAbsent(
                      row.getString("grp"), group -> new int[listed.size() * periods.size()])[
                  place * periods.size() + period] =
              count == null ? Published.HIDDEN : count;
          return true;
        })
        .forEach(done -> {});
    return cells;
  }

  private static List<Line> lines(Handle handle, City city, int number, Facts.Rules rules) {
    Map<Line.Kind, Map<Period, @Nullable Integer>> counts = new EnumMap<>(Line.Kind.class);
    for (Line.Kind kind : Line.Kind.values()) {
      counts.put(kind, new TreeMap<>());
    }
    handle
        .createQuery(Sql.load("release/lines"))
        .bind("city", city.id())
        .bind("number", number)
        .map((row, context) -> Objects.requireNonNull(
                counts.get(Line.Kind.of(row.getString("line"))))
            .put(
                Period.find(row.getString("period")).orElseThrow(),
                row.getObject("count", Integer.class)))
        .forEach(before -> {});
    List<Line> lines = new ArrayList<>();
    counts.forEach((kind, byQuarter) -> lines.add(new Line(kind, kind.k(rules), byQuarter)));
    return lines;
  }
}
