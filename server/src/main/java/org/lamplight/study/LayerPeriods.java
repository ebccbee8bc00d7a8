package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamplight.analysis.series.Recorded;
import org.lamplight.fault.Fault;
import org.lamplight.incident.Snapshot;

/** Counts of a layer by equal periods: of all its incidents, or place by place. */
final class LayerPeriods {

  /** The local dates on which the periods begin. */
  static final String STARTS = "starts";

  /** That some periods are missing. */
  static final String GAPS = "gaps";

  private final LayerReader reader;
  private final LayerQuestion question;

  LayerPeriods(LayerReader reader, LayerQuestion question) {
    this.reader = reader;
    this.question = question;
  }

  /** The counts of all incidents; NaN for a period that is missing. */
  LayerData series() {
    LayerTime time = reader.time(question);
    LayerRows rows = reader.rows(question, time.datetime(), false);
    double[] counts = new double[time.count()];
    for (int row = 0; row < rows.size; row++) {
      int period = time.period(rows.day[row]);
      if (period >= 0) {
        counts[period]++;
      }
    }
    boolean[] missing = missing(time);
    Map<String, Object> filled = switch (question.use()) {
      case CHANGE -> change(counts, missing);
      case STRETCH -> stretch(time, counts, missing);
      default -> {
        Arrays.setAll(counts, i -> missing[i] ? Double.NaN : counts[i]);
        yield of(time, counts, 0);
      }
    };
    LayerData data = reader.data(question, filled, null, rows);
    data.notes().add(time.said());
    note(data, time, missing);
    return data;
  }

  private static Map<String, Object> of(LayerTime time, double[] counts, int first) {
    Map<String, Object> filled = new LinkedHashMap<>();
    filled.put("series", Arrays.copyOfRange(counts, first, counts.length));
    filled.put(
        STARTS,
        IntStream.range(first, counts.length)
            .mapToObj(i -> time.begins(i).toString())
            .toList());
    return filled;
  }

  private static Map<String, Object> change(double[] counts, boolean[] missing) {
    int last = counts.length - 1;
    require(
        !missing[last],
        "hardly anything is recorded in the last period; let the filter end earlier");
    Map<String, Object> filled = new LinkedHashMap<>();
    filled.put("now", new double[] {counts[last]});
    filled.put(
        "before",
        IntStream.range(0, last)
            .filter(i -> !missing[i])
            .mapToDouble(i -> counts[i])
            .toArray());
    return filled;
  }

  private static Map<String, Object> stretch(LayerTime time, double[] counts, boolean[] missing) {
    int first = counts.length;
    while (first > 0 && !missing[first - 1]) {
      first--;
    }
    require(
        first < counts.length,
        "hardly anything is recorded in the last period; let the filter end earlier");
    return of(time, counts, first);
  }

  /** The counts of each place; NaN in the periods that are missing. */
  LayerData cube() {
    LayerTime time = reader.time(question);
    LayerUnits units = reader.units(question);
    if ((long) units.size() * time.count() > 3_000_000) {
      throw new Fault(
          Fault.Kind.TOO_LARGE,
          "layer: more than 3 million cells and periods; take larger or fewer");
    }
    LayerRows rows = reader.rows(question, time.datetime(), true);
    double[][] counts = new double[units.size()][time.count()];
    for (int row = 0; row < rows.size; row++) {
      int unit = units.of(rows, row);
      int period = time.period(rows.day[row]);
      if (unit >= 0 && period >= 0) {
        counts[unit][period]++;
      }
    }
    Places places = units.places().summed("count", counts);
    boolean[] missing = missing(time);
    for (double[] place : counts) {
      Arrays.setAll(place, i -> missing[i] ? Double.NaN : place[i]);
    }
    Map<String, Object> filled = units.filled();
    filled.put("cells", counts);
    LayerData data = reader.data(question, filled, places, rows);
    data.notes().add(time.said());
    note(data, time, missing);
    return data;
  }

  boolean[] missing(LayerTime time) {
    return missing(question, time);
  }

  /** Which periods the city has no records of, whatever the filter: they are not quiet, their data are missing. */
  static boolean[] missing(LayerQuestion question, LayerTime time) {
    Snapshot snapshot =
        question.loaded().index().orElseThrow(() -> new Fault(Fault.Kind.BUSY, LayerRows.NOT_READ));
    ZoneRules rules = question.loaded().city().profile().zone().getRules();
    double[] counts = new double[time.count()];
    for (int row = 0; row < snapshot.size(); row++) {
      int period = time.period((double) LayerRows.localDay(snapshot.second(row), rules));
      if (period >= 0) {
        counts[period]++;
      }
    }
    return Recorded.missing(counts);
  }

  void note(LayerData data, LayerTime time, boolean[] missing) {
    List<Integer> gaps =
        IntStream.range(0, missing.length).filter(i -> missing[i]).boxed().toList();
    if (gaps.isEmpty()) {
      return;
    }
    int last = gaps.get(gaps.size() - 1);
    String which = "Hardly anything is recorded in " + gaps.size()
        + " of the periods, the last from " + time.begins(last) + " to "
        + time.begins(last + 1).minusDays(1) + ": their data are missing, ";
    String said = which
        + (question.use() == LayerUse.STRETCH
            ? "and only what comes after is used."
            : "and they are left out.");
    data.filled().put(GAPS, said);
    data.notes().add(said);
  }
}
