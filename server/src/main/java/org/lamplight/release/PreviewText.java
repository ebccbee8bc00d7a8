package org.lamplight.release;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.series.Recorded;
import org.lamplight.disclosure.Coarsening;
import org.lamplight.disclosure.CountTable;

/** Makes the preview of a draft. */
final class PreviewText {

  private PreviewText() {}

  static Preview of(
      int number,
      @Nullable Published before,
      Territory territory,
      Periods periods,
      MonthsToFreeze months,
      List<Protection.Protected> groups,
      List<Draft.NewCell> fresh) {
    int cells = 0;
    int hidden = 0;
    int primary = 0;
    List<String> coarsened = new ArrayList<>();
    for (Protection.Protected group : groups) {
      CountTable table = group.table();
      for (int cell = 0; cell < table.size(); cell++) {
        cells += table.isListed(cell) ? 1 : 0;
      }
      hidden += group.suppression().hiddenCells();
      primary += group.suppression().primaryCells();
      for (Coarsening coarsening : group.suppression().coarsened()) {
        coarsened.add(group.group().id() + ": " + coarsening.totals().length + " totals hidden: "
            + coarsening.why());
      }
    }
    List<String> newMonths = new ArrayList<>();
    for (YearMonth month = months.firstNew();
        !month.isAfter(months.last());
        month = month.plusMonths(1)) {
      newMonths.add(month.toString());
    }
    List<Preview.MonthTotal> totals = totals(newMonths, territory, periods, groups);
    return new Preview(
        number,
        before == null ? null : before.number(),
        List.copyOf(newMonths),
        cells,
        hidden,
        primary,
        fresh.size(),
        (int) fresh.stream().filter(cell -> cell.count() == null).count(),
        totals,
        List.copyOf(coarsened),
        notes(territory, before, totals));
  }

  private static List<Preview.MonthTotal> totals(
      List<String> months,
      Territory territory,
      Periods periods,
      List<Protection.Protected> groups) {
    int city = territory.areas().size() - 1;
    return months.stream()
        .map(month -> new Preview.MonthTotal(
            month,
            groups.stream()
                .mapToInt(group -> group
                    .table()
                    .count(group
                        .table()
                        .cell(city, periods.indexOf(Period.find(month).orElseThrow()))))
                .sum()))
        .toList();
  }

  private static List<String> notes(
      Territory territory, @Nullable Published before, List<Preview.MonthTotal> totals) {
    List<String> notes = new ArrayList<>();
    long unlisted = territory.areas().stream().filter(area -> !area.listed()).count();
    if (unlisted > 0) {
      notes.add(unlisted + " neighborhoods of fewer than "
          + Facts.Rules.PRESENT.leastResidents()
          + " or unknown residents are counted within their district only");
    }
    List<String> thin = thin(totals);
    if (!thin.isEmpty()) {
      notes.add(
          "hardly anything is loaded of " + String.join(", ", thin)
              + ": less than a quarter of a usual month; load what is missing first, for what is published now stays");
    }
    if (before != null && before.withdrawal() != null) {
      notes.add("release " + before.number()
          + " was withdrawn; what it published is known and stands in this one too");
    }
    return List.copyOf(notes);
  }

  /** Months with so few incidents that a file is likely to be missing. */
  private static List<String> thin(List<Preview.MonthTotal> totals) {
    boolean[] missing = Recorded.missing(
        totals.stream().mapToDouble(Preview.MonthTotal::incidents).toArray());
    return IntStream.range(0, missing.length)
        .filter(i -> missing[i])
        .mapToObj(i -> totals.get(i).month())
        .toList();
  }
}
