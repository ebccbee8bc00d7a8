package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamplight.analysis.point.Points;
import org.lamplight.analysis.point.RipleyEnvelope;
import org.lamplight.analysis.point.RipleyK;
import org.locationtech.jts.geom.Geometry;

/** Whether events gather, at every distance. */
final class RipleyMethods {

  private RipleyMethods() {}

  static List<Method> all() {
    return List.of(ripley());
  }

  private static Method ripley() {
    List<Input> inputs = new ArrayList<>(DensityMethods.xy());
    inputs.add(Input.needed(
        "window",
        "The area in which events were looked for: a GeoJSON polygon, or [minX, minY, maxX, maxY]",
        Schema.of("object")));
    inputs.add(Input.optional("r", "Distances, metres", Schema.numbers()));
    inputs.add(Input.optional(
        "correction",
        "At the window's edge; isotropic in polygons for up to 2,000 points",
        Schema.choice("translation", "none", "border", "isotropic")));
    inputs.add(Input.optional(
        "simulations",
        "Random patterns for a global envelope; 0 for none",
        Schema.whole(0, 0, 9_999)));
    inputs.add(
        Input.optional("permutations", "Another name of simulations", Schema.whole(0, 0, 9_999)));
    inputs.add(Found.SEED);
    return new Method(
        "ripley-k",
        "Gathering by distance (Ripley's K and L)",
        "Up to which distance do incidents gather?",
        new MethodCard(
            "K(r) = |W| / (n (n - 1)) sum_(i != j) 1(d_ij <= r) e_ij; L = sqrt(K / pi); envelope by the largest deviation of L over all distances",
            "Ripley 1976; Besag 1977; Baddeley et al. 2014",
            "distances up to a quarter of the shorter side; translation correction; no envelope unless simulations are asked for",
            "30 incidents",
            "Crime is never spread at random over a city, so a gathering alone says little: compare two kinds of incidents."),
        inputs,
        List.of(
            Output.of("r", "Distances", "metres", Schema.numbers()),
            Output.of("k", "K", "square metres", Schema.numbersOrNull()),
            Output.of("l", "L", "metres", Schema.numbersOrNull()),
            Output.of("lMinusR", "L - r", "metres", Schema.numbersOrNull()),
            Output.of(
                "envelope",
                "Of L - r over random patterns: mean, low, high; mad and dclf with their p",
                "metres",
                Schema.of("object"))),
        LayerUse.POINTS,
        (values, work) -> ripley(values));
  }

  private static Outcome ripley(Values values) {
    Points points = DensityMethods.points(values);
    Geometry window = values.findArea("window");
    if (window == null) {
      throw invalid("window: is needed");
    }
    double[] r = distances(values, window);
    String word = values.choice(
        "correction", "translation", "none", "border", "isotropic", "translate", "iso", "Ripley");
    RipleyK.Correction correction = switch (word) {
      case "translate" -> RipleyK.Correction.TRANSLATION;
      case "iso", "Ripley" -> RipleyK.Correction.ISOTROPIC;
      default -> RipleyK.Correction.valueOf(word.toUpperCase(Locale.ROOT));
    };
    RipleyK.Parameters parameters = new RipleyK.Parameters(points, window, r, correction);
    require(
        !values.has("simulations") || !values.has("permutations"),
        "simulations, permutations: are one; give one of them");
    int simulations =
        values.whole(values.has("permutations") ? "permutations" : "simulations", 0, 0, 9_999);
    if (simulations == 0) {
      return outcome(values, RipleyK.of(parameters), null);
    }
    RipleyEnvelope.Result found = RipleyEnvelope.csr(parameters, simulations, values.seed());
    return outcome(values, found.estimate(), json(found));
  }

  /** One number stands for itself. */
  private static double[] distances(Values values, Geometry window) {
    if (!values.has("r")) {
      return RipleyK.defaultDistances(window);
    }
    return values.node("r").isNumber() ? new double[] {values.number("r")} : values.numbers("r");
  }

  private static Outcome outcome(
      Values values,
      RipleyK.Result found,
      @org.jspecify.annotations.Nullable Map<String, Object> envelope) {
    return Found.with(values, found.warnings())
        .put("r", found.r())
        .put("k", found.k())
        .put("l", found.l())
        .put("lMinusR", found.lMinusR())
        .put("envelope", envelope);
  }

  private static Map<String, Object> json(RipleyEnvelope.Result found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("observed", found.observed());
    json.put("mean", found.mean());
    json.put("low", found.low());
    json.put("high", found.high());
    json.put("mad", found.mad());
    json.put("madP", found.madP());
    json.put("dclf", found.dclf());
    json.put("dclfP", found.dclfP());
    return json;
  }
}
