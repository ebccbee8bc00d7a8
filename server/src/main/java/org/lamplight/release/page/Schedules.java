package org.lamplight.release.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.program.Site;

/** A site's schedule in words, as it was last published. */
final class Schedules {

  private Schedules() {}

  /** Season, days and hours, as far as known; empty when nothing of them is. */
  static String of(Site.Schedule schedule, Words words) {
    List<String> parts = new ArrayList<>();
    String from = schedule.seasonFrom();
    String until = schedule.seasonUntil();
    if (from != null && until != null) {
      parts.add(
          words.say("hours.season", "from", day(from, 0, words), "until", day(until, 1, words)));
    }
    if (!schedule.weekdays().isEmpty()) {
      parts.add(days(schedule.weekdays(), words));
    }
    String hours = hours(schedule.hoursFrom(), schedule.hoursUntil(), words);
    if (hours != null) {
      parts.add(hours);
    }
    return String.join(", ", parts);
  }

  private static @Nullable String hours(
      @Nullable String from, @Nullable String until, Words words) {
    return from == null || until == null
        ? null
        : words.say("hours.between", "from", from, "until", until);
  }

  /** A day of the year, written --MM-DD, so many days before. */
  private static String day(String text, int before, Words words) {
    LocalDate day = MonthDay.parse(text).atYear(2001).minusDays(before);
    return DateTimeFormatter.ofPattern(
            words.say("hours.dayPattern"), words.language().locale())
        .format(day);
  }

  /** Days that follow each other are written as a span. */
  private static String days(List<Integer> weekdays, Words words) {
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < weekdays.size(); i++) {
      int first = i;
      while (i + 1 < weekdays.size() && weekdays.get(i + 1) == weekdays.get(i) + 1) {
        i++;
      }
      String from = name(weekdays.get(first), words);
      spans.add(
          first == i
              ? from
              : words.say("hours.days", "from", from, "until", name(weekdays.get(i), words)));
    }
    return String.join(", ", spans);
  }

  private static String name(int weekday, Words words) {
    return DayOfWeek.of(weekday).getDisplayName(TextStyle.FULL, words.language().locale());
  }
}
