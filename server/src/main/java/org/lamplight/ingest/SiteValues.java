package org.lamplight.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lamplight.ingest.GeoJsonShape.Unusable;

/** Dates, times and lists as they are written in files of sites. */
final class SiteValues {

  private static final Set<String> PRECISIONS = Set.of("day", "month", "year");
  private static final Set<String> STATUSES =
      Set.of("proposed", "active", "paused", "ended", "unknown");

  private SiteValues() {}

  /** The first day of a day, month or year. */
  static @Nullable LocalDate day(@Nullable String text, String reason) throws Unusable {
    if (text == null) {
      return null;
    }
    try {
      return switch (text.length()) {
        case 4 -> Year.parse(text).atDay(1);
        case 7 -> YearMonth.parse(text).atDay(1);
        default -> LocalDate.parse(text);
      };
    } catch (DateTimeException e) {
      throw new Unusable(reason, text);
    }
  }

  /** What the source says the date is exact to, if it is one of the known words; otherwise what its form says. */
  static @Nullable String precision(@Nullable String date, @Nullable String said) {
    if (date == null || (said != null && PRECISIONS.contains(said))) {
      return date == null ? null : said;
    }
    return switch (date.length()) {
      case 4 -> "year";
      case 7 -> "month";
      default -> "day";
    };
  }

  /** A remark on a date that is not itself when the site opened, such as "month of announcement". */
  static @Nullable String note(
      @Nullable String note, @Nullable String date, @Nullable String said) {
    if (date == null || said == null || PRECISIONS.contains(said)) {
      return note;
    }
    String remark = "The date is the " + said + ".";
    return note == null ? remark : note + ". " + remark;
  }

  static String status(@Nullable String text, boolean closed) throws Unusable {
    if (text == null) {
      return closed ? "ended" : "unknown";
    }
    if (!STATUSES.contains(text)) {
      throw new Unusable("bad_status", text);
    }
    return text;
  }

  /** Years divided by semicolons or commas. */
  static List<Short> years(@Nullable String text) throws Unusable {
    List<Short> years = new ArrayList<>();
    for (String part : parts(text)) {
      years.add((short) number(part, 1800, 2200, "bad_listed_years"));
    }
    return years;
  }

  /** ISO weekdays: single ones and ranges, such as "3-6" or "1,5". */
  static List<Short> weekdays(@Nullable String text) throws Unusable {
    Set<Short> days = new TreeSet<>();
    for (String part : parts(text)) {
      int dash = part.indexOf('-');
      int from = number(dash < 0 ? part : part.substring(0, dash), 1, 7, "bad_weekdays");
      int until = dash < 0 ? from : number(part.substring(dash + 1), 1, 7, "bad_weekdays");
      for (int day = from; day != until; day = day % 7 + 1) {
        days.add((short) day);
      }
      days.add((short) until);
    }
    return List.copyOf(days);
  }

  private static String[] parts(@Nullable String text) {
    return text == null ? new String[0] : text.split("\\s*[;,]\\s*");
  }

  private static int number(String text, int least, int most, String reason) throws Unusable {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Unusable(reason, text);
    }
    throw new Unusable(reason, text);
  }

  /** A day of any year, such as --07-04. */
  static @Nullable String dayOfYear(@Nullable String text) throws Unusable {
    try {
      return text == null ? null : MonthDay.parse(text).toString();
    } catch (DateTimeException e) {
      throw new Unusable("bad_season", text);
    }
  }

  /** A time of day; 24:00 is midnight. */
  static @Nullable LocalTime time(@Nullable String text) throws Unusable {
    try {
      if (text == null) {
        return null;
      }
      return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new Unusable("bad_hours", text);
    }
  }
}
