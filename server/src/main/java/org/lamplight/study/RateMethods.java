package org.lamplight.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.analysis.area.Neighbors;
import org.lamplight.analysis.area.Style;
import org.lamplight.analysis.change.EmpiricalBayes;
import org.lamplight.analysis.change.Funnel;
import org.lamplight.analysis.change.Rates;

/** Counts of places beside their populations. */
final class RateMethods {

  private static final Input COUNTS =
      Input.needed("counts", "Count of each place", Schema.numbers());
  private static final Input POPULATION =
      Input.needed("population", "Residents of each place, or another exposure", Schema.numbers());

  private RateMethods() {}

  static List<Method> all() {
    return List.of(rates(), funnel(), empiricalBayes());
  }

  private static Method rates() {
    return new Method(
        "rates",
        "Rates",
        "How many incidents are there for as many residents?",
        new MethodCard(
            "rate = per x count / (population x years), interval of Garwood",
            "Garwood 1936",
            "per 1,000 residents and year",
            "a count of 20 and 1,000 residents",
            "Residents are not who is there: town centres have few and many visitors."),
        List.of(
            COUNTS,
            POPULATION,
            Input.optional(
                "years",
                "Length of the time; 1, or for a layer that of its filter or of what is recorded",
                Schema.positive()),
            Input.optional("per", "Residents that the rate is for", Schema.number(1_000))),
        List.of(
            Output.each("rate", "Rate", "per so many residents and year"),
            Output.each("low", "Lower end of its 95 % interval", "per so many residents and year"),
            Output.each("high", "Upper end of its 95 % interval", "per so many residents and year"),
            Output.each("unreliable", "Whether the count is below 20", "1", Schema.of("boolean"))),
        LayerUse.RATES,
        (values, work) -> {
          Rates.Result found = Rates.of(new Rates.Parameters(
              values.numbers("counts"),
              values.numbers("population"),
              values.number("years", years(values)),
              values.number("per", 1_000)));
          return Found.with(values, found.warnings())
              .put("rate", found.rate())
              .put("low", found.low())
              .put("high", found.high())
              .put("unreliable", found.unreliable());
        });
  }

  private static double years(Values values) {
    return values.ofLayer(LayerRates.YEARS) instanceof Double known ? known : 1;
  }

  private static Method funnel() {
    return new Method(
        "funnel",
        "Funnel limits",
        "Which places differ from the common rate by more than chance?",
        new MethodCard(
            "exact Poisson limits around target x population, 95 % and 99.8 %; z = (rate - target) / sqrt(target / population)",
            "Spiegelhalter 2005",
            "the overall rate as target; no overdispersion",
            "10 places",
            "Inside the limits is not the same as well; outside is a question, not a verdict."),
        List.of(
            COUNTS,
            POPULATION,
            Input.optional(
                "target",
                "Rate to compare with; the overall one where nothing is said",
                Schema.positive()),
            Input.optional(
                "overdispersed",
                "Whether limits are widened by the dispersion",
                Schema.flag(false))),
        List.of(
            Output.each("rate", "Count by population", "incidents for each resident"),
            Output.of(
                "limits",
                "low95, high95, low998, high998 of each place's count",
                "incidents",
                Schema.of("object")),
            Output.each("z", "Standard deviations from the target", "standard deviations"),
            Output.each(
                "outside",
                "-2, -1, 0, 1, 2: beyond 99.8 %, 95 %, or within",
                "class",
                Schema.of("integer")),
            Output.number("target", "As used", "incidents for each resident"),
            Output.number("phi", "Dispersion", "1")),
        LayerUse.RATES,
        (values, work) -> funnel(values));
  }

  private static Outcome funnel(Values values) {
    Funnel.Result found = Funnel.of(new Funnel.Parameters(
        values.numbers("counts"),
        values.numbers("population"),
        values.has("target") ? values.positive("target") : Double.NaN,
        values.flag("overdispersed", false)));
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("low95", found.low95());
    limits.put("high95", found.high95());
    limits.put("low998", found.low998());
    limits.put("high998", found.high998());
    return Found.with(values, found.warnings())
        .put("rate", found.rate())
        .put("limits", limits)
        .put("z", found.z())
        .put("outside", found.outside())
        .put("target", found.target())
        .put("phi", found.phi());
  }

  private static Method empiricalBayes() {
    List<Input> inputs = new ArrayList<>(List.of(COUNTS, POPULATION));
    inputs.addAll(Weighting.INPUTS);
    inputs.add(Input.optional(
        "kind",
        "Smoothed to the mean of all, or of the neighbors; local where neighbors are given",
        Schema.choice("global", "local")));
    return new Method(
        "empirical-bayes",
        "Smoothed rates (empirical Bayes)",
        "What is each place's rate, once small numbers are drawn to the common one?",
        new MethodCard(
            "smoothed = m + A / (A + m / n) (raw - m), m and A by moments",
            "Marshall 1991; Choynowski 1959",
            "global without neighbors, local with them",
            "20 places",
            "Smoothing hides true exceptions of small places too."),
        inputs,
        List.of(
            Output.each("rate", "Raw rate", "incidents for each resident"),
            Output.each("smoothed", "Smoothed rate", "incidents for each resident"),
            Output.number("mean", "m of the global smoothing", "incidents for each resident"),
            Output.number("spread", "A of the global smoothing", "squared"),
            Output.each("localMean", "m of each place's neighbors", "incidents for each resident"),
            Output.each("localSpread", "A of each place's neighbors", "squared"),
            Output.each(
                "choynowski",
                "Chance of such a count or a lower one at the common rate",
                "probability")),
        LayerUse.RATES,
        (values, work) -> empiricalBayes(values));
  }

  private static Outcome empiricalBayes(Values values) {
    double[] counts = values.numbers("counts");
    double[] population = values.numbers("population");
    boolean around =
        values.has("neighbors") || values.has("x") || (values.has("areas") && !values.stored());
    boolean local =
        values.has("kind") ? values.choice("kind", "global", "local").equals("local") : around;
    values.defaults().put("kind", local ? "local" : "global");
    EmpiricalBayes.Result found;
    if (local) {
      Neighbors neighbors = Weighting.read(values, counts.length, Style.B).neighbors();
      found = EmpiricalBayes.local(new EmpiricalBayes.Parameters(counts, population, neighbors));
    } else {
      found = EmpiricalBayes.global(new EmpiricalBayes.Parameters(counts, population, null));
    }
    return Found.with(values, found.warnings())
        .put("rate", found.raw())
        .put("smoothed", found.smoothed())
        .put("mean", found.mean())
        .put("spread", found.spread())
        .put("localMean", local ? found.localMean() : null)
        .put("localSpread", local ? found.localSpread() : null)
        .put("choynowski", found.choynowski());
  }
}
