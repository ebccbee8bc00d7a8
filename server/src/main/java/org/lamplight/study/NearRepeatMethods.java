package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.point.HotSpotAccuracy;
import org.lamplight.analysis.point.Knox;
import org.lamplight.analysis.point.Points;

/** Near repeats, and how well a map had foreseen what came. */
final class NearRepeatMethods {

  private NearRepeatMethods() {}

  static List<Method> all() {
    return List.of(knox(), accuracy());
  }

  private static Output table(String name, String title, String unit) {
    return Output.of(
        name,
        title + ", by distance band and time band",
        unit,
        Schema.list(Schema.numbersOrNull()));
  }

  private static Method knox() {
    List<Input> inputs = new ArrayList<>(DensityMethods.xy());
    inputs.add(ClusterMethods.DAYS);
    inputs.add(Input.optional(
        "distanceBands",
        "Breaks of half-open bands in metres, rising, null for no end: [0, 100, 200], or [100, 200], stands for [0, 100) and [100, 200); or bands as pairs",
        Schema.numbersOrNull()));
    inputs.add(Input.optional(
        "timeBands", "Breaks of half-open bands in days, as above", Schema.numbersOrNull()));
    inputs.add(Input.optional(
        "metric", "How distances are measured", Schema.choice("euclid", "manhattan")));
    inputs.add(Input.optional(
        "permutations",
        "How often times are dealt anew; 0 for never",
        Schema.whole(999, 0, 99_999)));
    inputs.add(Found.SEED);
    return new Method(
        "knox",
        "Near repeats (Knox)",
        "Do incidents follow others nearby and soon, more often than chance would have it?",
        new MethodCard(
            "pairs of each band of distance and of time; expected N_s N_t / N, variance of Barton and David; ratio observed / expected; p by dealing the times anew, over all bands by the largest z (max-T)",
            "Knox 1964; Barton and David 1966; Johnson et al. 2007; Ratcliffe and Rengert 2008",
            "bands [0,1), [1,100), ... [300,400) m and [0,7), ... [21,28) days; 999 permutations; straight distances",
            "50 incidents, at most two years: a changing population looks like near repeats",
            "It says that records follow records, not that the same person returned, nor where the next one will be."),
        inputs,
        List.of(
            table("observed", "Pairs", "pairs"),
            table("expected", "Pairs expected by chance", "pairs"),
            table("variance", "Variance of the pairs by chance", "pairs, squared"),
            table("z", "Standard deviations from the expectation", "standard deviations"),
            table("ratio", "Knox ratio, observed by expected", "1"),
            table("p", "p of the one band, by permutation", "probability"),
            table("pMaxT", "p over all bands together, by permutation", "probability"),
            table("poissonP", "p by Poisson, for a quick look", "probability"),
            Output.of("distanceBands", "The bands in interval notation", "metres", Schema.texts()),
            Output.of("timeBands", "The bands in interval notation", "days", Schema.texts()),
            Output.of("pairsByDistance", "Pairs of each distance band", "pairs", Schema.integers()),
            Output.of("pairsByTime", "Pairs of each time band", "pairs", Schema.integers()),
            Output.number("pairs", "All pairs", "pairs")),
        LayerUse.EVENTS,
        (values, work) -> knox(values));
  }

  private static Outcome knox(Values values) {
    Points points = DensityMethods.points(values);
    double[] days = values.numbers("t");
    Values.requireSame("x, y and t", points.size(), days.length);
    double[] distances = breaks(values, "distanceBands", Knox.defaultDistances());
    double[] times = breaks(values, "timeBands", Knox.defaultDays());
    Knox.Metric metric =
        values.choice("metric", "euclid", "manhattan", "euclidean").equals("manhattan")
            ? Knox.Metric.MANHATTAN
            : Knox.Metric.EUCLID;
    int permutations = values.whole("permutations", 999, 0, 99_999);
    Knox.Result found = Knox.table(
        new Knox.Parameters(points, days, distances, times, metric, permutations, values.seed()));
    return Found.with(values, found.warnings())
        .put("observed", found.observed())
        .put("expected", found.expected())
        .put("variance", found.variance())
        .put("z", found.z())
        .put("ratio", found.ratio())
        .put("p", found.p())
        .put("pMaxT", found.pMaxT())
        .put("poissonP", found.poissonP())
        .put("distanceBands", intervals(distances))
        .put("timeBands", intervals(times))
        .put("pairsByDistance", found.pairsByDistance())
        .put("pairsByTime", found.pairsByTime())
        .put("pairs", found.pairs());
  }

  private static List<String> intervals(double[] breaks) {
    List<String> intervals = new ArrayList<>();
    for (int band = 0; band + 1 < breaks.length; band++) {
      intervals.add(Knox.interval(breaks, band));
    }
    return intervals;
  }

  /** Rising breaks, or bands as pairs that adjoin; null at the end stands for no end. */
  private static double[] breaks(Values values, String name, double[] usual) {
    if (!values.has(name)) {
      values.defaults().put(name, usual);
      return usual;
    }
    JsonNode list = values.node(name);
    require(list.isArray() && !list.isEmpty(), name + ": must be a list of breaks");
    if (list.get(0).isArray()) {
      double[] breaks = new double[list.size() + 1];
      for (int band = 0; band < list.size(); band++) {
        double[] pair = Values.numbers(name + "[" + band + "]", list.get(band));
        require(pair.length == 2, name + "[" + band + "]: must be a pair");
        require(band == 0 || pair[0] == breaks[band], name + ": bands must adjoin each other");
        breaks[band] = pair[0];
        breaks[band + 1] = pair[1];
      }
      return open(breaks);
    }
    return open(fromZero(Values.numbers(name, list)));
  }

  /** Breaks that do not begin with 0 are upper ends, the first of a band from 0; a band that begins later is given as a pair. */
  private static double[] fromZero(double[] given) {
    if (!(given[0] > 0)) {
      return given;
    }
    double[] breaks = new double[given.length + 1];
    System.arraycopy(given, 0, breaks, 1, given.length);
    return breaks;
  }

  private static double[] open(double[] breaks) {
    int last = breaks.length - 1;
    breaks[last] = Double.isNaN(breaks[last]) ? Double.POSITIVE_INFINITY : breaks[last];
    return breaks;
  }

  private static Method accuracy() {
    return new Method(
        "hot-spot-accuracy",
        "Accuracy of a hot-spot map (PAI, PEI, RRI)",
        "How much of what came fell into the places that the map had marked?",
        new MethodCard(
            "PAI = (n_hot / N) / (a_hot / A); PEI = PAI / PAI of the best choice of as many cells; RRI = sum predicted / sum observed among the marked; cells by prediction for each unit of area, ties by the least observed first",
            "Chainey, Tompson and Uhlig 2008; Hunt 2016; Levine 2008; Wheeler and Steenbeek 2021",
            "every rank; 1 % and 5 % of the area in the summary",
            "100 incidents in the test",
            "A map that beats chance may still not beat last year's counts: test those too. It says nothing of what acting on the map would do."),
        List.of(
            Input.needed("observed", "What came in each cell", Schema.numbers()),
            Input.needed("predicted", "What the map said of each cell", Schema.numbers()),
            Input.optional(
                "area",
                "Size of each cell, or one number for all; equal where nothing is said",
                Schema.oneOf(Schema.numbers(), Schema.positive())),
            Input.optional(
                "earlier",
                "Counts of the time before, for Levine's recapture ratio",
                Schema.numbers()),
            Input.optional(
                "baseline",
                "What another map said of each cell, such as last year's counts, to be beaten",
                Schema.numbers()),
            Input.optional("shares", "Shares of the area for the summary", Schema.numbers())),
        List.of(
            ranked("pai", "Predictive accuracy index of the best k cells", "ratio"),
            ranked("pei", "Predictive efficiency index", "0 to 1"),
            ranked(
                "rri", "Recovery ratio of Wheeler and Steenbeek, predicted by observed", "ratio"),
            ranked("rriLevine", "Recapture ratio of Levine", "ratio"),
            ranked("areaShare", "Share of the area", "0 to 1"),
            ranked("hitShare", "Share of what came", "0 to 1"),
            Output.of(
                "order", "0-based cells, the best predicted first", "cell", Schema.integers()),
            Output.of(
                "baselineSummary",
                "The same of the baseline at shares of the area, where there is one",
                "1",
                Schema.list(Schema.of("object"))),
            Output.of(
                "summary",
                "The same at shares of the area",
                "1",
                Schema.list(Schema.of("object")))),
        LayerUse.BACK_TEST,
        (values, work) -> accuracy(values));
  }

  private static Output ranked(String name, String title, String unit) {
    return Output.of(name, title + ", by rank", unit, Schema.numbersOrNull());
  }

  /** One number is that of every cell. */
  private static double @Nullable [] areas(Values values) {
    if (!values.stored() && values.has("area") && values.node("area").isNumber()) {
      values.positive("area");
      return null;
    }
    return values.findNumbers("area");
  }

  private static Outcome accuracy(Values values) {
    HotSpotAccuracy.Result found = HotSpotAccuracy.of(new HotSpotAccuracy.Parameters(
        values.numbers("observed"),
        values.numbers("predicted"),
        areas(values),
        values.findNumbers("earlier")));
    return Found.with(values, found.warnings())
        .put("pai", found.pai())
        .put("pei", found.pei())
        .put("rri", found.rri())
        .put("rriLevine", found.rriLevine())
        .put("areaShare", found.areaShare())
        .put("hitShare", found.hitShare())
        .put("order", found.order())
        .put("baselineSummary", baseline(values))
        .put("summary", summary(values, found));
  }

  private static List<Object> baseline(Values values) {
    double[] counts = values.findNumbers("baseline");
    return counts == null
        ? List.of()
        : summary(
            values,
            HotSpotAccuracy.of(new HotSpotAccuracy.Parameters(
                values.numbers("observed"), counts, areas(values), null)));
  }

  private static List<Object> summary(Values values, HotSpotAccuracy.Result found) {
    double[] shares = values.has("shares") ? values.numbers("shares") : new double[] {0.01, 0.05};
    List<Object> summary = new ArrayList<>();
    for (double share : shares) {
      if (values.has("shares") || found.areaShare()[0] <= share) {
        summary.add(HotSpotJson.of(found.at(share)));
      }
    }
    return summary;
  }
}
