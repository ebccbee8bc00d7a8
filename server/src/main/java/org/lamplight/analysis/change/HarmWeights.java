package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lamplight.fault.Fault;

/**
 * Days of harm by offence: one version of an editable table, each line with its source.
 *
 * <p>Source: L. Sherman, P. Neyroud and E. Neyroud, "The Cambridge Crime Harm Index", Policing 10 (2016).
 *
 * @param version such as "california-2026-1"; stands beside every figure that was worked out with it
 */
public record HarmWeights(String version, List<Weight> weights) {

  private static final double MOST_DAYS = 36_500;

  private static final Set<String> COLUMNS =
      Set.of("version", "offence", "days", "policeGenerated", "verified", "source");

  /**
   * The harm of one offence.
   *
   * @param days of the starting-point sentence of a first offender
   * @param policeGenerated whether the offence is known through police activity only; such ones are left out of sums
   * @param verified whether somebody with legal knowledge has signed it off
   */
  public record Weight(
      String offence, double days, boolean policeGenerated, boolean verified, String source) {

    public Weight {
      require(!offence.isBlank(), "harm weights: an offence has no name");
      require(
          days > 0 && days <= MOST_DAYS,
          "harm weights: " + offence + " must have 0 to 36,500 days");
      require(!source.isBlank(), "harm weights: " + offence + " names no source");
    }
  }

  public HarmWeights {
    require(!version.isBlank(), "harm weights: the version is missing");
    require(!weights.isEmpty(), "harm weights: the table is empty");
    Set<String> seen = new HashSet<>();
    for (Weight weight : weights) {
      require(
          seen.add(weight.offence()), "harm weights: " + weight.offence() + " stands there twice");
    }
    weights = List.copyOf(weights);
  }

  /**
   * Reads the text of a CSV file with the columns version, offence, days, policeGenerated, verified and source.
   *
   * <ul>
   *   <li><b>Errors</b>: INVALID for other columns, more than one version, a number or yes/no that is none, with the line.
   *   <li><b>Cost</b>: linear.
   * </ul>
   */
  public static HarmWeights parse(String csv) {
    try {
      List<NamedCsvRecord> lines =
          CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
      require(!lines.isEmpty(), "harm weights: the table is empty");
      require(
          Set.copyOf(lines.get(0).getHeader()).equals(COLUMNS),
          "harm weights: the columns must be version, offence, days, policeGenerated, verified, source");
      Set<String> versions =
          lines.stream().map(line -> line.getField("version")).collect(Collectors.toSet());
      require(versions.size() == 1, "harm weights: one table has one version");
      return new HarmWeights(
          versions.iterator().next(), lines.stream().map(HarmWeights::weight).toList());
    } catch (CsvParseException e) {
      throw new Fault(Fault.Kind.INVALID, "harm weights: this is no CSV", e);
    }
  }

  private static Weight weight(NamedCsvRecord line) {
    try {
      return new Weight(
          line.getField("offence"),
          Double.parseDouble(line.getField("days")),
          yes(line, "policeGenerated"),
          yes(line, "verified"),
          line.getField("source"));
    } catch (NumberFormatException e) {
      throw new Fault(
          Fault.Kind.INVALID,
          "harm weights: line " + line.getStartingLineNumber() + ": days is no number",
          e);
    }
  }

  private static boolean yes(NamedCsvRecord line, String column) {
    String text = line.getField(column);
    require(
        text.equals("yes") || text.equals("no"),
        "harm weights: line " + line.getStartingLineNumber() + ": " + column + " is yes or no");
    return text.equals("yes");
  }

  public Optional<Weight> find(String offence) {
    return Optional.ofNullable(byOffence().get(offence));
  }

  Map<String, Weight> byOffence() {
    return weights.stream().collect(Collectors.toMap(Weight::offence, Function.identity()));
  }
}
