package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.release.Cell;
import org.lamplight.release.Period;
import org.lamplight.release.PublicArea;
import org.lamplight.release.Published;

/** How a view's areas are drawn: one of five fixed classes, or what stands for no number. */
final class Shades {

  /** Style names of what has no class. */
  static final String ZERO = "zero";

  static final String HIDDEN = "veiled";
  static final String NO_RATE = "no-rate";
  static final String UNLISTED = "unlisted";

  private static final double RATE_STEP = 0.1;

  private final View.Measure measure;
  private final Classes classes;

  private Shades(View.Measure measure, Classes classes) {
    this.measure = measure;
    this.classes = classes;
  }

  /** Classes over all periods of the view's grain, so that they stand when the period changes. */
  static Shades of(View view, Published release) {
    List<Double> values = new ArrayList<>();
    for (PublicArea area : release.areas(view.unit().id())) {
      // Records without a place are in the table, not on the map.
      if (area.outline() != null) {
        for (Period period : release.periods().of(view.period().grain())) {
          Double value = value(release.cell(area, period, view.group()), view.measure());
          if (value != null) {
            values.add(value);
          }
        }
      }
    }
    double step = view.measure() == View.Measure.RATE ? RATE_STEP : 1;
    return new Shades(view.measure(), Classes.of(values, step));
  }

  Classes classes() {
    return classes;
  }

  private static @Nullable Double value(Cell cell, View.Measure measure) {
    Integer count = cell.count();
    if (measure == View.Measure.RATE) {
      return cell.ratePer1000();
    }
    return count == null ? null : Double.valueOf(count);
  }

  /** The style name of a cell. */
  String of(Cell cell) {
    Integer count = cell.count();
    if (count == null) {
      return HIDDEN;
    }
    if (count == 0) {
      return ZERO;
    }
    Double value = value(cell, measure);
    return value == null ? NO_RATE : "k" + classes.of(value);
  }

  /** Whether the measure is a rate. */
  boolean ofRates() {
    return measure == View.Measure.RATE;
  }
}
