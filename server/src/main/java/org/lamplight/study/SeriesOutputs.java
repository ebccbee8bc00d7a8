package org.lamplight.study;

import java.util.ArrayList;
import java.util.List;

/** What methods of a series give beside their own: the series that was read, and the dates of a stored one. */
final class SeriesOutputs {

  private static final List<Output> ALL = List.of(
      Output.of("series", "The values as read", "of the series", Schema.numbersOrNull()),
      Output.of(
          LayerPeriods.STARTS,
          "The local date on which each period of a stored layer begins; empty for data of the request",
          "date",
          Schema.texts()));

  private SeriesOutputs() {}

  /** The method's own outputs, then these. */
  static List<Output> after(Output... own) {
    List<Output> outputs = new ArrayList<>(List.of(own));
    outputs.addAll(ALL);
    return outputs;
  }

  static Outcome put(Values values, Outcome outcome) {
    Object starts = values.ofLayer(LayerPeriods.STARTS);
    return outcome
        .put("series", values.numbersOrGaps("series"))
        .put(LayerPeriods.STARTS, starts == null ? List.of() : starts);
  }
}
