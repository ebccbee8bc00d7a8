package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Offence;
import org.lamplight.fault.Fault;
import org.lamplight.incident.Taxonomy;

/**
 * The table of a monthly pack: each area of a set, and the whole city, crossed with each offence or group of offences that the
 * filter holds, by period and for the year so far. The first rows are those of the areas over all offences, in the set's order.
 */
final class LayerPack {

  /** The days that the figures are of, by name. */
  static final String SPANS = "spans";

  private static final long MOST = 3_000_000;

  private final LayerReader reader;
  private final LayerQuestion question;

  LayerPack(LayerReader reader, LayerQuestion question) {
    this.reader = reader;
    this.question = question;
  }

  /** What is counted in each row of the table: rows are in blocks of one offence, the areas first and the city last. */
  private record Table(
      int places, List<@Nullable String> kinds, double[][] cells, double[] year, double[] last) {

    static Table of(int areas, List<@Nullable String> kinds, int periods) {
      long rows = (areas + 1L) * kinds.size();
      if (rows * periods > MOST) {
        throw new Fault(
            Fault.Kind.TOO_LARGE,
            "layer: more than 3 million rows and periods; take fewer areas, offences or periods");
      }
      int size = (int) rows;
      return new Table(
          areas + 1, kinds, new double[size][periods], new double[size], new double[size]);
    }
  }

  LayerData read() {
    if (question.layer().by() == null) {
      return new LayerPeriods(reader, question).cube();
    }
    require(
        question.layer().areas() != null && question.layer().grid() == null,
        "layer.areas: a table by offence needs a set of areas, such as neighborhoods, and no grid");
    LayerTime time = reader.time(question);
    LayerUnits units = reader.units(question);
    PackSpans spans = PackSpans.of(time, reader.known(question).from());
    LayerRows rows = reader.rows(question, spans.datetime(), false);
    Map<Integer, String> kindOfCode = kindOfCode();
    Table table = Table.of(units.size(), kinds(rows, kindOfCode), time.count());
    for (int row = 0; row < rows.size; row++) {
      count(table, units.of(rows, row), kindOfCode.get(rows.code[row]), rows.day[row], time, spans);
    }
    return data(rows, units, time, spans, table);
  }

  /** The offence or group that each code counts as, in the order of the profile. */
  private Map<Integer, String> kindOfCode() {
    boolean groups = "group".equals(question.layer().by());
    Function<Offence, String> kind = groups ? Offence::group : Offence::id;
    Map<Integer, String> kinds = new LinkedHashMap<>();
    for (Taxonomy.Code code : question.loaded().taxonomy().codes()) {
      kinds.put(code.id(), kind.apply(code.offence()));
    }
    return kinds;
  }

  /** Null for all together, then those that occur; a single one stands alone. */
  private List<@Nullable String> kinds(LayerRows rows, Map<Integer, String> kindOfCode) {
    boolean groups = "group".equals(question.layer().by());
    LinkedHashSet<String> found = new LinkedHashSet<>();
    Arrays.stream(rows.code).distinct().forEach(code -> {
      String kind = kindOfCode.get(code);
      if (kind != null) {
        found.add(kind);
      }
    });
    require(!found.isEmpty(), "the filter holds no incident in these periods");
    List<@Nullable String> kinds = new ArrayList<>();
    if (found.size() > 1) {
      kinds.add(null);
    }
    question.loaded().taxonomy().offences().stream()
        .map(offence -> groups ? offence.group() : offence.id())
        .distinct()
        .filter(found::contains)
        .forEach(kinds::add);
    return kinds;
  }

  private static void count(
      Table table, int area, @Nullable String kind, double day, LayerTime time, PackSpans spans) {
    int period = time.period(day);
    int own = table.kinds.indexOf(kind);
    int[] blocks = table.kinds.size() == 1 ? new int[] {own} : new int[] {0, own};
    for (int block : blocks) {
      add(table, block, table.places - 1, day, period, spans);
      if (area >= 0) {
        add(table, block, area, day, period, spans);
      }
    }
  }

  private static void add(
      Table table, int block, int place, double day, int period, PackSpans spans) {
    int row = block * table.places + place;
    if (period >= 0) {
      table.cells[row][period]++;
    }
    if (spans.inYear(day)) {
      table.year[row]++;
    }
    if (spans.inLastYear(day)) {
      table.last[row]++;
    }
  }

  private LayerData data(
      LayerRows rows, LayerUnits units, LayerTime time, PackSpans spans, Table table) {
    Map<String, Object> filled = units.filled();
    filled.put("cells", table.cells);
    filled.put("days", time.days());
    filled.put("yearToDate", table.year);
    if (spans.lastYearKnown()) {
      filled.put("lastYear", table.last);
    }
    List<@Nullable String> names = new ArrayList<>();
    List<@Nullable String> slugs = new ArrayList<>();
    List<@Nullable String> kinds = new ArrayList<>();
    for (String kind : table.kinds) {
      for (Map<String, Object> area : units.places().properties()) {
        names.add(String.valueOf(area.get("name")));
        slugs.add(String.valueOf(area.get("slug")));
      }
      names.add(question.loaded().city().profile().name().en());
      slugs.add(null);
      kinds.addAll(Collections.nCopies(table.places, kind));
    }
    filled.put("names", names);
    filled.put("slugs", slugs);
    filled.put("kinds", kinds);
    filled.put(SPANS, spans.json());
    double[] sums = Arrays.stream(table.cells, 0, units.size())
        .mapToDouble(row -> Arrays.stream(row).sum())
        .toArray();
    LayerPeriods periods = new LayerPeriods(reader, question);
    boolean[] missing = periods.missing(time);
    for (double[] row : table.cells) {
      Arrays.setAll(row, i -> missing[i] ? Double.NaN : row[i]);
    }
    LayerData data = reader.data(question, filled, units.places().with("count", sums), rows);
    data.notes().add(time.said());
    periods.note(data, time, missing);
    if (!spans.lastYearKnown()) {
      data.notes()
          .add(
              "Incidents are not recorded from the first day of last year on, so the year is not held against it.");
    }
    return data;
  }

  /**
   * The days that a pack counts.
   *
   * @param first of the earliest period
   * @param now first day of the last period
   * @param last day of the last period
   */
  record PackSpans(LocalDate first, LocalDate now, LocalDate last, boolean lastYearKnown) {

    static PackSpans of(LayerTime time, @Nullable String known) {
      LocalDate first = time.begins(0);
      LocalDate from = known == null ? first : LocalDate.parse(known);
      LocalDate january = time.lastDay().withDayOfYear(1).minusYears(1);
      return new PackSpans(
          first, time.begins(time.count() - 1), time.lastDay(), !from.isAfter(january));
    }

    private LocalDate year() {
      return last.withDayOfYear(1);
    }

    String datetime() {
      LocalDate january = year().minusYears(1);
      return (january.isBefore(first) ? january : first) + "/" + last;
    }

    boolean inYear(double day) {
      return day >= year().toEpochDay() && day <= last.toEpochDay();
    }

    boolean inLastYear(double day) {
      return day >= year().minusYears(1).toEpochDay()
          && day <= last.minusYears(1).toEpochDay();
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("now", List.of(now.toString(), last.toString()));
      json.put("before", List.of(first.toString(), now.minusDays(1).toString()));
      json.put("yearToDate", List.of(year().toString(), last.toString()));
      json.put(
          "lastYear",
          List.of(year().minusYears(1).toString(), last.minusYears(1).toString()));
      return json;
    }
  }
}
