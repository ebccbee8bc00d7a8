package org.lamplight.app.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.lamplight.explore.Question;
import org.lamplight.explore.Question.Dimension;

/**
 * The counts of a question as one statement, in two forms: one scan with grouping sets, whose aggregates leave out each dimension's
 * own filter, and one SELECT for each dimension, joined by UNION ALL, each of which may use an index. Both give rows of kind, value and
 * count.
 *
 * @param tables what to read from and how it spells things
 */
record ExploreStatements(Tables tables) {

  /**
   * A schema to count in.
   *
   * @param from table, with its alias i
   * @param month expression of the local month, twelve times the year
   * @param areaSets expression of the area of each set; none where the areas are grouped as one list
   */
  record Tables(String from, String month, String noPlace, List<String> areaSets) {}

  /** Filters of a question as SQL text with its values written in, by dimension; the base under none. */
  record Filters(String base, Map<Dimension, String> own, List<String> ownAreaSets) {

    static Filters of(Question question, String base, Map<Dimension, String> own) {
      return new Filters(base, new EnumMap<>(own), question.areaSets());
    }

    /** All filters but those of the dimensions. */
    String without(Dimension... left) {
      StringJoiner all = new StringJoiner(" and ");
      all.add(base);
      own.forEach((dimension, text) -> {
        if (!List.of(left).contains(dimension)) {
          all.add(text);
        }
      });
      return all.toString();
    }
  }

  /** A count: its name in the answer, what it is grouped by, and the dimensions whose filters it leaves out. */
  private record Count(String kind, String value, Dimension... left) {}

  private List<Count> counts() {
    List<Count> counts = new ArrayList<>(List.of(
        new Count("code", "i.code", Dimension.OFFENCE),
        new Count("hour", "(i.weekday - 1) * 24 + i.hour", Dimension.HOURS, Dimension.WEEKDAYS),
        new Count("month", tables.month(), Dimension.TIME),
        new Count("flags", "i.flags", Dimension.FLAGS)));
    return counts;
  }

  /** One SELECT for each dimension. */
  String union(Filters filters) {
    StringJoiner parts = new StringJoiner("\nunion all\n");
    for (Count count : counts()) {
      parts.add("select '" + count.kind() + "', cast(" + count.value()
          + " as text), count(*) from " + tables.from() + " where "
          + filters.without(count.left()) + " group by 2");
    }
    areaParts(filters).forEach(parts::add);
    parts.add("select 'place', cast(" + tables.noPlace() + " as text), count(*) from "
        + tables.from() + " where " + filters.without() + " group by 2");
    return parts.toString();
  }

  /** Sets whose filter is among the areas ignore it, the others do not. */
  private List<String> areaParts(Filters filters) {
    List<String> parts = new ArrayList<>();
    if (tables.areaSets().isEmpty()) {
      parts.add("select 'held', cast(i.areas as text), count(*) from " + tables.from() + " where "
          + filters.without() + " group by 2");
      if (!filters.ownAreaSets().isEmpty()) {
        parts.add("select 'free', cast(i.areas as text), count(*) from " + tables.from() + " where "
            + filters.without(Dimension.AREA) + " group by 2");
      }
      return parts;
    }
    for (String column : tables.areaSets()) {
      parts.add("select 'held', cast(" + column + " as text), count(*) from " + tables.from()
          + " where " + filters.without() + " group by 2");
      if (!filters.ownAreaSets().isEmpty()) {
        parts.add("select 'free', cast(" + column + " as text), count(*) from " + tables.from()
            + " where " + filters.without(Dimension.AREA) + " group by 2");
      }
    }
    return parts;
  }

  /** One scan: rows that fail more than one dimension count nowhere, and are left out first. */
  String groupingSets(Filters filters) {
    List<Dimension> own = List.copyOf(filters.own().keySet());
    StringJoiner flags = new StringJoiner(", ");
    StringJoiner failed = new StringJoiner(" + ");
    for (Dimension dimension : own) {
      flags.add("(" + filters.own().get(dimension) + ") as " + name(dimension));
      failed.add("cast(not " + name(dimension) + " as int)");
    }
    List<String> groups =
        new ArrayList<>(List.of("code", "hour_of_week", "month", "flags", "no_place"));
    List<String> areas = new ArrayList<>();
    for (int set = 0; set < tables.areaSets().size(); set++) {
      areas.add("a" + set);
    }
    if (areas.isEmpty()) {
      areas.add("areas");
    }
    groups.addAll(areas);
    StringJoiner columns = new StringJoiner(", ");
    columns.add("i.code");
    columns.add("(i.weekday - 1) * 24 + i.hour as hour_of_week");
    columns.add(tables.month() + " as month");
    columns.add("i.flags");
    columns.add(tables.noPlace() + " as no_place");
    for (int set = 0; set < tables.areaSets().size(); set++) {
      columns.add(tables.areaSets().get(set) + " as a" + set);
    }
    if (tables.areaSets().isEmpty()) {
      columns.add("i.areas");
    }
    if (!own.isEmpty()) {
      columns.add(flags.toString());
    }
    StringJoiner kinds = new StringJoiner(" ", "case ", " end");
    StringJoiner values = new StringJoiner(" ", "case ", " end");
    for (String group : groups) {
      String set = "grouping(" + group + ") = 0";
      kinds.add("when " + set + " then '" + group + "'");
      values.add("when " + set + " then cast(" + group + " as text)");
    }
    String sets = String.join("), (", groups);
    return "select " + kinds + ", " + values + ",\n" + aggregate(own, Dimension.OFFENCE) + ",\n"
        + aggregate(own, Dimension.HOURS, Dimension.WEEKDAYS) + ",\n"
        + aggregate(own, Dimension.TIME) + ",\n" + aggregate(own, Dimension.FLAGS) + ",\n"
        + aggregate(own, Dimension.AREA) + ",\n" + aggregate(own) + "\nfrom (select " + columns
        + " from " + tables.from() + " where " + filters.base() + ") r"
        + (own.isEmpty() ? "" : " where " + failed + " <= " + most(own))
        + "\ngroup by grouping sets (("
        + sets + "))";
  }

  /** Hours and weekdays are left out together. */
  private static int most(List<Dimension> own) {
    return own.contains(Dimension.HOURS) && own.contains(Dimension.WEEKDAYS) ? 2 : 1;
  }

  private static String aggregate(List<Dimension> own, Dimension... left) {
    StringJoiner all = new StringJoiner(" and ");
    for (Dimension dimension : own) {
      if (!List.of(left).contains(dimension)) {
        all.add(name(dimension));
      }
    }
    return all.length() == 0 ? "count(*)" : "count(*) filter (where " + all + ")";
  }

  private static String name(Dimension dimension) {
    return "holds_" + dimension.name().toLowerCase(java.util.Locale.ROOT);
  }
}
