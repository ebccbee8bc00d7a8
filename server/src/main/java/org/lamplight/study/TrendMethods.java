package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.area.EmergingHotSpots;
import org.lamplight.analysis.area.Style;
import org.lamplight.analysis.series.ChangePoints;
import org.lamplight.analysis.series.MannKendall;
import org.lamplight.analysis.series.SeasonalTrend;

/** What changes over equal periods, in one series or place by place. */
final class TrendMethods {

  private static final Input SERIES =
      Input.needed("series", "A value for each of equal periods", Schema.numbers());

  private TrendMethods() {}

  static List<Method> all() {
    return List.of(mannKendall(), emerging(), changePoints(), seasonal());
  }

  /** The input of methods of one series. */
  static Input series() {
    return SERIES;
  }

  private static Method mannKendall() {
    return new Method(
        "mann-kendall",
        "Trend (Mann-Kendall)",
        "Does a series rise or fall steadily?",
        new MethodCard(
            "S = sum_(i<j) sgn(x_j - x_i), variance with ties, Z = (S -+ 1) / sd; Sen's slope the median of pairwise slopes",
            "Mann 1945; Kendall 1975; Sen 1968",
            "two-sided",
            "10 periods",
            "Seasons look like trends: take whole years, or take the season out first."),
        List.of(Input.needed(
            "series",
            "A value for each of equal periods, or a list of such series; null where none was reported",
            Schema.numbersOrNull())),
        List.of(
            Output.number("s", "Rises less falls among all pairs", "pairs"),
            Output.number("variance", "Its variance without a trend", "pairs, squared"),
            Output.number("z", "Standard deviations", "standard deviations"),
            Output.number("p", "Two-sided p", "probability"),
            Output.number("tau", "Kendall's tau-b", "-1 to 1"),
            Output.number("sen", "Sen's slope", "per period")),
        LayerUse.SERIES,
        (values, work) -> mannKendall(values));
  }

  private static Outcome mannKendall(Values values) {
    if (!values.stored() && values.node("series").path(0).isArray()) {
      return trends(
          values,
          Arrays.stream(values.rows("series"))
              .map(MannKendall::of)
              .toArray(MannKendall.Result[]::new));
    }
    MannKendall.Result found = MannKendall.of(values.numbersOrGaps("series"));
    return Found.with(values, found.warnings())
        .put("s", found.s())
        .put("variance", found.variance())
        .put("z", found.z())
        .put("p", found.p())
        .put("tau", found.tau())
        .put("sen", found.sen());
  }

  private static Outcome trends(Values values, MannKendall.Result[] found) {
    return Found.with(
            values,
            Arrays.stream(found).flatMap(each -> each.warnings().stream()).toList())
        .put("s", Arrays.stream(found).mapToDouble(MannKendall.Result::s).toArray())
        .put(
            "variance",
            Arrays.stream(found).mapToDouble(MannKendall.Result::variance).toArray())
        .put("z", Arrays.stream(found).mapToDouble(MannKendall.Result::z).toArray())
        .put("p", Arrays.stream(found).mapToDouble(MannKendall.Result::p).toArray())
        .put("tau", Arrays.stream(found).mapToDouble(MannKendall.Result::tau).toArray())
        .put("sen", Arrays.stream(found).mapToDouble(MannKendall.Result::sen).toArray());
  }

  private static Method emerging() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(Input.optional(
        "cells",
        "For each place its values by period; null where nothing was reported",
        Schema.list(Schema.numbersOrNull())));
    inputs.add(
        Input.optional("series", "Another name of cells", Schema.list(Schema.numbersOrNull())));
    inputs.addAll(Weighting.INPUTS);
    inputs.add(Input.optional(
        "earlierPeriods", "Earlier periods that count as neighbors", Schema.whole(1, 0, 20)));
    inputs.add(Input.optional("level", "Significance after correction", Schema.number(0.05)));
    inputs.add(
        Input.optional("lastPeriodComplete", "Whether the last period is over", Schema.flag(true)));
    return new Method(
        "emerging-hot-spots",
        "Emerging hot spots",
        "Which hot spots are new, lasting, growing, fading or gone?",
        new MethodCard(
            "Gi* of each place and period over its neighbors and the period before, Benjamini-Hochberg over all; Mann-Kendall of each place's z; classes by how often, how lately and which way",
            "Ord and Getis 1995; Mann 1945; Kendall 1975; classes as in Esri's emerging hot spot analysis",
            "periods of 28 days; one earlier period; 5 % after correction",
            "10 periods, better 24 to 36",
            "Seasons look like trends: take whole years. A period without reports must be null, not 0."),
        inputs,
        List.of(
            Output.each(
                "class",
                "What kind of hot or cold spot each place is",
                "class",
                Schema.of("string")),
            Output.each("z", "Gi* by period", "standard deviations", Schema.numbersOrNull()),
            Output.each(
                "pAdjusted",
                "p by period, after correction",
                "probability",
                Schema.numbersOrNull()),
            Output.each("trendS", "Mann-Kendall S of each place's z", "pairs"),
            Output.each("trendZ", "Its standard deviations", "standard deviations"),
            Output.each("trendP", "Its two-sided p", "probability"),
            Output.each("sen", "Sen's slope of each place's z", "per period")),
        LayerUse.CUBE,
        (values, work) -> emerging(values));
  }

  private static Outcome emerging(Values values) {
    String name = values.has("cells") ? "cells" : "series";
    double[][] cells = values.rows(name);
    require(cells.length > 0 && cells[0].length > 0, name + ": is empty");
    EmergingHotSpots.requireComplete(values.flag("lastPeriodComplete", true));
    Weighting weighting = Weighting.read(values, cells.length, Style.B);
    EmergingHotSpots.Result found = EmergingHotSpots.of(new EmergingHotSpots.Parameters(
        cells,
        weighting.neighbors(),
        values.whole("earlierPeriods", 1, 0, 20),
        values.number("level", 0.05)));
    MannKendall.Result[] trend = found.trend();
    return Found.with(values, found.warnings())
        .put("class", Arrays.stream(found.pattern()).map(each -> each.label()).toList())
        .put("z", found.z())
        .put("pAdjusted", found.pAdjusted())
        .put("trendS", Arrays.stream(trend).mapToDouble(MannKendall.Result::s).toArray())
        .put("trendZ", Arrays.stream(trend).mapToDouble(MannKendall.Result::z).toArray())
        .put("trendP", Arrays.stream(trend).mapToDouble(MannKendall.Result::p).toArray())
        .put("sen", Arrays.stream(trend).mapToDouble(MannKendall.Result::sen).toArray());
  }

  private static Method changePoints() {
    return new Method(
        "change-points",
        "Change points",
        "When did the level of a series change?",
        new MethodCard(
            "least squares, or the likelihood of Poisson counts, over all partitions into segments of constant level, their number by BIC; interval of each break; supF test of one break",
            "Bai and Perron 1998, 2003; Zeileis et al. 2003; Killick, Fearnhead and Eckley 2012; James, James and Siegmund 1987 for the p of supF",
            "least squares; segments of at least 15 % of the series; 95 % intervals",
            "24 periods",
            "It dates a change and names no cause. Seasons make changes of their own: take them out first. Counts that vary more than Poisson counts have too many breaks by the likelihood."),
        List.of(
            SERIES,
            Input.optional(
                "period", "Not used; a series may name it all the same", Schema.of("integer")),
            Input.optional(
                "leastShare", "Least share of the series in a segment", Schema.number(0.15)),
            Input.optional(
                "mostBreaks", "Most breaks; -1 for as many as fit", Schema.whole(-1, -1, 50)),
            Input.optional("level", "Of the intervals", Schema.number(0.95)),
            Input.optional(
                "cost",
                "What a segment is judged by: squares, or the likelihood of Poisson counts",
                Schema.choice("leastSquares", "poisson"))),
        SeriesOutputs.after(
            Output.of(
                "breaks",
                "1-based last period of each segment but the last",
                "period",
                Schema.integers()),
            Output.of(
                "lower", "Lower end of each break's interval", "period", Schema.numbersOrNull()),
            Output.of(
                "upper", "Upper end of each break's interval", "period", Schema.numbersOrNull()),
            Output.of("means", "Level of each segment", "of the series", Schema.numbers()),
            Output.of(
                "rss",
                "Residual sum of squares by number of breaks, from 0",
                "of the series, squared",
                Schema.numbers()),
            Output.of("bic", "BIC by number of breaks, from 0", "1", Schema.numbers()),
            Output.number("supF", "Largest F of one break", "1"),
            Output.number("supFAt", "Where", "period"),
            Output.number("supFp", "Its p", "probability")),
        LayerUse.STRETCH,
        (values, work) -> changePoints(values));
  }

  private static Outcome changePoints(Values values) {
    ChangePoints.Result found = ChangePoints.of(new ChangePoints.Parameters(
        values.numbers("series"),
        values.number("leastShare", 0.15),
        values.whole("mostBreaks", -1, -1, 50),
        values.number("level", 0.95),
        values.choice("cost", "leastSquares", "poisson").equals("poisson")));
    return SeriesOutputs.put(values, Found.with(values, found.warnings()))
        .put("breaks", found.breaks())
        .put("lower", found.lower())
        .put("upper", found.upper())
        .put("means", found.means())
        .put("rss", found.rss())
        .put("bic", found.bic())
        .put("supF", found.supF())
        .put("supFAt", found.supFAt())
        .put("supFp", found.supFp());
  }

  private static Method seasonal() {
    return new Method(
        "seasonal",
        "Season and trend (STL)",
        "What of a series is season, what trend, and what is left?",
        new MethodCard(
            "series = seasonal + trend + remainder, by local regression (loess) in turn",
            "Cleveland, Cleveland, McRae and Terpenning 1990",
            "a season that stays the same (periodic), not robust",
            "three whole seasons",
            "It is a picture, not a test, and forecasts nothing."),
        List.of(
            SERIES,
            Input.needed(
                "period",
                "Periods of a season, such as 12 months or 13 times four weeks; a whole number from 2 to 400",
                Schema.of("integer")),
            Input.optional(
                "seasonalWindow",
                "Odd number of seasons that are smoothed together; 0 for a season that stays the same",
                Schema.whole(0, 0, 1_001)),
            Input.optional("robust", "Whether extreme values weigh less", Schema.flag(false))),
        SeriesOutputs.after(
            Output.of("seasonal", "Season", "of the series", Schema.numbers()),
            Output.of("trend", "Trend", "of the series", Schema.numbers()),
            Output.of("remainder", "What is left", "of the series", Schema.numbers()),
            Output.of("robustness", "Weight of each value", "0 to 1", Schema.numbers())),
        LayerUse.STRETCH,
        (values, work) -> seasonal(values));
  }

  /** A number of seasons, or the word that R has for a season that stays the same. */
  private static int seasonalWindow(Values values) {
    boolean periodic =
        values.has("seasonalWindow") && values.node("seasonalWindow").asText().equals("periodic");
    return periodic ? 0 : values.whole("seasonalWindow", 0, 0, 1_001);
  }

  private static Outcome seasonal(Values values) {
    SeasonalTrend.Result found = SeasonalTrend.of(new SeasonalTrend.Parameters(
        values.numbers("series"),
        values.whole("period", 12, 2, 400),
        seasonalWindow(values),
        values.flag("robust", false)));
    return SeriesOutputs.put(values, Found.with(values, found.warnings()))
        .put("seasonal", found.seasonal())
        .put("trend", found.trend())
        .put("remainder", found.remainder())
        .put("robustness", found.robustness());
  }
}
