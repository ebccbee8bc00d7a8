package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamplight.analysis.point.BackTest;
import org.lamplight.analysis.point.HotSpotAccuracy;
import org.lamplight.analysis.point.Points;
import org.lamplight.analysis.point.RollingOrigins;

/** Whether a map would have been worth having. */
final class BackTestMethods {

  private static final String SCORES =
      "hitShare and pai with 95 % intervals, pei, rri, rriLevine and areaShare as means over the origins";

  private BackTestMethods() {}

  static List<Method> all() {
    return List.of(backTest());
  }

  private static Method backTest() {
    return new Method(
        "back-test",
        "Back-test of a hot-spot map over several origins",
        "Would a map have caught what came next, and more than last year's counts?",
        new MethodCard(
            "at each origin the cells with the highest prediction, up to a share of the area, are flagged; PAI = share of events caught / share of area, over all origins; intervals: weeks drawn anew within each origin, and the paired difference to the counts of the 365 days before",
            "Chainey, Tompson and Uhlig 2008; Hunt 2016; Levine 2008; Wheeler and Steenbeek 2021; Tashman 2000; Efron and Tibshirani 1993",
            "a quartic density of the last 365 days, R = 400 m; 5 % of the area; stored layers: periods are the tests, 28 days and as many origins as periods",
            "100 incidents in the tests and a year of history",
            "A map that catches more says nothing of what acting on it would do. Counts of a year are simpler: take another map only where it catches more, beyond the interval."),
        inputs(),
        List.of(
            Output.of(
                "map",
                "What the map caught: " + SCORES,
                "shares from 0 to 1, ratios",
                Schema.of("object")),
            Output.of(
                "lastYear",
                "The same of the counts of the year before",
                "shares from 0 to 1, ratios",
                Schema.of("object")),
            Output.of(
                "difference",
                "Share caught by the map less that by last year's counts",
                "value, low and high, 95 %",
                Schema.of("object")),
            Output.of(
                "beatsLastYear",
                "Whether that is above 0 with 95 % confidence",
                "1",
                Schema.of("boolean")),
            Output.of(
                "origins",
                "Both maps for each origin",
                "as above",
                Schema.list(Schema.of("object"))),
            Output.each(
                "flagged",
                "Cells that the map flagged at the last origin",
                "1",
                Schema.of("boolean")),
            Output.each(
                "flaggedLastYear",
                "Those that last year's counts flagged",
                "1",
                Schema.of("boolean"))),
        LayerUse.ROLLING,
        (values, work) -> backTest(values));
  }

  private static List<Input> inputs() {
    return List.of(
        Input.needed("x", "Events: metres", Schema.numbers()),
        Input.needed("y", "Events: metres", Schema.numbers()),
        Input.needed("t", "Events: days", Schema.numbers()),
        Input.needed("cell", "0-based cell of each event; -1 for none", Schema.integers()),
        Input.needed("cellX", "Centres of the cells, metres", Schema.numbers()),
        Input.needed("cellY", "Centres of the cells, metres", Schema.numbers()),
        Input.needed("area", "Square metres of each cell", Schema.numbers()),
        Input.needed(
            "tests",
            "For each origin its day and the day after the last that is to be caught",
            Schema.list(Schema.numbers())),
        Input.optional(
            "surface",
            "What the map is: a quartic density, or counts by cell",
            Schema.choice("density", "counts")),
        Input.optional(
            "mapDays",
            "Days before an origin that the map knows",
            Schema.whole(RollingOrigins.BASELINE_DAYS, 1, 3660)),
        Input.optional("bandwidth", "Radius of the density, metres", Schema.number(400)),
        Input.optional("share", "Share of the area that is flagged at most", Schema.number(0.05)),
        Input.optional("resamples", "Bootstrap samples of weeks", Schema.whole(999, 99, 9999)),
        Found.SEED);
  }

  private static Outcome backTest(Values values) {
    double[] cell = values.numbers("cell");
    RollingOrigins.Events events = new RollingOrigins.Events(
        new Points(values.numbers("x"), values.numbers("y")), values.numbers("t"), whole(cell));
    RollingOrigins.Cells cells = new RollingOrigins.Cells(
        new Points(values.numbers("cellX"), values.numbers("cellY")), values.numbers("area"));
    boolean density = values.choice("surface", "density", "counts").equals("density");
    double bandwidth = values.number("bandwidth", 400);
    require(bandwidth > 0, "bandwidth: must be above 0 metres");
    RollingOrigins.Surface map = new RollingOrigins.Surface(
        values.whole("mapDays", RollingOrigins.BASELINE_DAYS, 1, 3660), density ? bandwidth : 0);
    BackTest.Result found = BackTest.run(new BackTest.Parameters(
        RollingOrigins.folds(events, cells, values.rows("tests"), map),
        cells.area(),
        values.number("share", 0.05),
        values.whole("resamples", 999, 99, 9999),
        values.seed()));
    List<BackTest.FoldResult> folds = found.folds();
    BackTest.FoldResult last = folds.get(folds.size() - 1);
    int n = cells.area().length;
    return Found.with(values, found.warnings())
        .put(
            "map",
            score(
                found.predicted(),
                folds.stream().map(BackTest.FoldResult::predicted).toList()))
        .put(
            "lastYear",
            score(
                found.baseline(),
                folds.stream().map(BackTest.FoldResult::baseline).toList()))
        .put("difference", json(found.hitDifference()))
        .put("beatsLastYear", found.beatsBaseline())
        .put(
            "origins",
            IntStream.range(0, folds.size())
                .mapToObj(i -> origin(values.rows("tests")[i], folds.get(i)))
                .toList())
        .put("flagged", marked(last.flagged(), n))
        .put("flaggedLastYear", marked(last.flaggedBaseline(), n));
  }

  private static int[] whole(double[] cells) {
    require(
        Arrays.stream(cells).allMatch(cell -> cell == Math.rint(cell) && cell >= -1),
        "cell: each must be a whole number, from 0, or -1 for none");
    return Arrays.stream(cells).mapToInt(cell -> (int) cell).toArray();
  }

  private static boolean[] marked(int[] cells, int n) {
    boolean[] marked = new boolean[n];
    for (int cell : cells) {
      marked[cell] = true;
    }
    return marked;
  }

  private static Map<String, Object> origin(double[] test, BackTest.FoldResult fold) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", test[0]);
    json.put("until", test[1]);
    json.put("map", HotSpotJson.of(fold.predicted()));
    json.put("lastYear", HotSpotJson.of(fold.baseline()));
    return json;
  }

  private static Map<String, Object> score(
      BackTest.Score score, List<HotSpotAccuracy.Point> points) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("hitShare", json(score.hitShare()));
    json.put("pai", json(score.pai()));
    json.put("pei", score.pei());
    json.put("areaShare", mean(points, HotSpotAccuracy.Point::areaShare));
    json.put("rri", mean(points, HotSpotAccuracy.Point::rri));
    json.put("rriLevine", mean(points, HotSpotAccuracy.Point::rriLevine));
    return json;
  }

  private static double mean(
      List<HotSpotAccuracy.Point> points,
      java.util.function.ToDoubleFunction<HotSpotAccuracy.Point> figure) {
    return points.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static Map<String, Object> json(BackTest.Interval interval) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", interval.value());
    json.put("low", interval.low());
    json.put("high", interval.high());
    return json;
  }
}
