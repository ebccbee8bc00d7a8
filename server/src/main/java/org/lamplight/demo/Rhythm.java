package org.lamplight.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** When offences of a kind occur: weights of the hours of the day and of the days of the week. */
final class Rhythm {

  /** People round: on the hour, the half, the quarter; the rest evenly. Weights per 1,000. */
  private static final Weighted<Integer> MINUTES = Weighted.indexes(IntStream.range(0, 60)
      .mapToDouble(m -> m == 0 ? 370 : m == 30 ? 175 : m % 15 == 0 ? 50 : m % 5 == 0 ? 32 : 2)
      .toArray());

  private final Weighted<Integer> hours;
  private final double[] days;
  private final double mostDay;

  private Rhythm(NamedCsvRecord row) {
    this.hours = Weighted.indexes(IntStream.range(0, 24)
        .mapToDouble(h -> Facts.number(row, "h" + (h < 10 ? "0" : "") + h))
        .toArray());
    this.days =
        IntStream.rangeClosed(1, 7).mapToDouble(d -> Facts.number(row, "d" + d)).toArray();
    this.mostDay = IntStream.range(0, 7).mapToDouble(d -> days[d]).max().orElseThrow();
  }

  /** The rhythm of each kind of offence. */
  static Map<String, Rhythm> all() {
    Map<String, Rhythm> rhythms = new HashMap<>();
    for (var row : Facts.rows("rhythms.csv")) {
      rhythms.put(row.getField("kind"), new Rhythm(row));
    }
    return rhythms;
  }

  /** A local time of the month. */
  LocalDateTime draw(YearMonth month, Dice dice) {
    LocalDate day = month.atDay(1 + dice.below(month.lengthOfMonth()));
    while (!dice.chance(days[day.getDayOfWeek().getValue() - 1] / mostDay)) {
      day = month.atDay(1 + dice.below(month.lengthOfMonth()));
    }
    return day.atTime(hours.draw(dice), MINUTES.draw(dice));
  }
}
