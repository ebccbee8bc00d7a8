package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamplight.analysis.change.HarmSum;
import org.lamplight.analysis.change.HarmWeights;

/** How much harm incidents did, in days. */
final class HarmMethods {

  private HarmMethods() {}

  static List<Method> all() {
    return List.of(harm());
  }

  private static Method harm() {
    return new Method(
        "harm",
        "Harm",
        "How much harm did these incidents do, and which offences did most of it?",
        new MethodCard(
            "H = sum of count times weight in days; standard error the root of the sum of weight squared times count",
            "Sherman, Neyroud and Neyroud 2016; Mitchell 2019",
            "the city's own table of weights; 95 % interval",
            "none; read the interval",
            "A few of the gravest offences make most of the sum and of its spread. Weights are sentences of a first offender, not what victims bore. Offences that police find themselves are left out."),
        List.of(
            Input.needed("counts", "Count of each offence: {offence: count}", Schema.of("object")),
            Input.needed("weights", "Days of each offence: {offence: days}", Schema.of("object")),
            Input.optional("level", "Of the interval", Schema.number(0.95))),
        List.of(
            Output.number("days", "Harm", "days"),
            Output.number("se", "Its standard error", "days"),
            Output.of("interval", "Its interval", "days", Schema.numbers()),
            Output.number("events", "Incidents that have a weight", "incidents"),
            Output.of(
                "largest",
                "offence, days and share of the three offences with most of it",
                "1",
                Schema.list(Schema.of("object"))),
            Output.of(
                "leftOut",
                "Offences without a weight, or that police find themselves",
                "1",
                Schema.texts()),
            Output.of("version", "Of the table of weights", "1", Schema.of("string"))),
        LayerUse.KINDS,
        (values, work) -> harm(values));
  }

  private static Outcome harm(Values values) {
    Map<String, Long> counts = counts(values);
    HarmSum.Result found =
        HarmSum.of(new HarmSum.Parameters(table(values), counts, values.number("level", 0.95)));
    long events = counts.entrySet().stream()
        .filter(entry -> !found.leftOut().contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
    return Found.with(values, found.warnings())
        .put("days", found.days())
        .put("se", found.standardError())
        .put("interval", new double[] {found.low(), found.high()})
        .put("events", events)
        .put("largest", found.largest().stream().map(HarmMethods::json).toList())
        .put("leftOut", found.leftOut())
        .put("version", found.version());
  }

  private static Map<String, Object> json(HarmSum.Share share) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("offence", share.offence());
    json.put("days", share.days());
    json.put("share", share.share());
    return json;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Long> counts(Values values) {
    if (values.ofLayer("counts") instanceof Map<?, ?> ready) {
      return (Map<String, Long>) ready;
    }
    Map<String, Long> counts = new TreeMap<>();
    numbers(values, "counts").forEach((offence, count) -> {
      require(count == Math.rint(count), "counts." + offence + ": must be a whole count");
      counts.put(offence, Math.round(count));
    });
    return counts;
  }

  private static HarmWeights table(Values values) {
    if (values.ofLayer("weights") instanceof HarmWeights ready) {
      return ready;
    }
    List<HarmWeights.Weight> weights = new ArrayList<>();
    numbers(values, "weights")
        .forEach((offence, days) -> weights.add(
            new HarmWeights.Weight(offence, days, false, true, "sent with the request")));
    return new HarmWeights("of the request", weights);
  }

  private static Map<String, Double> numbers(Values values, String name) {
    JsonNode node = values.node(name);
    require(node.isObject(), name + ": must be an object of numbers by offence");
    Map<String, Double> numbers = new LinkedHashMap<>();
    node.properties().forEach(entry -> {
      require(
          entry.getValue().isNumber() && entry.getValue().doubleValue() >= 0,
          name + "." + entry.getKey() + ": must be a number of 0 or more");
      numbers.put(entry.getKey(), entry.getValue().doubleValue());
    });
    return numbers;
  }
}
