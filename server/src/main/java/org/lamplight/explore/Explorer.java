package org.lamplight.explore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.IntPredicate;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.incident.IncidentIndex;
import org.lamplight.incident.Incidents;

/** Counts the incidents of a question; what does not depend on the view is kept for the next pan. */
public final class Explorer {

  /** Above this many in view the map shows hexagons, so that a million points are never sent. */
  public static final int MOST_POINTS = 2_000;

  private final Cache<Key, Totals> totals =
      Caffeine.newBuilder().maximumSize(200).build();

  private record Key(String city, long version, Question question) {}

  /**
   * Answers a question for a view; BUSY until the index is there. Cost: one pass over the city's incidents for a new
   * question, then only over those near the view.
   */
  public Answer answer(Incidents.Loaded data, Question question, View view) {
    IncidentIndex index = data.index()
        .orElseThrow(() ->
            new Fault(Fault.Kind.BUSY, "the incidents are being read after a start or an import"));
    IntPredicate other = test(data, question.other());
    IntPredicate offence = test(data, question.offence());
    IntPredicate time = test(data, question.time());
    IntPredicate clock = test(data, question.clock());
    Totals counted = totals.get(
        new Key(data.city().slug(), data.version(), question),
        key -> new TotalsPass(data, index).count(other, offence, time, clock));
    ViewPass pass = new ViewPass(data, index, view);
    pass.scan(row -> other.test(row) && offence.test(row) && time.test(row) && clock.test(row));
    return new Answer(
        data.version(),
        counted.total(),
        counted.matched(),
        counted.withoutPlace(),
        pass.inView(),
        counted.groups(),
        counted.offences(),
        counted.hourOfWeek(),
        counted.months(),
        counted.densityBreaks(),
        pass.map());
  }

  private static IntPredicate test(Incidents.Loaded data, Condition condition) {
    return data.test(condition)
        .orElseThrow(() -> Fault.invalid(
            "only offence, group, origin, sensitivity, code, area, datetime, hours, weekdays,"
                + " firearm and flags can be explored"));
  }
}
