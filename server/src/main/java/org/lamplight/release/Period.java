package org.lamplight.release;

import static org.lamplight.fault.Fault.require;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A whole month, quarter or year of the city's calendar, written {@code 2024-05}, {@code 2024-Q2}, {@code 2024}.
 *
 * @param number of the month or quarter in its year; 1 for a year
 */
public record Period(Grain grain, int year, int number) implements Comparable<Period> {

  private static final Pattern TEXT =
      Pattern.compile("(?<year>\\d{4})(-(?<month>0[1-9]|1[0-2])|-Q(?<quarter>[1-4]))?");

  /** By grain, then in time. */
  private static final Comparator<Period> ORDER =
      Comparator.comparing(Period::grain).thenComparing(Period::year).thenComparing(Period::number);

  public Period {
    require(year >= 1000 && year <= 9999, "period: the year must have four digits");
    require(
        number >= 1 && number <= 12 / grain.months(), "period: there is no such part of a year");
  }

  public static Period of(YearMonth month) {
    return new Period(Grain.MONTH, month.getYear(), month.getMonthValue());
  }

  /** The period of that spelling; empty when it is none. */
  public static Optional<Period> find(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches() || text.startsWith("0")) {
      return Optional.empty();
    }
    int year = Integer.parseInt(match.group("year"));
    if (match.group("month") != null) {
      return Optional.of(new Period(Grain.MONTH, year, Integer.parseInt(match.group("month"))));
    }
    if (match.group("quarter") != null) {
      return Optional.of(new Period(Grain.QUARTER, year, Integer.parseInt(match.group("quarter"))));
    }
    return Optional.of(new Period(Grain.YEAR, year, 1));
  }

  /** The spelling in parameters, answers and tables. */
  public String id() {
    return switch (grain) {
      case MONTH -> "%04d-%02d".formatted(year, number);
      case QUARTER -> "%04d-Q%d".formatted(year, number);
      case YEAR -> "%04d".formatted(year);
    };
  }

  public YearMonth firstMonth() {
    return YearMonth.of(year, (number - 1) * grain.months() + 1);
  }

  public YearMonth lastMonth() {
    return firstMonth().plusMonths(grain.months() - 1L);
  }

  /** Its months, in time. */
  public List<YearMonth> months() {
    return IntStream.range(0, grain.months())
        .mapToObj(i -> firstMonth().plusMonths(i))
        .toList();
  }

  /** The quarter or year that holds it, or itself. */
  public Period in(Grain longer) {
    return new Period(longer, year, (firstMonth().getMonthValue() - 1) / longer.months() + 1);
  }

  /** The same season so many years before. */
  public Period before(int years) {
    return new Period(grain, year - years, number);
  }

  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return id();
  }
}
