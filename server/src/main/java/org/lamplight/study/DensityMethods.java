package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.point.AdaptiveDensity;
import org.lamplight.analysis.point.Bandwidths;
import org.lamplight.analysis.point.EdgeCorrection;
import org.lamplight.analysis.point.Kernel;
import org.lamplight.analysis.point.KernelDensity;
import org.lamplight.analysis.point.Piles;
import org.lamplight.analysis.point.Points;
import org.locationtech.jts.geom.Geometry;

/** Surfaces of how densely events lie. */
final class DensityMethods {

  private static final String UNIT =
      "incidents per square metre (times a million: per square kilometre)";
  private static final Input WINDOW = Input.optional(
      "window",
      "The area in which events were looked for: a GeoJSON polygon, or [minX, minY, maxX, maxY]",
      Schema.of("object"));
  private static final Input WEIGHT =
      Input.optional("weight", "What each event counts, such as harm in days", Schema.numbers());

  private DensityMethods() {}

  static List<Method> all() {
    return List.of(density(), adaptive());
  }

  static List<Input> xy() {
    return List.of(
        Input.needed("x", "Eastings, metres", Schema.numbers()),
        Input.needed("y", "Northings, metres", Schema.numbers()));
  }

  private static Method density() {
    List<Input> inputs = new ArrayList<>(xy());
    inputs.addAll(List.of(
        WEIGHT,
        Input.optional("kernel", "Shape of the kernel", Schema.choice("quartic", "gaussian")),
        Input.optional(
            "bandwidth",
            "Metres: the quartic's radius, or the Gaussian's standard deviation; or scott, or likelihood (which needs a window)",
            Schema.oneOf(Schema.positive(), Schema.of("string"))),
        Input.optional(
            "edge",
            "Correction at the window's edge: diggle where a window is given, otherwise none",
            Schema.choice("none", "uniform", "diggle")),
        WINDOW));
    inputs.addAll(At.INPUTS);
    return new Method(
        "density",
        "Kernel density",
        "How densely do incidents lie around each place?",
        new MethodCard(
            "lambda(s) = sum w_i K(|s - s_i|) / c; quartic K(d) = 3 / (pi R^2) (1 - d^2 / R^2)^2 for d < R; Gaussian with standard deviation sigma",
            "Silverman 1986; Diggle 1985; Bailey and Gatrell 1995",
            "quartic, R = 400 m; cells of R / 10 and at least 25 m; Diggle's correction where a window is given. Bandwidth changes the picture, cell size hardly",
            "30 incidents",
            "A surface is no test: chance makes hills too. Places of many records on one address rise beyond what happened there."),
        inputs,
        List.of(
            Output.of(
                "density",
                "At the places, or row by row of the grid from its south-west",
                UNIT,
                Schema.numbersOrNull()),
            Output.number("integral", "Incidents under the surface", "incidents"),
            Output.number("bandwidth", "As used", "metres"),
            Output.of("grid", "The cells, in the metric plane", "metres", Schema.of("object"))),
        LayerUse.POINTS,
        (values, work) -> density(values));
  }

  private static Outcome density(Values values) {
    Points points = points(values);
    Geometry window = values.findArea("window");
    Kernel kernel =
        Kernel.valueOf(values.choice("kernel", "quartic", "gaussian").toUpperCase(Locale.ROOT));
    double bandwidth = bandwidth(values, points, window, kernel);
    KernelDensity.Parameters parameters = new KernelDensity.Parameters(
        points, weight(values), kernel, bandwidth, edge(values, window, "diggle"), window);
    At at = At.read(values, points, window, bandwidth);
    KernelDensity.Result found = at.points() != null
        ? KernelDensity.atPoints(parameters, at.points())
        : KernelDensity.onGrid(parameters, java.util.Objects.requireNonNull(at.grid()));
    return Found.with(values, found.warnings())
        .put("density", found.perSquareMetre())
        .put("integral", found.integral())
        .put("bandwidth", found.bandwidthMetres())
        .put("grid", at.json(values));
  }

  /** The events; those of a layer are refused where a tenth of them lies on one place. */
  static Points points(Values values) {
    Points points = new Points(values.numbers("x"), values.numbers("y"));
    if (values.stored()) {
      Piles.refuse(points);
    }
    return points;
  }

  private static double @Nullable [] weight(Values values) {
    return values.has("weight") ? values.numbers("weight") : values.findNumbers("weights");
  }

  private static EdgeCorrection edge(Values values, @Nullable Geometry window, String usual) {
    String word = values.has("edge")
        ? values.choice("edge", "none", "uniform", "diggle")
        : window == null ? "none" : usual;
    values.defaults().put("edge", word);
    return EdgeCorrection.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static double bandwidth(
      Values values, Points points, @Nullable Geometry window, Kernel kernel) {
    boolean quartic = kernel == Kernel.QUARTIC;
    if (!values.has("bandwidth")) {
      return values.number("bandwidth", quartic ? 400 : 400 / Math.sqrt(8));
    }
    if (values.node("bandwidth").isNumber()) {
      return values.positive("bandwidth");
    }
    if (values.choice("bandwidth", "scott", "likelihood").equals("scott")) {
      Bandwidths.Scott scott = Bandwidths.scott(points);
      return quartic ? scott.quarticRadius() : scott.sigma();
    }
    if (window == null) {
      throw invalid(
          "window: the likelihood of a bandwidth needs the area in which events were looked for");
    }
    Bandwidths.Choice choice =
        Bandwidths.likelihood(new Bandwidths.LikelihoodParameters(points, window, null));
    return quartic ? choice.quarticRadius() : choice.sigma();
  }

  private static Method adaptive() {
    List<Input> inputs = new ArrayList<>(xy());
    inputs.addAll(List.of(
        WEIGHT,
        Input.optional(
            "pilotBandwidth", "Standard deviation of the pilot, metres", Schema.number(200)),
        Input.optional(
            "edge",
            "Correction of pilot and surface at the window's edge: uniform where a window is given, otherwise none",
            Schema.choice("none", "uniform", "diggle")),
        Input.optional("trim", "Largest bandwidth, in medians", Schema.number(5)),
        WINDOW));
    inputs.addAll(At.INPUTS);
    return new Method(
        "adaptive-density",
        "Adaptive kernel density",
        "How densely do incidents lie, seen sharply where they are many and smoothly where they are few?",
        new MethodCard(
            "h_i = h0 sqrt(gamma / f(s_i)), gamma = exp(mean log f(s_i)), f the pilot of fixed h0; Gaussian kernels of h_i",
            "Abramson 1982; Davies, Marshall and Hazelton 2018",
            "h0 = 200 m; bandwidths of at most 5 medians; uniform correction where a window is given",
            "50 incidents",
            "As every surface, it is no test; single far incidents spread very wide."),
        inputs,
        List.of(
            Output.of(
                "density",
                "At the places, or row by row of the grid from its south-west",
                UNIT,
                Schema.numbersOrNull()),
            Output.of("bandwidths", "Of each event", "metres", Schema.numbersOrNull()),
            Output.number("integral", "Incidents under the surface", "incidents"),
            Output.of("grid", "The cells, in the metric plane", "metres", Schema.of("object"))),
        LayerUse.POINTS,
        (values, work) -> adaptive(values));
  }

  private static Outcome adaptive(Values values) {
    Points points = points(values);
    Geometry window = values.findArea("window");
    double pilot = values.has("pilotBandwidth")
        ? values.positive("pilotBandwidth")
        : values.number("pilotBandwidth", 200);
    AdaptiveDensity.Parameters parameters = new AdaptiveDensity.Parameters(
        points,
        weight(values),
        pilot,
        edge(values, window, "uniform"),
        window,
        values.number("trim", 5));
    At at = At.read(values, points, window, 3 * pilot);
    AdaptiveDensity.Result found = at.points() != null
        ? AdaptiveDensity.atPoints(parameters, at.points())
        : AdaptiveDensity.onGrid(parameters, java.util.Objects.requireNonNull(at.grid()));
    return Found.with(values, found.warnings())
        .put("density", found.perSquareMetre())
        .put("bandwidths", found.bandwidthsMetres())
        .put("integral", found.integral())
        .put("grid", at.json(values));
  }
}
