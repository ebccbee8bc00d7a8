package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamplight.fault.Fault;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Selection;

/** Counts of a layer by equal periods: of all its incidents, or place by place. */
final class LayerPeriods {

  /** The local dates on which the periods begin. */
  static final String STARTS = "starts";

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
    boolean[] missing = missing(time, counts);
    int last = counts.length - 1;
    Map<String, Object> filled = new LinkedHashMap<>();
    if (question.use() == LayerUse.SERIES) {
      Arrays.setAll(counts, i -> missing[i] ? Double.NaN : counts[i]);
      filled.put("series", counts);
      filled.put(STARTS, starts(time));
    } else {
      require(!missing[last], "nothing is recorded in the last period; let the filter end earlier");
      filled.put("now", new double[] {counts[last]});
      filled.put(
          "before",
          IntStream.range(0, last)
              .filter(i -> !missing[i])
              .mapToDouble(i -> counts[i])
              .toArray());
    }
    LayerData data = reader.data(question, filled, null, rows);
    data.notes().add(time.said());
    note(data, time, missing);
    return data;
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
    double[] sums = new double[time.count()];
    for (int row = 0; row < rows.size; row++) {
      int unit = units.of(rows, row);
      int period = time.period(rows.day[row]);
      if (unit >= 0 && period >= 0) {
        counts[unit][period]++;
        sums[period]++;
      }
    }
    Places places = units.places().summed("count", counts);
    boolean[] missing = missing(time, sums);
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

  /** Which periods hold no incident of the city at all, whatever the filter: they are not quiet, their data are missing. */
  boolean[] missing(LayerTime time, double[] counts) {
    boolean[] missing = new boolean[counts.length];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = counts[i] == 0 && isEmpty(time, i);
    }
    return missing;
  }

  private boolean isEmpty(LayerTime time, int period) {
    Incidents.Loaded loaded = question.loaded();
    Map<String, String> days = Map.of("datetime", time.datetime(period));
    return loaded.select(loaded.parameters().parse(days)).map(Selection::count).orElse(1) == 0;
  }

  private static List<String> starts(LayerTime time) {
    return IntStream.range(0, time.count())
        .mapToObj(i -> time.begins(i).toString())
        .toList();
  }

  static void note(LayerData data, LayerTime time, boolean[] missing) {
    List<String> starts = IntStream.range(0, missing.length)
        .filter(i -> missing[i])
        .mapToObj(i -> time.begins(i).toString())
        .toList();
    if (!starts.isEmpty()) {
      data.notes()
          .add("Nothing at all is recorded in " + starts.size() + " of the periods, the first from "
              + starts.get(0) + ": their data are missing, and they are left out.");
    }
  }
}
