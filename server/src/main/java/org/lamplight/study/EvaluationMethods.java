package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.RateRatio;
import org.lamplight.evaluation.BeforeAfter;
import org.lamplight.evaluation.DisplacementDifference;
import org.lamplight.evaluation.DisplacementDifference.Areas;
import org.lamplight.evaluation.DisplacementDifference.Divisors;
import org.lamplight.evaluation.DisplacementQuotient;

/** What changed where something was done, beside where nothing was. */
final class EvaluationMethods {

  private EvaluationMethods() {}

  static List<Method> all() {
    return List.of(wdd(), wdq(), rateRatio());
  }

  private static Input pair(String name, String title, boolean needed) {
    return new Input(name, title + ": [before, after]", Schema.numbers(), needed);
  }

  private static Method wdd() {
    return new Method(
        "wdd",
        "Weighted displacement difference (WDD)",
        "Did incidents fall more where something was done than where nothing was, and did they move nearby?",
        new MethodCard(
            "(T1 - T0) - (C1 - C0) + (D1 - D0) - (CD1 - CD0); variance the sum of the counts, each divided by its weight squared; of harm: the sum over offences of days times difference, variance of days squared times variance",
            "Wheeler and Ratcliffe 2018",
            "equal times and sizes; 95 % interval; no displacement areas",
            "counts of 5 and more",
            "Places that are chosen for their worst year improve by themselves. The comparison must have run in parallel, in counts, and be of like size."),
        List.of(
            pair("treated", "Counts where it was done", true),
            pair("comparison", "Counts where it was not", true),
            pair("displacement", "Counts nearby, where incidents could move to", false),
            pair("displacementComparison", "Counts near the comparison", false),
            Input.optional(
                "weights",
                "What counts are divided by: {time: [before, after], treated, comparison, displacement, displacementComparison}; a list is harm",
                Schema.oneOf(Schema.of("object"), Schema.numbers())),
            Input.optional(
                "harm",
                "Harm of one incident of each offence, such as days; the counts are then lists of pairs, one for each offence",
                Schema.numbers()),
            Input.optional("level", "Of the interval", Schema.number(0.95))),
        List.of(
            Output.number(
                "estimate",
                "Incidents (or harm) more, negative: fewer, than the comparison would have it",
                "incidents"),
            Output.number("se", "Its standard error", "incidents"),
            Output.number("z", "Standard deviations", "standard deviations"),
            Output.number("p", "Two-sided p", "probability"),
            Output.of("interval", "Its interval", "incidents", Schema.numbers()),
            Output.of(
                "local",
                "estimate and se without the displacement areas",
                "incidents",
                Schema.of("object")),
            Output.of(
                "displaced",
                "estimate and se of the displacement areas alone",
                "incidents",
                Schema.of("object"))),
        LayerUse.NONE,
        (values, work) -> wdd(values));
  }

  private static Outcome wdd(Values values) {
    double[] harm = harm(values);
    List<Areas> offences = new ArrayList<>();
    for (int i = 0; i < (harm == null ? 1 : harm.length); i++) {
      offences.add(new Areas(
          counts(values, "treated", harm, i),
          counts(values, "comparison", harm, i),
          counts(values, "displacement", harm, i),
          counts(values, "displacementComparison", harm, i)));
    }
    DisplacementDifference.Result found = DisplacementDifference.ofHarm(
        offences,
        harm == null ? new double[] {1} : harm,
        divisors(values),
        values.number("level", 0.95));
    return Found.with(values, found.warnings())
        .put("estimate", found.estimate())
        .put("se", found.standardError())
        .put("z", found.z())
        .put("p", found.p())
        .put("interval", new double[] {found.low(), found.high()})
        .put("local", json(found.local()))
        .put("displaced", json(found.displacement()));
  }

  private static Map<String, Object> json(DisplacementDifference.Part part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("estimate", part.estimate());
    json.put("se", part.standardError());
    return json;
  }

  private static final Set<String> DIVISORS =
      Set.of("time", "treated", "comparison", "displacement", "displacementComparison", "harm");

  /** Harm of one incident of each offence: an input of its own, or the weights where they are a list. */
  private static double @Nullable [] harm(Values values) {
    if (values.has("weights") && values.node("weights").isArray()) {
      return values.numbers("weights");
    }
    if (values.has("weights") && values.node("weights").has("harm")) {
      return values.part("weights").numbers("harm");
    }
    return values.findNumbers("harm");
  }

  private static Divisors divisors(Values values) {
    if (values.has("weights") && values.node("weights").isArray()) {
      return Divisors.equal();
    }
    Values weights = values.part("weights");
    weights.requireOnly("weights", DIVISORS);
    double[] time = weights.has("time") ? weights.numbers("time") : new double[] {1, 1};
    require(time.length == 2, "weights.time: must be a pair, before and after");
    return new Divisors(
        time[0],
        time[1],
        weights.number("treated", 1),
        weights.number("comparison", 1),
        weights.number("displacement", 1),
        weights.number("displacementComparison", 1));
  }

  /** The counts of one offence where there are several; none of an area that is not given. */
  private static BeforeAfter counts(
      Values values, String name, double @Nullable [] harm, int offence) {
    if (name.startsWith("displacement") && !values.has(name)) {
      return BeforeAfter.none();
    }
    if (harm == null) {
      return counts(values, name);
    }
    double[][] pairs = values.rows(name);
    require(
        pairs.length == harm.length && pairs[0].length == 2,
        name + ": must be a list of pairs, before and after, one for each number of harm");
    return new BeforeAfter(pairs[offence][0], pairs[offence][1]);
  }

  private static BeforeAfter counts(Values values, String name) {
    double[] pair = values.numbers(name);
    require(pair.length == 2, name + ": must be a pair, before and after");
    return new BeforeAfter(pair[0], pair[1]);
  }

  private static Method wdq() {
    return new Method(
        "wdq",
        "Weighted displacement quotient (WDQ)",
        "Set against the success, did incidents move to the buffer, or did the benefit spread?",
        new MethodCard(
            "WDQ = (Da/Ca - Db/Cb) / (Ra/Ca - Rb/Cb); GE = Rb - Ra; NE = Rb/Cb - Ra/Ca; TNE = [Rb Ca/Cb - Ra] + [Db Ca/Cb - Da]",
            "Bowers and Johnson 2003; Guerette 2009",
            "none",
            "six counts above 0, and a treated area that improved against the comparison",
            "It has no standard error: it describes, and proves nothing. Read it beside the weighted displacement difference."),
        List.of(
            pair("treated", "Counts where it was done", true),
            pair("comparison", "Counts where it was not", true),
            pair("displacement", "Counts of the buffer", true),
            pair("displacementComparison", "Not used; the quotient has one comparison", false),
            Input.optional(
                "weights", "Not used; the quotient is one of counts", Schema.of("object"))),
        List.of(
            Output.number("gross", "Gross effect", "incidents"),
            Output.number("net", "Net effect", "ratio"),
            Output.number("buffer", "Change of the buffer against the comparison", "ratio"),
            Output.number("success", "Change of the treated area against the comparison", "ratio"),
            Output.number("wdq", "Weighted displacement quotient", "ratio"),
            Output.number("tne", "Total net effect", "incidents"),
            Output.of("reading", "The quotient in words", "1", Schema.of("string"))),
        LayerUse.NONE,
        (values, work) -> wdq(values));
  }

  private static Outcome wdq(Values values) {
    DisplacementQuotient.Result found = DisplacementQuotient.of(
        counts(values, "treated"), counts(values, "displacement"), counts(values, "comparison"));
    List<String> unused = Stream.of("displacementComparison", "weights")
        .filter(values::has)
        .map(name -> name + " is not used: the quotient has one comparison and weighs no count.")
        .toList();
    return new Outcome()
        .warn(unused)
        .put("gross", found.gross())
        .put("net", found.net())
        .put("buffer", found.buffer())
        .put("success", found.success())
        .put("wdq", found.wdq())
        .put("tne", found.tne())
        .put("reading", found.reading());
  }

  private static Method rateRatio() {
    return new Method(
        "rate-ratio",
        "Ratio of rates",
        "By which part did incidents change where something was done, beside where nothing was?",
        new MethodCard(
            "ln[(T1 / T0) / (C1 / C0)], standard error the root of the sum of 1 / count",
            "Wilson 2022",
            "95 % interval",
            "four counts above 0",
            "The places must be alike and without a program elsewhere; places that are chosen for their worst year improve by themselves."),
        List.of(
            pair("treated", "Counts where it was done", true),
            pair("comparison", "Counts where it was not", true)),
        List.of(
            Output.number("logRatio", "Logarithm of the ratio of ratios", "1"),
            Output.number("se", "Its standard error", "1"),
            Output.number("ratio", "Below 1 is fewer than the comparison would have it", "ratio"),
            Output.of("interval", "95 % interval of the ratio", "ratio", Schema.numbers()),
            Output.number("z", "Of the logarithm", "standard deviations"),
            Output.number("p", "Two-sided", "probability")),
        LayerUse.NONE,
        (values, work) -> rateRatio(values));
  }

  private static Outcome rateRatio(Values values) {
    double[] treated = whole(values, "treated");
    double[] comparison = whole(values, "comparison");
    RateRatio.Result found = RateRatio.of(
        (long) treated[0], (long) treated[1], (long) comparison[0], (long) comparison[1]);
    return new Outcome()
        .put("logRatio", found.logRatio())
        .put("se", found.standardError())
        .put("ratio", found.ratio())
        .put("interval", new double[] {found.low(), found.high()})
        .put("z", found.z())
        .put("p", found.p());
  }

  private static double[] whole(Values values, String name) {
    double[] pair = values.numbers(name);
    require(
        pair.length == 2 && pair[0] == Math.rint(pair[0]) && pair[1] == Math.rint(pair[1]),
        name + ": must be a pair of whole counts, before and after");
    return pair;
  }
}
