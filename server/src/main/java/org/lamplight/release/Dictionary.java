package org.lamplight.release;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.Text;

/** What each column of a release's counts means. */
public final class Dictionary {

  /** A column. */
  public record Column(String name, String type, Text meaning) {}

  private Dictionary() {}

  /** The columns of the CSV, in its order; the properties of the JSON rows have the same names. */
  public static List<Column> columns(Facts.Rules rules) {
    return List.of(
        column("unit", "text", "Kind of area.", "Tipo de área."),
        column("area", "text", "The area's name in links.", "Nombre del área en los enlaces."),
        column("name", "text", "The area's name.", "Nombre del área."),
        column(
            "period",
            "text",
            "Whole month (2024-05), quarter (2024-Q2) or year (2024) of the city's calendar in which it occurred.",
            "Mes completo (2024-05), trimestre (2024-Q2) o año (2024) en que ocurrió, según el calendario de la ciudad."),
        column(
            "group",
            "text",
            "Group of offenses; an incident is in one group only, sensitive offenses are in none.",
            "Grupo de delitos; cada incidente está en un solo grupo, los delitos sensibles en ninguno."),
        column(
            "count",
            "whole number",
            "Incidents recorded; empty where hidden.",
            "Incidentes registrados; vacío donde está oculto."),
        column(
            "hidden",
            "true or false",
            "Hidden, because it is 1 to " + (rules.k() - 1)
                + " or because such a count could be worked out from it. A hidden count is never 0.",
            "Oculto, porque es de 1 a " + (rules.k() - 1)
                + " o porque permitiría calcular uno así. Un número oculto nunca es 0."),
        column(
            "ratePer1000",
            "number",
            "Incidents for each 1,000 residents a year; empty below " + rules.rateCount()
                + " incidents or " + rules.rateResidents() + " residents.",
            "Incidentes por cada 1.000 residentes al año; vacío con menos de " + rules.rateCount()
                + " incidentes o " + rules.rateResidents() + " residentes."),
        column(
            "usualLow",
            "whole number",
            "Lowest count that would be usual after the same season of at least "
                + UsualRange.LEAST_YEARS + " earlier years (|z| below 2).",
            "Menor número que sería habitual según la misma época de al menos "
                + UsualRange.LEAST_YEARS + " años anteriores (|z| menor que 2)."),
        column(
            "usualHigh",
            "whole number",
            "Highest count that would be usual.",
            "Mayor número que sería habitual."),
        column(
            "population",
            "whole number",
            "Residents of the area, where known.",
            "Residentes del área, si se conocen."),
        column("release", "whole number", "Number of the release.", "Número de la publicación."),
        column(
            "synthetic",
            "true or false",
            "Made-up data of a demonstration.",
            "Datos inventados para una demostración."));
  }

  private static Column column(String name, String type, String en, String es) {
    return new Column(name, type, new Text(en, es));
  }

  static byte[] csv(Facts.Rules rules) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter csv =
        CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      csv.writeRecord("column", "type", "meaning", "significado");
      columns(rules)
          .forEach(column -> csv.writeRecord(
              column.name(),
              column.type(),
              column.meaning().en(),
              column.meaning().es()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Map<String, Object> document(Facts.Rules rules) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("columns", columns(rules));
    return document;
  }
}
