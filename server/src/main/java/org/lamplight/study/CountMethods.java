package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.CountChange;

/** Whether a count differs from those before it. */
final class CountMethods {

  private CountMethods() {}

  static List<Method> all() {
    return List.of(countChange());
  }

  private static Method countChange() {
    return new Method(
        "count-change",
        "Change of a count",
        "Is this period's count out of the usual?",
        new MethodCard(
            "z = 2 (sqrt x - sqrt mu) / sqrt(1 + 1/k), mu the mean of k earlier periods; E-test for equal exposures; exact conditional binomial; Garwood's interval",
            "Wheeler 2016; Krishnamoorthy and Thomson 2004; Garwood 1936",
            "equal exposures; 95 %; flagged at |z| of 3 and more",
            "one earlier period; not 0 and 0",
            "Percent change of small counts misleads, so it is given from a base of 20 only. Compare with the same weeks of earlier years. Chosen places fall back to the mean by themselves."),
        List.of(
            Input.needed("now", "Count of the period", Schema.of("integer")),
            Input.needed("before", "Counts of earlier periods", Schema.integers()),
            Input.optional(
                "exposure",
                "Length or population behind the counts: [now, before, ...], or {now, before}",
                Schema.oneOf(Schema.numbers(), Schema.of("object"))),
            Input.optional(
                "dispersion",
                "Variance of counts by their mean: 1 for Poisson, or estimate",
                Schema.oneOf(Schema.positive(), Schema.of("string"))),
            Input.optional("level", "Of ranges and intervals", Schema.number(0.95)),
            Input.optional("lastPeriodComplete", "Whether the period is over", Schema.flag(true))),
        List.of(
            Output.number("expected", "Count expected from before", "incidents"),
            Output.of(
                "expectedRange", "Range of the count from before", "incidents", Schema.numbers()),
            Output.number("z", "Poisson z", "standard deviations"),
            Output.of("flagged", "Whether |z| is 3 or more", "1", Schema.of("boolean")),
            Output.number(
                "eTest", "p of the E-test; for equal exposures of two periods only", "probability"),
            Output.number("exact", "p of the exact conditional binomial", "probability"),
            Output.number("exactMidP", "Its mid-p", "probability"),
            Output.of("garwood", "Exact interval of the count", "incidents", Schema.numbers()),
            Output.number("ratio", "Rate now by rate before", "ratio"),
            Output.of("ratioRange", "Its interval", "ratio", Schema.numbersOrNull()),
            Output.number("phi", "Dispersion as used", "1"),
            Output.number("percent", "Change; from a base of 20 only", "percent")),
        LayerUse.CHANGE,
        (values, work) -> countChange(values));
  }

  private static Outcome countChange(Values values) {
    CountChange.requireComplete(values.flag("lastPeriodComplete", true));
    long now = now(values);
    long[] before = counts("before", before(values));
    double[] exposures = exposures(values, before.length);
    CountChange.Result found = CountChange.of(new CountChange.Parameters(
        now,
        before,
        exposures == null ? 1 : exposures[0],
        exposures == null ? null : Arrays.copyOfRange(exposures, 1, exposures.length),
        dispersion(values),
        values.number("level", 0.95)));
    return Found.with(values, found.warnings())
        .put("expected", found.expected())
        .put("expectedRange", new double[] {found.rangeLow(), found.rangeHigh()})
        .put("z", found.z())
        .put("flagged", found.flagged())
        .put("eTest", found.eTest())
        .put("exact", found.exact())
        .put("exactMidP", found.exactMidP())
        .put("garwood", new double[] {found.garwoodLow(), found.garwoodHigh()})
        .put("ratio", found.ratio())
        .put("ratioRange", new double[] {found.ratioLow(), found.ratioHigh()})
        .put("phi", found.phi())
        .put("percent", found.percent().isPresent() ? found.percent().getAsDouble() : null);
  }

  /** A layer gives it as a list of one. */
  private static long now(Values values) {
    return values.stored()
        ? counts("now", values.numbers("now"))[0]
        : counts("now", new double[] {values.number("now")})[0];
  }

  /** A single earlier period may stand without a list. */
  private static double[] before(Values values) {
    return !values.stored() && values.node("before").isNumber()
        ? new double[] {values.number("before")}
        : values.numbers("before");
  }

  private static long[] counts(String name, double[] numbers) {
    long[] counts = new long[numbers.length];
    for (int i = 0; i < counts.length; i++) {
      require(
          numbers[i] >= 0 && numbers[i] == Math.rint(numbers[i]) && numbers[i] < 1e15,
          name + ": must be whole counts of 0 and more");
      counts[i] = (long) numbers[i];
    }
    return counts;
  }

  /** That of now, then those of before. */
  private static double @Nullable [] exposures(Values values, int before) {
    if (!values.has("exposure")) {
      return null;
    }
    JsonNode node = values.node("exposure");
    double[] all = new double[before + 1];
    Arrays.fill(all, 1);
    require(
        !node.isNumber(),
        "exposure: one number does not say whose it is; give [now, before, ...] or {now, before}");
    if (node instanceof ObjectNode object) {
      Values parts = new Values(object, Map.of());
      parts.requireOnly("exposure", Set.of("now", "before"));
      all[0] = parts.number("now", 1);
      double[] earlier = parts.has("before") && parts.node("before").isNumber()
          ? new double[] {parts.number("before")}
          : parts.numbers("before");
      require(earlier.length == before, "exposure.before: must be as long as before");
      System.arraycopy(earlier, 0, all, 1, before);
      return all;
    }
    double[] given = values.numbers("exposure");
    require(
        given.length == before + 1,
        "exposure: must hold the one of now and then one for each of before, " + (before + 1)
            + " numbers");
    return given;
  }

  private static double dispersion(Values values) {
    if (!values.has("dispersion")) {
      return values.number("dispersion", 1);
    }
    if (values.node("dispersion").isNumber()) {
      return values.number("dispersion");
    }
    if (!values.node("dispersion").asText().equals("estimate")) {
      throw invalid("dispersion: must be a number from 1, or estimate");
    }
    return Double.NaN;
  }
}
