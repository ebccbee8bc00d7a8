package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.ChangeTable;
import org.lamplight.analysis.change.CountChange;

/** The table that a monthly meeting looks at. */
final class PackMethods {

  private PackMethods() {}

  static List<Method> all() {
    return List.of(pack());
  }

  private static Method pack() {
    return new Method(
        "monthly-pack",
        "Monthly pack",
        "Which places had more, or fewer, incidents than usual in the last period?",
        new MethodCard(
            "for each row z = 2 (sqrt x - sqrt mu) / sqrt(1 + e / E), x the count of the last period of e days, mu the count of the E days before it times e / E; exact conditional mid-p, Benjamini-Hochberg over all rows",
            "Wheeler 2016; Przyborowski and Wilenski 1940; Benjamini and Hochberg 1995",
            "the last complete calendar month against the 12 before it, each counted with its days, so that February is not down for being short; flagged at an adjusted p of 0.05 and below; a percentage only where 20 or more were to be expected",
            "one earlier period",
            "The twelve months before hold each season once: a month that is high every year stands out every year; hold it against the year so far and last year's same days. Chosen places fall back to the mean by themselves."),
        inputs(),
        outputs(),
        LayerUse.PACK,
        (values, work) -> pack(values));
  }

  private static List<Input> inputs() {
    return List.of(
        Input.needed(
            "cells",
            "For each row its counts by period, the last one judged; null where nothing was reported",
            Schema.list(Schema.numbersOrNull())),
        Input.optional(
            "days", "How many days each period has; equal where nothing is said", Schema.numbers()),
        Input.optional("names", "The place of each row", Schema.texts()),
        Input.optional("slugs", "The short name of the place of each row", Schema.texts()),
        Input.optional("kinds", "The offence of each row", Schema.texts()),
        Input.optional("yearToDate", "The count of the year so far of each row", Schema.numbers()),
        Input.optional(
            "lastYear", "The count of last year's same days of each row", Schema.numbers()),
        Input.optional("lastPeriodComplete", "Whether the last period is over", Schema.flag(true)));
  }

  private static List<Output> outputs() {
    return List.of(
        Output.each("now", "Count of the last period", "incidents"),
        Output.each("expected", "Count expected from before", "incidents"),
        Output.each("low", "Lower end of its 95 % range", "incidents"),
        Output.each("high", "Upper end of its 95 % range", "incidents"),
        Output.each("z", "Poisson z", "standard deviations"),
        Output.each("p", "Exact conditional mid-p of the row alone", "probability"),
        Output.each("pAdjusted", "p after correction for many tests", "probability"),
        Output.each("flagged", "Whether p is 0.05 or less", "1", Schema.of("boolean")),
        Output.each("percent", "Change against expected, where that is 20 or more", "percent"),
        Output.each("series", "Counts by period", "incidents", Schema.numbersOrNull()),
        Output.of("names", "The place of each row; none where none is known", "1", Schema.texts()),
        Output.of("slugs", "Its short name; null for the whole city", "1", Schema.texts()),
        Output.of("kinds", "The offence of each row; null for all together", "1", Schema.texts()),
        Output.of(
            "yearToDate", "Count of the year so far of each row", "incidents", Schema.numbers()),
        Output.of(
            "lastYear",
            "Count of last year's same days of each row",
            "incidents",
            Schema.numbers()),
        Output.of(
            "yearPercent",
            "Change of the year against last year, where that had 20 or more",
            "percent",
            Schema.numbersOrNull()),
        Output.of("days", "Days of each period", "days", Schema.numbers()),
        Output.of(
            "spans",
            "First and last day of what is counted, by name; empty for data of the request",
            "1",
            Schema.of("object")));
  }

  private static Outcome pack(Values values) {
    CountChange.requireComplete(values.flag("lastPeriodComplete", true));
    double[][] cells = values.rows("cells");
    require(cells.length > 0 && cells[0].length > 1, "cells: two periods are needed");
    double[] days = values.findNumbers("days");
    require(
        days == null || days.length == cells[0].length,
        "days: there must be one number for each period of cells");
    List<CountChange.Parameters> rows =
        Arrays.stream(cells).map(cell -> row(cell, days)).toList();
    ChangeTable.Result found = ChangeTable.of(rows);
    List<CountChange.Result> each = found.rows();
    Outcome outcome = Found.with(values, List.of())
        .put("now", rows.stream().mapToDouble(CountChange.Parameters::now).toArray())
        .put("expected", figures(each, CountChange.Result::expected))
        .put("low", figures(each, CountChange.Result::rangeLow))
        .put("high", figures(each, CountChange.Result::rangeHigh))
        .put("z", figures(each, CountChange.Result::z))
        .put("p", figures(each, CountChange.Result::exactMidP))
        .put("pAdjusted", found.pAdjusted())
        .put("flagged", found.flagged())
        .put("percent", figures(each, result -> result.percent().orElse(Double.NaN)))
        .put("series", cells)
        .put("days", days == null ? new double[0] : days);
    Object spans = values.ofLayer(LayerPack.SPANS);
    outcome.put(LayerPack.SPANS, spans == null ? Map.of() : spans);
    for (String name : List.of("names", "slugs", "kinds")) {
      outcome.put(name, texts(values, name, cells.length));
    }
    return year(values, outcome, cells.length);
  }

  /** Earlier periods that are missing are left out with their days. */
  private static CountChange.Parameters row(double[] cell, double @Nullable [] days) {
    int last = cell.length - 1;
    require(!Double.isNaN(cell[last]), "cells: nothing was reported in the last period");
    int[] known = IntStream.range(0, last).filter(i -> !Double.isNaN(cell[i])).toArray();
    return new CountChange.Parameters(
        Math.round(cell[last]),
        Arrays.stream(known).mapToLong(i -> Math.round(cell[i])).toArray(),
        days == null ? 1 : days[last],
        days == null ? null : Arrays.stream(known).mapToDouble(i -> days[i]).toArray(),
        1,
        0.95);
  }

  private static double[] figures(
      List<CountChange.Result> rows, ToDoubleFunction<CountChange.Result> figure) {
    return rows.stream().mapToDouble(figure).toArray();
  }

  private static List<@Nullable String> texts(Values values, String name, int rows) {
    if (!values.has(name)) {
      return List.of();
    }
    List<@Nullable String> texts = values.texts(name);
    require(texts.size() == rows, name + ": must be as long as cells");
    return texts;
  }

  private static double[] counts(Values values, String name, int rows) {
    if (!values.has(name)) {
      return new double[0];
    }
    double[] counts = values.numbers(name);
    require(counts.length == rows, name + ": must be as long as cells");
    require(Arrays.stream(counts).allMatch(count -> count >= 0), name + ": must be at least 0");
    return counts;
  }

  private static Outcome year(Values values, Outcome outcome, int rows) {
    double[] year = counts(values, "yearToDate", rows);
    double[] last = counts(values, "lastYear", rows);
    double[] percent = new double[Math.min(year.length, last.length)];
    for (int i = 0; i < percent.length; i++) {
      percent[i] = last[i] >= CountChange.LEAST_BASE_OF_PERCENT
          ? 100 * (year[i] - last[i]) / last[i]
          : Double.NaN;
    }
    return outcome.put("yearToDate", year).put("lastYear", last).put("yearPercent", percent);
  }
}
