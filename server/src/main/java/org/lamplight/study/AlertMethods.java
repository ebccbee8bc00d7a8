package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.analysis.change.ScanCorrection;
import org.lamplight.analysis.series.Cusum;
import org.lamplight.analysis.series.Ears;
import org.lamplight.analysis.series.Farrington;

/** Whether a period stands out of those before it. */
final class AlertMethods {

  private static final int WEEKS = 52;

  /** Steps of a year from which a window of three to either side is short. */
  private static final int FINE = 26;

  private static final int USUAL_YEARS = 5;
  private static final int MOST_SEASONS = 10;

  private AlertMethods() {}

  static List<Method> all() {
    return List.of(alerts(), scan());
  }

  private static Method alerts() {
    return new Method(
        "alerts",
        "Alerts",
        "Is a period out of what was to be expected?",
        new MethodCard(
            "Farrington: a quasi-Poisson regression on the same weeks of earlier years, seasonal levels between, earlier outbreaks weighed down, alarm above the 1 - alpha quantile of a negative binomial; EARS: C1 to C3 from the mean and standard deviation of the seven periods before; CUSUM: sums of standardised values beyond k, alarm at h",
            "Noufaily et al. 2013; Fricker, Hegler and Dunfee 2008; Page 1954",
            "Farrington on weeks, 5 years, 3 weeks to either side, the last 26 left out, alpha 0.01; EARS alpha 0.001 (C3: 0.025), baseline 7; CUSUM k 0.5 and h 4",
            "Farrington: the years of its baseline; EARS: 12 periods",
            "One alarm in so many periods is chance: 52 weeks at 0.01 have one every other year. Late reports make the last weeks look quiet. It says that something is unusual, not why."),
        List.of(
            TrendMethods.series(),
            Input.optional(
                "method",
                "farrington for years of history, c1, c2, c3 (EARS) for a short one, cusum for small lasting shifts",
                Schema.choice("farrington", "c1", "c2", "c3", "cusum")),
            Input.optional("period", "Periods of a year", Schema.whole(WEEKS, 4, 400)),
            Input.optional("years", "Years of the baseline", Schema.whole(USUAL_YEARS, 1, 20)),
            Input.optional(
                "halfWindow",
                "Periods to either side of the same place of each year; 3, or 1 where a year has fewer than 26",
                Schema.whole(3, 1, 50)),
            Input.optional(
                "seasons",
                "Levels of the season, 1 for the windows alone; 10, or fewer where a year is short",
                Schema.whole(MOST_SEASONS, 1, 50)),
            Input.optional(
                "leftOut",
                "Periods just before that are not in the baseline; half a year",
                Schema.whole(FINE, 0, 399)),
            Input.optional(
                "bound",
                "Upper bound as a quantile of a negative binomial count, or from the two-thirds power",
                Schema.choice("quantile", "power")),
            Input.optional(
                "from",
                "1-based first period that is judged; the first with a whole baseline",
                Schema.whole(1, 1, 100_000)),
            Input.optional("alpha", "Tail of the periods that alarm by chance", Schema.positive()),
            Input.optional("baseline", "Periods of EARS' baseline", Schema.whole(7, 3, 200)),
            Input.optional("mean", "CUSUM: level while nothing shifts", Schema.of("number")),
            Input.optional("sd", "CUSUM: its standard deviation", Schema.positive()),
            Input.optional("k", "CUSUM: slack, standard deviations", Schema.number(0.5)),
            Input.optional("h", "CUSUM: bound, standard deviations", Schema.number(4))),
        SeriesOutputs.after(
            Output.of("expected", "Count to be expected", "incidents", Schema.numbersOrNull()),
            Output.of("upperBound", "What a count may reach", "incidents", Schema.numbersOrNull()),
            Output.of(
                "statistic",
                "EARS: standard deviations above the baseline; CUSUM: the upward sum",
                "standard deviations",
                Schema.numbersOrNull()),
            Output.of(
                "lower", "CUSUM: the downward sum", "standard deviations", Schema.numbersOrNull()),
            Output.of("alarm", "Whether it stands out", "1", Schema.list(Schema.of("boolean"))),
            Output.number("judged", "How many periods have a bound", "periods")),
        LayerUse.STRETCH,
        (values, work) -> alerts(values));
  }

  private static Outcome alerts(Values values) {
    return switch (values.choice("method", "farrington", "c1", "c2", "c3", "cusum")) {
      case "farrington" -> farrington(values);
      case "cusum" -> cusum(values);
      default -> ears(values);
    };
  }

  private static Outcome farrington(Values values) {
    double[] counts = values.numbers("series");
    int period = values.whole("period", WEEKS, 4, 400);
    int years = values.whole("years", USUAL_YEARS, 1, 20);
    int half = values.whole("halfWindow", period < FINE ? 1 : 3, 1, 50);
    int seasons =
        values.whole("seasons", Math.max(1, Math.min(MOST_SEASONS, period - 2 * half)), 1, 50);
    int least = period * years + half;
    require(
        counts.length > least,
        "series: " + years + " years of " + period + " periods and half a window, " + least
            + ", must lie before the first period that is judged, and there are " + counts.length
            + "; take fewer years, or one of c1, c2, c3");
    Farrington.Result found = Farrington.of(new Farrington.Parameters(
        counts,
        new Farrington.Settings(
            period,
            years,
            half,
            seasons,
            values.whole("leftOut", period / 2, 0, 399),
            2.58,
            values.number("alpha", 0.01),
            values.choice("bound", "quantile", "power").equals("quantile")),
        values.whole("from", least + 1, 1, 100_000) - 1));
    return out(values, found.warnings(), found.alarm(), found.upperBound())
        .put("expected", found.expected())
        .put("statistic", new double[0])
        .put("lower", new double[0]);
  }

  private static Outcome ears(Values values) {
    Ears.Method method =
        Ears.Method.valueOf(values.choice("method", "c1", "c2", "c3").toUpperCase(Locale.ROOT));
    Ears.Result found = Ears.of(new Ears.Parameters(
        values.numbers("series"),
        method,
        values.number("alpha", method == Ears.Method.C3 ? 0.025 : 0.001),
        values.whole("baseline", 7, 3, 200)));
    return out(values, found.warnings(), found.alarm(), found.upperBound())
        .put("expected", new double[0])
        .put("statistic", found.statistic())
        .put("lower", new double[0]);
  }

  private static Outcome cusum(Values values) {
    double[] series = values.numbers("series");
    Cusum.Result found = Cusum.of(new Cusum.Parameters(
        series,
        values.has("mean") ? values.number("mean") : Double.NaN,
        values.has("sd") ? values.positive("sd") : Double.NaN,
        values.number("k", 0.5),
        values.number("h", 4)));
    return out(values, found.warnings(), found.alarm(), new double[0])
        .put("expected", new double[0])
        .put("statistic", found.upper())
        .put("lower", found.lower())
        .put("judged", series.length);
  }

  private static Outcome out(
      Values values, List<Warning> warnings, boolean[] alarm, double[] upper) {
    return SeriesOutputs.put(values, Found.with(values, warnings))
        .put("upperBound", upper)
        .put("alarm", alarm)
        .put("judged", Arrays.stream(upper).filter(each -> !Double.isNaN(each)).count());
  }

  private static Method scan() {
    return new Method(
        "scan-correction",
        "The fullest stretch",
        "Is the most that any stretch of so many periods held more than chance makes somewhere?",
        new MethodCard(
            "p of at least so many in any window of w periods within all T, by the approximation Q2 (Q3 / Q2)^(T/w - 2)",
            "Naus 1982; Wheeler's scanw",
            "the mean of the series itself, its fullest stretch",
            "20 periods",
            "\"The most in any six weeks\" is a choice after the fact: chance makes such stretches often. It takes the mean to be the same all the time; seasons break that."),
        List.of(
            Input.optional(
                "series", "Counts of equal periods; or mean, periods and most", Schema.numbers()),
            Input.needed("window", "Periods that a stretch is long", Schema.positive()),
            Input.optional(
                "mean",
                "Count of a period while nothing happens; that of the series",
                Schema.positive()),
            Input.optional("periods", "Periods of the whole time", Schema.positive()),
            Input.optional("most", "The most in any stretch", Schema.of("integer"))),
        List.of(
            Output.number("p", "Probability of so many in any stretch", "probability"),
            Output.number("most", "Incidents of the fullest stretch", "incidents"),
            Output.number(
                "at", "1-based period in which it begins; none without a series", "period"),
            Output.number("mean", "Count of a period", "incidents"),
            Output.number("expected", "Incidents of a stretch on average", "incidents")),
        LayerUse.STRETCH,
        (values, work) -> scan(values));
  }

  private static Outcome scan(Values values) {
    double window = values.positive("window");
    List<Warning> warnings = new ArrayList<>();
    int most;
    int at = 0;
    double mean;
    double periods;
    if (values.has("series")) {
      double[] series = values.numbers("series");
      int length = values.whole("window", 1, 1, Math.max(1, series.length / 2));
      double[] sums = IntStream.rangeClosed(0, series.length - length)
          .mapToDouble(i -> Arrays.stream(series, i, i + length).sum())
          .toArray();
      for (int i = 1; i < sums.length; i++) {
        at = sums[i] > sums[at] ? i : at;
      }
      most = (int) Math.round(sums[at]);
      periods = series.length;
      mean = values.has("mean")
          ? values.positive("mean")
          : Arrays.stream(series).average().orElse(0);
      if (series.length < 20) {
        warnings.add(
            Warning.below("There are " + series.length + " periods; at least 20 are needed."));
      }
    } else {
      require(values.has("most"), "series: is needed, or most, mean and periods");
      most = values.whole("most", 0, 0, 100_000);
      mean = values.positive("mean");
      periods = values.positive("periods");
    }
    double p = ScanCorrection.p(new ScanCorrection.Parameters(mean, window, periods, most));
    return Found.with(values, warnings)
        .put("p", p)
        .put("most", most)
        .put("at", values.has("series") ? at + 1 : null)
        .put("mean", mean)
        .put("expected", mean * window);
  }
}
