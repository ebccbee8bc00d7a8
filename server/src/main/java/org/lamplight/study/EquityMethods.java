package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.analysis.area.Equity;
import org.lamplight.analysis.area.GetisOrd;
import org.lamplight.analysis.area.Style;
import org.locationtech.jts.geom.Geometry;

/** Whom a map of hot spots points at. */
final class EquityMethods {

  private EquityMethods() {}

  static List<Method> all() {
    return List.of(equity());
  }

  private static List<Input> inputs() {
    List<Input> inputs = new ArrayList<>(List.of(
        Input.needed("counts", "Count of each place", Schema.numbers()),
        Input.needed("population", "Residents of each place", Schema.numbers()),
        Input.optional("harm", "Days of harm of each place's incidents", Schema.numbers()),
        Input.optional(
            "flagged",
            "1 for each place that a map marks, 0 for the others; without a word the hot spots of Gi* after correction",
            Schema.numbers()),
        Input.optional(
            "sizes",
            "Square metres of each place; without a word those of areas",
            Schema.numbers())));
    inputs.addAll(Weighting.INPUTS);
    return inputs;
  }

  private static Method equity() {
    return new Method(
        "equity-readout",
        "Whom a map points at",
        "How much ground and how many residents would a map of hot spots mark, and where do they live?",
        new MethodCard(
            "share of ground and of residents in flagged places, over all and by fifths of the places by residents per km2, by incidents and by harm per 1,000 residents; harm = sum of counts times weights in days, offences that police find left out; flagged: Gi* above 0 with 90 % confidence after Benjamini-Hochberg",
            "Lum and Isaac 2016; Getis and Ord 1992; Sherman, Neyroud and Neyroud 2016",
            "areas that share a border; binary weights",
            "30 places whose residents are known",
            "Residents are not who is there by day. It says whom the map meets, not what acting on it would do to them."),
        inputs(),
        List.of(
            Output.each("flagged", "Whether the map marks each place", "1", Schema.of("boolean")),
            Output.of("all", "Over all places", "shares from 0 to 1", Schema.of("object")),
            Output.of(
                "byDensity",
                "By fifths of residents per km2, the thinnest first",
                "shares from 0 to 1",
                Schema.list(Schema.of("object"))),
            Output.of(
                "byRate",
                "By fifths of incidents per 1,000 residents, the fewest first",
                "shares from 0 to 1",
                Schema.list(Schema.of("object"))),
            Output.of(
                "byHarm",
                "By fifths of days of harm per 1,000 residents, the least first; none without weights",
                "shares from 0 to 1",
                Schema.list(Schema.of("object")))),
        LayerUse.HARM,
        (values, work) -> equity(values));
  }

  private static Outcome equity(Values values) {
    double[] counts = values.numbers("counts");
    boolean[] flagged = flagged(values, counts);
    double[] sizes = values.has("sizes")
        ? values.numbers("sizes")
        : values.areas("areas").stream().mapToDouble(Geometry::getArea).toArray();
    Equity.Result found = Equity.of(new Equity.Parameters(
        flagged, sizes, values.numbers("population"), counts, values.findNumbers("harm")));
    return Found.with(values, found.warnings())
        .put("flagged", flagged)
        .put("all", json(found.all()))
        .put("byDensity", found.byDensity().stream().map(EquityMethods::json).toList())
        .put("byRate", found.byRate().stream().map(EquityMethods::json).toList())
        .put("byHarm", found.byHarm().stream().map(EquityMethods::json).toList());
  }

  private static boolean[] flagged(Values values, double[] counts) {
    boolean[] flagged = new boolean[counts.length];
    if (values.has("flagged")) {
      double[] given = values.numbers("flagged");
      require(given.length == counts.length, "flagged: must be as long as counts");
      for (int i = 0; i < flagged.length; i++) {
        flagged[i] = given[i] > 0;
      }
      return flagged;
    }
    Weighting weighting = Weighting.read(values, counts.length, Style.B);
    int[] classes = GetisOrd.giStar(
            new GetisOrd.Parameters(counts, weighting.neighbors(), weighting.style(), null))
        .fdrClass();
    for (int i = 0; i < flagged.length; i++) {
      flagged[i] = classes[i] > 0;
    }
    return flagged;
  }

  private static Map<String, Object> json(Equity.Group group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("places", group.places());
    json.put("flagged", group.flagged());
    json.put("people", group.people());
    json.put("areaShare", group.areaShare());
    json.put("peopleShare", group.peopleShare());
    json.put("low", group.low());
    json.put("high", group.high());
    return json;
  }
}
