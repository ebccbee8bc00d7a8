package org.lamplight.study;

import java.util.Set;

/** What a stored layer fills of a method's inputs. */
public enum LayerUse {
  /** Nothing: the method runs on inline data only. */
  NONE(),
  /** Each incident's place, and the city's outline. */
  POINTS("x", "y", "window"),
  /** Each incident's place and local day. */
  EVENTS("x", "y", "t"),
  /** Counts by area or cell, with their outlines. */
  COUNTS("values", "areas"),
  /** Counts by area, with their population and outlines. */
  RATES("counts", "population", "areas"),
  /** The same, with the harm of what was counted where it has weights. */
  HARM("counts", "population", "areas", "harm"),
  /** Counts by offence, and the city's weights of harm. */
  KINDS("counts", "weights"),
  /** Counts by period. */
  SERIES("series"),
  /** The same, but only after the last period that is missing, for methods that need each. */
  STRETCH("series"),
  /** Counts by period, the last one apart. */
  CHANGE("now", "before"),
  /** Counts by cell and period, with the cells' outlines. */
  CUBE("cells", "areas"),
  /** Counts by area and period, or by area, offence and period, with the days of each and those of the year. */
  PACK("cells", "areas", "days", "names", "slugs", "kinds", "yearToDate", "lastYear"),
  /** Counts by cell of two times, one after the other, and the cells' sizes. */
  BACK_TEST("observed", "predicted", "area", "baseline"),
  /** Each incident's place, day and cell, the cells, and the periods as times to be caught. */
  ROLLING("x", "y", "t", "cell", "cellX", "cellY", "area", "tests"),
  /** From when until when each incident can have happened. */
  SPANS("from", "until");

  @SuppressWarnings("ImmutableEnumChecker") // copied by Set.of
  private final Set<String> fills;

  LayerUse(String... fills) {
    this.fills = Set.of(fills);
  }

  /** Names of the inputs that it fills. */
  public Set<String> fills() {
    return fills;
  }
}
