package org.lamplight.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lamplight.analysis.area.Geary;
import org.lamplight.analysis.area.GeneralG;
import org.lamplight.analysis.area.GlobalMoran;
import org.lamplight.analysis.area.GlobalParameters;
import org.lamplight.analysis.area.GlobalResult;
import org.lamplight.analysis.area.RateMoran;
import org.lamplight.analysis.area.Style;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.fault.Fault;

/** Whether values lie in a pattern at all. */
final class GlobalMethods {

  private GlobalMethods() {}

  static List<Method> all() {
    return List.of(moran(), geary(), generalG());
  }

  private static List<Input> inputs(Input... more) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(
        Input.needed("values", "The value of each place, such as its rate", Schema.numbers()));
    inputs.addAll(Weighting.INPUTS);
    inputs.addAll(List.of(more));
    inputs.add(Input.optional(
        "inference",
        "Moments under randomisation or normality, or permutation",
        Schema.choice("randomisation", "normality", "permutation")));
    inputs.add(Found.ALTERNATIVE);
    inputs.add(Found.PERMUTATIONS);
    inputs.add(Found.SEED);
    return inputs;
  }

  private static List<Output> outputs(String statistic) {
    return List.of(
        Output.number("statistic", statistic, "1"),
        Output.number("expectation", "Its expectation without any pattern", "1"),
        Output.number("variance", "Its variance without any pattern", "1"),
        Output.number("z", "Standard deviations from the expectation", "standard deviations"),
        Output.number("p", "p of the inference that was asked for", "probability"),
        Output.number("permutationP", "p of permutations, where there were any", "probability"),
        Output.number("permutationMean", "Mean of the statistic over permutations", "1"),
        Output.number("permutationSd", "Its standard deviation over permutations", "1"));
  }

  private static Method moran() {
    return new Method(
        "moran",
        "Global Moran's I",
        "Are neighbors more alike than chance would have it?",
        new MethodCard(
            "I = (n / S0) sum_ij w_ij z_i z_j / sum z^2, E = -1 / (n - 1)",
            "Moran 1950; Cliff and Ord 1981; with a population the empirical Bayes index of Assuncao and Reis 1999",
            "areas that share a border, rows that add up to 1; moments under randomisation; one-sided",
            "20 places",
            "It says that there is a pattern, not where."),
        inputs(Input.optional(
            "population",
            "Residents of each place: then values are counts and the empirical Bayes index is taken, tested by permutation",
            Schema.numbers())),
        outputs("Moran's I"),
        LayerUse.COUNTS,
        (values, work) ->
            values.has("population") ? rates(values) : global(values, Style.W, GlobalMoran::of));
  }

  private static Method geary() {
    return new Method(
        "geary",
        "Geary's C",
        "Do neighbors differ less than chance would have it?",
        new MethodCard(
            "C = (n - 1) sum_ij w_ij (x_i - x_j)^2 / (2 S0 sum z^2), E = 1",
            "Geary 1954; Cliff and Ord 1981",
            "areas that share a border, rows that add up to 1; moments under randomisation; one-sided",
            "20 places",
            "It says that there is a pattern, not where; single extreme values weigh much."),
        inputs(),
        outputs("Geary's C, below 1 where neighbors are alike"),
        LayerUse.COUNTS,
        (values, work) -> global(values, Style.W, Geary::of));
  }

  private static Method generalG() {
    return new Method(
        "general-g",
        "Getis-Ord general G",
        "Do high values lie together, or low ones?",
        new MethodCard(
            "G = sum_ij w_ij x_i x_j / sum_ij x_i x_j, j other than i",
            "Getis and Ord 1992",
            "binary weights; moments under randomisation; one-sided",
            "20 places with values of 0 and more",
            "It says that there is a pattern, not where."),
        inputs(),
        outputs("General G"),
        LayerUse.COUNTS,
        (values, work) -> global(values, Style.B, GeneralG::of));
  }

  private static Outcome global(
      Values values, Style usual, Function<GlobalParameters, GlobalResult> statistic) {
    double[] x = values.numbers("values");
    Weighting weighting = Weighting.read(values, x.length, usual);
    String inference = values.choice(
        "inference", "randomisation", "normality", "permutation", "randomization", "analytic");
    boolean permuted = inference.equals("permutation");
    GlobalResult found = statistic.apply(new GlobalParameters(
        x,
        weighting.weights(),
        inference.equals("normality"),
        Found.alternative(values),
        Found.permutations(values, permuted)));
    return outcome(values, found, permuted ? found.permutationP() : found.p());
  }

  private static Outcome rates(Values values) {
    double[] counts = values.numbers("values");
    double[] population = values.numbers("population");
    Values.requireSame("values and population", counts.length, population.length);
    Weighting weighting = Weighting.read(values, counts.length, Style.W);
    Permutations permutations = Found.permutations(values, true);
    if (permutations == null) {
      throw Fault.invalid("permutations: the index of rates is tested by permutation only");
    }
    GlobalResult found = RateMoran.of(
        new RateMoran.Parameters(counts, population, weighting.weights(), permutations));
    return outcome(values, found, found.permutationP());
  }

  private static Outcome outcome(Values values, GlobalResult found, double p) {
    return Found.with(values, found.warnings())
        .put("statistic", found.statistic())
        .put("expectation", found.expectation())
        .put("variance", found.variance())
        .put("z", found.z())
        .put("p", p)
        .put("permutationP", found.permutationP())
        .put("permutationMean", found.permutationMean())
        .put("permutationSd", found.permutationSd());
  }
}
