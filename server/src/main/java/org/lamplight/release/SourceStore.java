package org.lamplight.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.incident.Flag;

/** What a release is built from: incidents counted, areas, and what earlier releases froze. Reads as the role of imports. */
final class SourceStore {

  private final Database database;

  SourceStore(Database database) {
    this.database = database;
  }

  /** Gives the work a reader that sees the database as it was at one moment. */
  <T> T atOneMoment(City city, CityProfile.ReleasePlan plan, Function<Reader, T> work) {
    return database
        .jdbi()
        .inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> work.apply(new Reader(handle, city, plan)));
  }

  /** Reads of one moment. */
  static final class Reader {

    private final Handle handle;
    private final City city;
    private final CityProfile.ReleasePlan plan;

    private Reader(Handle handle, City city, CityProfile.ReleasePlan plan) {
      this.handle = handle;
      this.city = city;
      this.plan = plan;
    }

    /** The incidents of each month, and how far the data reach. */
    MonthsToFreeze.Known known(LocalDate today) {
      SortedMap<YearMonth, Long> incidents = new TreeMap<>();
      about("release/months")
          .map((row, context) ->
              incidents.put(YearMonth.parse(row.getString("month")), row.getLong("count")))
          .list();
      SortedMap<LocalDate, Long> reports = new TreeMap<>();
      about("release/reports")
          .bind("today", today)
          .map((row, context) ->
              reports.put(row.getObject("day", LocalDate.class), row.getLong("count")))
          .list();
      return new MonthsToFreeze.Known(incidents, reports);
    }

    private Query about(String statement) {
      return handle
          .createQuery(Sql.load(statement))
          .bind("city", city.id())
          .bind("zone", city.profile().zone().getId())
          .bind("implausible", Flag.IMPLAUSIBLE_DATE.bit());
    }

    /** The areas of both units, with who belongs to whom. */
    Territory.Sources areas(@Nullable Published before) {
      Map<String, String> membership = new HashMap<>();
      handle
          .createQuery(Sql.load("release/memberships"))
          .bind("city", city.id())
          .bind("set", plan.neighborhoods())
          .bind("of", plan.districts())
          .map((row, context) ->
              membership.put(row.getString("neighborhood"), row.getString("district")) == null)
          .forEach(first -> {});
      return new Territory.Sources(
          areas(plan.neighborhoods()), areas(plan.districts()), membership, before);
    }

    private List<Territory.SourceArea> areas(String set) {
      return handle
          .createQuery(Sql.load("release/source_areas"))
          .bind("city", city.id())
          .bind("set", set)
          .map((row, context) -> new Territory.SourceArea(
              row.getInt("id"),
              row.getString("slug"),
              row.getString("name"),
              row.getObject("population", Integer.class),
              row.getString("outline")))
          .list();
    }

    @Nullable
    String cityOutline() {
      return handle
          .createQuery(Sql.load("release/city_outline"))
          .bind("city", city.id())
          .bind("set", plan.neighborhoods())
          .mapTo(String.class)
          .findOne()
          .orElse(null);
    }

    /** What earlier releases froze. */
    FrozenCounts frozen() {
      FrozenCounts counts = new FrozenCounts();
      handle
          .createQuery(Sql.load("release/frozen"))
          .bind("city", city.id())
          .setFetchSize(5_000)
          .map((row, context) -> new FrozenCounts.Row(
              new FrozenCounts.Key(
                  row.getString("grp"),
                  row.getString("area"),
                  YearMonth.parse(row.getString("month"))),
              row.getInt("count")))
          .forEach(row -> counts.add(row.key(), row.count()));
      return counts;
    }

    /**
     * Counts of the months from the first to the last, both included, as they stand now.
     *
     * @param neighborhoods slug by number of the area
     */
    FrozenCounts counted(YearMonth first, YearMonth last, Map<Integer, String> neighborhoods) {
      FrozenCounts counts = new FrozenCounts();
      handle
          .createQuery(Sql.load("release/month_counts"))
          .bind("city", city.id())
          .bind("zone", city.profile().zone().getId())
          .bind("first", first.atDay(1))
          .bind("until", last.plusMonths(1).atDay(1))
          .bind("implausible", Flag.IMPLAUSIBLE_DATE.bit())
          .setFetchSize(5_000)
          .map((row, context) -> {
            String group = row.getString("grp");
            Integer[] areas = (Integer[]) row.getArray("areas").getArray();
            return new FrozenCounts.Row(
                new FrozenCounts.Key(
                    group,
                    isLine(group) ? FrozenCounts.WHOLE_CITY : neighborhood(areas, neighborhoods),
                    YearMonth.parse(row.getString("month"))),
                row.getInt("count"));
          })
          .forEach(row -> counts.add(row.key(), row.count()));
      return counts;
    }

    private static boolean isLine(String group) {
      return group.equals(Line.Kind.SENSITIVE.id()) || group.equals(Line.Kind.POLICE.id());
    }

    private static String neighborhood(Integer[] areas, Map<Integer, String> neighborhoods) {
      for (Integer area : areas) {
        String slug = neighborhoods.get(area);
        if (slug != null) {
          return slug;
        }
      }
      return PublicArea.WITHOUT_PLACE;
    }

    /** How many records were sealed since the release before. */
    int sealedSince(@Nullable Published before) {
      return handle
          .createQuery(Sql.load("release/sealed_since"))
          .bind("city", city.id())
          .bind("number", before == null ? 0 : before.number())
          .mapTo(Integer.class)
          .one();
    }

    boolean synthetic() {
      return handle
          .createQuery("select synthetic from city where id = :city")
          .bind("city", city.id())
          .mapTo(Boolean.class)
          .one();
    }
  }
}
