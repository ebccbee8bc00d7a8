package org.lamplight.release;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The periods of a release: its months, the quarters whose three months it holds, the years whose twelve. */
public final class Periods {

  private final YearMonth first;
  private final YearMonth last;
  private final List<Period> all;
  private final Map<Period, Integer> index = new HashMap<>();

  /** All periods from the first to the last month, both included. */
  public Periods(YearMonth first, YearMonth last) {
    this.first = first;
    this.last = last;
    List<Period> periods = new ArrayList<>();
    for (Grain grain : Grain.values()) {
      for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
        Period period = Period.of(month).in(grain);
        if (period.firstMonth().equals(month) && !period.lastMonth().isAfter(last)) {
          periods.add(period);
        }
      }
    }
    this.all = List.copyOf(periods);
    for (int i = 0; i < all.size(); i++) {
      index.put(all.get(i), i);
    }
  }

  public YearMonth first() {
    return first;
  }

  public YearMonth last() {
    return last;
  }

  /** Months, then quarters, then years, each in time. */
  public List<Period> all() {
    return all;
  }

  public List<Period> of(Grain grain) {
    return all.stream().filter(period -> period.grain() == grain).toList();
  }

  public int size() {
    return all.size();
  }

  public boolean holds(Period period) {
    return index.containsKey(period);
  }

  /** Its place in {@link #all()}; a period that is not there is a bug. */
  public int indexOf(Period period) {
    Integer at = index.get(period);
    if (at == null) {
      throw new IllegalArgumentException("no period " + period);
    }
    return at;
  }

  /** The next longer period that holds it and is there; null when there is none. */
  public @Nullable Period parent(Period period) {
    return switch (period.grain()) {
      case MONTH -> existing(period.in(Grain.QUARTER));
      case QUARTER -> existing(period.in(Grain.YEAR));
      case YEAR -> null;
    };
  }

  private @Nullable Period existing(Period period) {
    return holds(period) ? period : null;
  }
}
