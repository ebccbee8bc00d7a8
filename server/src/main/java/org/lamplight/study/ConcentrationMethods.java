package org.lamplight.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.analysis.point.Centre;
import org.lamplight.analysis.point.Gini;
import org.lamplight.analysis.point.NearestNeighbours;
import org.lamplight.analysis.point.Points;
import org.locationtech.jts.geom.Geometry;

/** How unevenly incidents are spread, over places and over the plane. */
final class ConcentrationMethods {

  private ConcentrationMethods() {}

  static List<Method> all() {
    return List.of(concentration(), nearest());
  }

  private static Method concentration() {
    return new Method(
        "concentration",
        "Concentration (Gini)",
        "Do incidents lie in a few of the places, or in all alike?",
        new MethodCard(
            "G = (2 sum of i y_(i) / sum of y - (n + 1)) / n; G' = max(n / c, 1) (G - 1) + 1 for c incidents in n places; interval: places drawn anew",
            "Gini 1912; Bernasco and Steenbeek 2017",
            "999 draws, 95 %",
            "20 places",
            "Small places look concentrated by their number alone: compare only counts over the same places. G' heeds that there may be fewer incidents than places."),
        List.of(
            Input.needed("values", "Count of each place, 0 included", Schema.numbers()),
            Found.PERMUTATIONS,
            Found.SEED),
        List.of(
            Output.number("gini", "Gini coefficient", "0 to 1"),
            Output.number("generalised", "Its generalisation for few incidents", "0 to 1"),
            Output.of(
                "interval", "95 % interval of the generalised one", "0 to 1", Schema.numbers()),
            Output.number("places", "Places", "places"),
            Output.number("total", "Incidents", "incidents"),
            Output.number(
                "halfShare", "Least share of the places that hold half of the incidents", "0 to 1"),
            Output.of(
                "lorenz",
                "places, incidents: cumulative shares, the fullest places first",
                "0 to 1",
                Schema.of("object"))),
        LayerUse.COUNTS,
        (values, work) -> concentration(values));
  }

  private static Outcome concentration(Values values) {
    double[] counts = values.numbers("values");
    Gini.Result found = Gini.of(counts);
    int rounds = values.whole("permutations", 999, 9, 99_999);
    double[] interval = Gini.interval(counts, 0.95, new Permutations(rounds, values.seed()));
    double[][] curve = Gini.lorenz(counts);
    Map<String, Object> lorenz = new LinkedHashMap<>();
    lorenz.put("places", curve[0]);
    lorenz.put("incidents", curve[1]);
    return Found.with(values, found.warnings())
        .put("gini", found.gini())
        .put("generalised", found.generalised())
        .put("interval", interval)
        .put("places", found.places())
        .put("total", found.total())
        .put("halfShare", Gini.share(curve, 0.5))
        .put("lorenz", lorenz);
  }

  private static Method nearest() {
    return new Method(
        "nearest-neighbor",
        "Centre, spread and nearest neighbors",
        "Where is the middle of the incidents, how far do they reach, and do they lie closer than chance has it?",
        new MethodCard(
            "mean centre; standard distance = root of the mean squared distance to it; Clark-Evans R = mean nearest distance / (0.5 sqrt(A / n)), without edge correction",
            "Bachi 1963; Clark and Evans 1954",
            "the window's area, that of the city for a layer",
            "30 incidents",
            "Without edge correction R is a little too large. Places of many records make it small. Crime is never thrown evenly, so R below 1 says little: compare it with that of other offences."),
        List.of(
            Input.needed("x", "Eastings, metres", Schema.numbers()),
            Input.needed("y", "Northings, metres", Schema.numbers()),
            Input.optional(
                "window", "The area in which events were looked for", Schema.of("object"))),
        List.of(
            Output.of("centre", "x and y of the mean centre", "metres", Schema.numbers()),
            Output.number("standardDistance", "With n below", "metres"),
            Output.number("standardDistanceN2", "With n - 2 below", "metres"),
            Output.each("distance", "To the nearest other", "metres"),
            Output.number("mean", "Of the distances", "metres"),
            Output.number("clarkEvans", "Clark and Evans' R; needs a window", "ratio"),
            Output.number("z", "Of the mean distance", "standard deviations"),
            Output.number("p", "Two-sided", "probability")),
        LayerUse.POINTS,
        (values, work) -> nearest(values));
  }

  private static Outcome nearest(Values values) {
    Points points = new Points(values.numbers("x"), values.numbers("y"));
    Geometry window = values.findArea("window");
    Centre.Result centre = Centre.of(points);
    NearestNeighbours.Result found =
        NearestNeighbours.of(points, window == null ? Double.NaN : window.getArea());
    List<Warning> warnings = new ArrayList<>(centre.warnings());
    warnings.addAll(found.warnings());
    return Found.with(values, warnings)
        .put("centre", new double[] {centre.x(), centre.y()})
        .put("standardDistance", centre.standardDistance())
        .put("standardDistanceN2", centre.standardDistanceN2())
        .put("distance", found.distance())
        .put("mean", found.mean())
        .put("clarkEvans", found.clarkEvans())
        .put("z", found.z())
        .put("p", found.p());
  }
}
