package org.lamplight.disclosure;

import java.util.Arrays;
import java.util.OptionalInt;

/** What a reader has of one offence group: by cell a number, a mark, or nothing. */
final class Published {

  final Hierarchy units;
  final Hierarchy periods;
  private final OptionalInt[] numbers;
  private final boolean[] marks;

  private Published(Hierarchy units, Hierarchy periods, OptionalInt[] numbers, boolean[] marks) {
    this.units = units;
    this.periods = periods;
    this.numbers = numbers;
    this.marks = marks;
  }

  static Published of(CountTable table, boolean[] hidden) {
    OptionalInt[] numbers = new OptionalInt[table.size()];
    Arrays.setAll(
        numbers,
        cell -> hidden[cell] || !table.isListed(cell)
            ? OptionalInt.empty()
            : OptionalInt.of(table.count(cell)));
    return new Published(table.units(), table.periods(), numbers, hidden.clone());
  }

  OptionalInt number(int unit, int period) {
    return numbers[unit * periods.size() + period];
  }

  boolean isMarked(int unit, int period) {
    return marks[unit * periods.size() + period];
  }
}
