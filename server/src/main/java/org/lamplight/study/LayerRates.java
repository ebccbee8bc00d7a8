package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lamplight.analysis.change.HarmWeights;
import org.lamplight.incident.Taxonomy;

/** Counts of areas beside their residents, and the harm of what was counted where the city has weights of harm. */
final class LayerRates {

  /** How long the time is that the incidents are of. */
  static final String YEARS = "yearsOfLayer";

  private static final double DAYS_OF_YEAR = 365.25;
  private final LayerReader reader;
  private final LayerQuestion question;

  LayerRates(LayerReader reader, LayerQuestion question) {
    this.reader = reader;
    this.question = question;
  }

  /** INVALID without a set of areas, or with one whose population is not known. */
  LayerData read() {
    String set = question.layer().areas();
    if (set == null) {
      throw invalid("layer.areas: rates need a set of areas whose population is known");
    }
    LayerAreas all = reader.set(question, set).areas();
    int[] peopled = IntStream.range(0, all.population().length)
        .filter(i -> all.population()[i] > 0)
        .toArray();
    require(peopled.length > 0, "layer.areas: no population is known of '" + set + "'");
    LayerAreas chosen = all.chosen(peopled);
    LayerUnits units = LayerUnits.of(chosen, question.loaded().areas());
    LayerRows rows = reader.rows(question, null, true);
    Map<String, Object> filled = units.filled();
    double[] counts = units.counted(rows);
    filled.put("counts", counts);
    filled.put("population", chosen.population());
    filled.put(YEARS, years());
    Places places = units.places().with("count", counts).with("population", chosen.population());
    LayerData data = reader.data(question, filled, places, rows);
    if (peopled.length < all.population().length) {
      data.notes()
          .add(all.population().length - peopled.length
              + " areas without a known population are left out.");
    }
    if (question.use() == LayerUse.HARM) {
      reader.harm(question).ifPresent(table -> addHarm(table, units, rows, data));
    }
    return data;
  }

  private double years() {
    LocalDate[] range = reader.range(question);
    return ChronoUnit.DAYS.between(range[0], range[1]) / DAYS_OF_YEAR;
  }

  /** Days of harm by area; offences that the police find themselves, and those without a weight, are in no sum. */
  private void addHarm(HarmWeights table, LayerUnits units, LayerRows rows, LayerData data) {
    Map<Integer, HarmWeights.Weight> weights = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    for (Taxonomy.Code code : question.loaded().taxonomy().codes()) {
      names.put(code.id(), code.offence().id());
      table
          .find(code.offence().id())
          .filter(weight -> !weight.policeGenerated())
          .ifPresent(weight -> weights.put(code.id(), weight));
    }
    double[] harm = new double[units.size()];
    TreeSet<String> without = new TreeSet<>();
    boolean signed = true;
    for (int row = 0; row < rows.size; row++) {
      int unit = units.of(rows, row);
      HarmWeights.Weight weight = weights.get(rows.code[row]);
      if (unit >= 0 && weight != null) {
        harm[unit] += weight.days();
        signed &= weight.verified();
      } else if (weight == null) {
        without.add(names.getOrDefault(rows.code[row], "unknown"));
      }
    }
    if (java.util.Arrays.stream(harm).sum() == 0) {
      data.notes().add("None of these offences has a weight of harm.");
      return;
    }
    data.filled().put("harm", harm);
    data.notes()
        .add("Harm is in days, by the weights " + table.version()
            + (signed ? "" : ", which nobody has signed off")
            + (without.isEmpty() ? "." : "; left out are " + String.join(", ", without) + "."));
  }
}
