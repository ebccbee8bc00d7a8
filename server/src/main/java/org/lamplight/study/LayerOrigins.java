package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamplight.analysis.point.RollingOrigins;

/** The incidents of a layer and the periods before which maps are made of them. */
final class LayerOrigins {

  private static final String[] CENTRES = {"x", "y"};

  private final LayerReader reader;
  private final LayerQuestion question;

  LayerOrigins(LayerReader reader, LayerQuestion question) {
    this.reader = reader;
    this.question = question;
  }

  /** INVALID without a grid or periods, or where there is no year of history before the first. */
  LayerData read() {
    require(
        question.layer().grid() != null,
        "layer.grid: is needed, such as {\"kind\": \"hexagons\", \"size\": 500}; a share of the area needs equal cells");
    LayerTime time = reader.time(question);
    LayerUnits units = reader.units(question);
    LocalDate first = time.begins(0).minusDays(RollingOrigins.BASELINE_DAYS);
    requireHistory(first, time.begins(0));
    LayerRows rows = reader.rows(question, first + "/" + last(time), true);
    Map<String, Object> filled = new LinkedHashMap<>();
    filled.put("x", rows.x);
    filled.put("y", rows.y);
    filled.put("t", rows.day);
    double[] cell = new double[rows.size];
    for (int row = 0; row < rows.size; row++) {
      cell[row] = units.of(rows, row);
    }
    filled.put("cell", cell);
    Map<String, Object> cells = units.filled();
    for (String axis : CENTRES) {
      filled.put("cell" + axis.toUpperCase(java.util.Locale.ROOT), cells.get(axis));
    }
    filled.put("area", units.sizes());
    filled.put("tests", tests(time));
    LayerData data = reader.data(question, filled, units.places(), rows);
    data.notes()
        .add(time.count() + " origins from " + time.begins(0) + " to "
            + time.begins(time.count() - 1) + "; the last period ends on " + last(time) + ".");
    return data;
  }

  private static String last(LayerTime time) {
    return time.datetime().split("/", -1)[1];
  }

  private static double[][] tests(LayerTime time) {
    double[][] tests = new double[time.count()][];
    for (int i = 0; i < tests.length; i++) {
      LocalDate end = i + 1 < tests.length
          ? time.begins(i + 1)
          : LocalDate.parse(last(time)).plusDays(1);
      tests[i] = new double[] {time.begins(i).toEpochDay(), end.toEpochDay()};
    }
    return tests;
  }

  /** A year of which a part is not recorded would make the counts of last year easy to beat. */
  private void requireHistory(LocalDate first, LocalDate origin) {
    LocalDate known = reader.recordedFrom(question);
    require(
        !known.isAfter(first),
        "layer.periods: before the first origin, " + origin
            + ", there is no year of incidents, which are recorded from " + known
            + "; take fewer periods, or a later end");
  }
}
