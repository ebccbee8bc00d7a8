package org.lamplight.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lamplight.analysis.area.GetisOrd;
import org.lamplight.analysis.area.LocalMoran;
import org.lamplight.analysis.area.Style;
import org.lamplight.analysis.chance.Permutations;

/** Hot spots and clusters of areas or cells. */
final class LocalMethods {

  private static final String CLASSES =
      "Class after correction for many tests (Benjamini-Hochberg): 1, 2, 3 stand for 90, 95, 99 %; positive is hot, negative is cold, 0 neither";

  private LocalMethods() {}

  static List<Method> all() {
    return List.of(giStar(), gi(), localMoran());
  }

  private static List<Input> inputs(Input... more) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(
        Input.needed("values", "The value of each place, such as its count", Schema.numbers()));
    inputs.addAll(Weighting.INPUTS);
    inputs.addAll(List.of(more));
    inputs.add(Found.PERMUTATIONS);
    inputs.add(Found.SEED);
    return inputs;
  }

  private static List<Output> getisOutputs() {
    return List.of(
        Output.each(
            "statistic", "The weighted sum of the values around each place", "of the values"),
        Output.each("expectation", "Its expectation without any pattern", "of the values"),
        Output.each("variance", "Its variance without any pattern", "of the values, squared"),
        Output.each("z", "Standard deviations from the expectation", "standard deviations"),
        Output.each("p", "Two-sided p of the one place alone", "probability"),
        Output.each(
            "pAdjusted", "p after correction for many tests (Benjamini-Hochberg)", "probability"),
        Output.each("class", CLASSES, "class", Schema.of("integer")),
        Output.each("rawClass", "The same without correction", "class", Schema.of("integer")));
  }

  private static Method giStar() {
    return new Method(
        "gi-star",
        "Hot and cold spots (Getis-Ord Gi*)",
        "Where do high values, or low ones, lie together more than chance would have it, the place itself counted in?",
        new MethodCard(
            "z = (sum w x - mean W) / (S sqrt((n S1 - W^2) / (n - 1))), j includes i",
            "Getis and Ord 1992; Ord and Getis 1995",
            "binary weights; the ring around each cell, or areas that share a border; classes after Benjamini-Hochberg at 10, 5 and 1 %",
            "30 places with a mean of 1 and more; below that z is not normal, so ask for permutations",
            "A hot spot is a place of many records, not of many offenders. Large places have large counts."),
        inputs(),
        getisOutputs(),
        LayerUse.COUNTS,
        (values, work) -> getisOrd(values, GetisOrd::giStar));
  }

  private static Method gi() {
    return new Method(
        "gi",
        "Hot and cold surroundings (Getis-Ord Gi)",
        "Which places lie among high values, or among low ones, whatever their own?",
        new MethodCard(
            "as Gi*, with mean and S over the other n - 1 places, and W^2 and S1 without i",
            "Getis and Ord 1992; Ord and Getis 1995",
            "binary weights; classes after Benjamini-Hochberg at 10, 5 and 1 %",
            "30 places with a mean of 1 and more; below that z is not normal, so ask for permutations",
            "It says nothing of the place itself."),
        inputs(),
        getisOutputs(),
        LayerUse.COUNTS,
        (values, work) -> getisOrd(values, GetisOrd::gi));
  }

  private static Outcome getisOrd(
      Values values, Function<GetisOrd.Parameters, GetisOrd.Result> statistic) {
    double[] x = values.numbers("values");
    Weighting weighting = Weighting.read(values, x.length, Style.B);
    GetisOrd.Result found = statistic.apply(new GetisOrd.Parameters(
        x, weighting.neighbors(), weighting.style(), Found.permutations(values, false)));
    return Found.with(values, found.warnings())
        .put("statistic", found.statistic())
        .put("expectation", found.expectation())
        .put("variance", found.variance())
        .put("z", found.z())
        .put("p", found.p())
        .put("pAdjusted", found.pAdjusted())
        .put("class", found.fdrClass())
        .put("rawClass", found.rawClass());
  }

  private static Method localMoran() {
    return new Method(
        "local-moran",
        "Clusters and outliers (local Moran's I)",
        "Which places are like their neighbors, high among high or low among low, and which are unlike them?",
        new MethodCard(
            "I_i = (z_i / m2) sum_j w_ij z_j, z = x - mean, m2 = sum z^2 / n",
            "Anselin 1995; moments of Sokal, Oden and Thomson 1998",
            "areas that share a border, rows that add up to 1; conditional moments, or conditional permutation (two-sided)",
            "30 places",
            "Counts of unequal populations make clusters of their own: use rates, or smooth them first."),
        inputs(
            Input.optional(
                "inference",
                "conditional moments, moments over all permutations (total), or conditional permutation",
                Schema.choice("conditional", "total", "permutation")),
            Input.optional(
                "sampleVariance",
                "Whether m2 is divided by n - 1 instead of n",
                Schema.flag(false))),
        List.of(
            Output.each("statistic", "Local Moran's I", "1"),
            Output.each("expectation", "Its expectation", "1"),
            Output.each("variance", "Its variance", "1"),
            Output.each("z", "Standard deviations from the expectation", "standard deviations"),
            Output.each("p", "Two-sided p of the one place alone", "probability"),
            Output.each(
                "pAdjusted",
                "p after correction for many tests (Benjamini-Hochberg)",
                "probability"),
            Output.each(
                "quadrant",
                "HH high among high, LL low among low, HL high among low, LH low among high, NONE without neighbors",
                "class",
                Schema.of("string")),
            Output.each(
                "class",
                "Confidence after correction: 1, 2, 3 stand for 90, 95, 99 %; positive is a cluster, negative an outlier",
                "class",
                Schema.of("integer")),
            Output.each("rawClass", "The same without correction", "class", Schema.of("integer"))),
        LayerUse.COUNTS,
        (values, work) -> localMoran(values));
  }

  private static Outcome localMoran(Values values) {
    double[] x = values.numbers("values");
    Weighting weighting = Weighting.read(values, x.length, Style.W);
    String inference = values.choice(
        "inference",
        "conditional",
        "total",
        "permutation",
        "randomisation",
        "randomization",
        "analytic");
    Permutations permutations = Found.permutations(values, inference.equals("permutation"));
    if (permutations != null && !values.has("inference")) {
      values.defaults().put("inference", "permutation");
    }
    LocalMoran.Result found = LocalMoran.of(new LocalMoran.Parameters(
        x,
        weighting.weights(),
        values.flag("sampleVariance", false),
        inference.equals("total"),
        permutations));
    return Found.with(values, found.warnings())
        .put("statistic", found.statistic())
        .put("expectation", found.expectation())
        .put("variance", found.variance())
        .put("z", found.z())
        .put("p", found.p())
        .put("pAdjusted", found.pAdjusted())
        .put("quadrant", found.quadrant())
        .put("class", found.fdrClass())
        .put("rawClass", found.rawClass());
  }
}
