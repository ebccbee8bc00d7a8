package org.lamplight.app.bench;

import java.util.Map;
import java.util.TreeMap;
import org.lamplight.explore.Answer;

/**
 * The counts of one answer that all ways of counting must agree in, by names such as {@code hour 17}; those that are 0 are left out.
 * Map bins are not among them, which spares the other ways some work.
 */
record ExploreFigures(Map<String, Long> counts) {

  static ExploreFigures of(Answer answer) {
    ExploreFigures figures = new ExploreFigures(new TreeMap<>());
    figures.add("matched", answer.matched());
    figures.add("withoutPlace", answer.withoutPlace());
    answer.offences().offences().forEach((name, count) -> figures.add("offence " + name, count));
    for (int hour = 0; hour < 168; hour++) {
      figures.add("hour " + hour, answer.times().hourOfWeek().get(hour).longValue());
    }
    answer.times().months().forEach(month -> figures.add("month " + month.month(), month.count()));
    answer
        .areas()
        .forEach((set, counts) ->
            counts.forEach((slug, count) -> figures.add("area " + set + ":" + slug, count)));
    answer.flags().forEach((name, count) -> figures.add("flag " + name, count));
    return figures;
  }

  /** Adds to a count. */
  void add(String name, long count) {
    if (count != 0) {
      counts.merge(name, count, Long::sum);
    }
  }
}
