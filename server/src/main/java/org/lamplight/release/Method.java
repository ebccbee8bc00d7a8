package org.lamplight.release;

import java.util.List;
import org.lamplight.city.Text;

/** How a release was made, and what its numbers say, in plain words of both languages. */
public final class Method {

  private Method() {}

  /** What was done, one sentence after the other. */
  public static List<Text> sentences(Published release) {
    Facts.Rules rules = release.facts().rules();
    return List.of(
        new Text(
            "Counts are of incidents that were reported and recorded, by the month in which they occurred.",
            "Los números cuentan incidentes denunciados y registrados, según el mes en que ocurrieron."),
        new Text(
            "A month is published no earlier than " + rules.lagDays()
                + " days after its end, and never changed afterwards: later reports change no published number.",
            "Un mes se publica no antes de " + rules.lagDays()
                + " días después de su fin y no se cambia más: las denuncias posteriores no cambian ningún número publicado."),
        new Text(
            "Counts from 1 to " + (rules.k() - 1)
                + " are hidden, and so are others from which they could be worked out; both have the same mark. 0 is shown as 0.",
            "Se ocultan los números de 1 a " + (rules.k() - 1)
                + ", y otros con los que podrían calcularse; ambos llevan la misma marca. El 0 se muestra como 0."),
        new Text(
            "Before publishing, a linear program tried to work out each small count from everything that is published; none could be told.",
            "Antes de publicar, un programa lineal intentó calcular cada número pequeño a partir de todo lo publicado; ninguno pudo conocerse."),
        new Text(
            "Homicides are shown as they are, without places or persons.",
            "Los homicidios se muestran tal como son, sin lugares ni personas."),
        new Text(
            "Sensitive offenses (sexual offenses, offenses against children, violence between partners, trafficking, stalking) are in no group; they are shown for the whole city by quarter, from "
                + rules.sensitiveK() + " on.",
            "Los delitos sensibles (sexuales, contra menores, violencia de pareja, trata, acoso) no están en ningún grupo; se muestran para toda la ciudad por trimestre, a partir de "
                + rules.sensitiveK() + "."),
        new Text(
            "Offenses that are recorded because police looked for them are shown for the whole city by quarter only: where there is more enforcement, more are recorded.",
            "Los delitos registrados porque la policía los buscó se muestran solo para toda la ciudad por trimestre: donde hay más vigilancia se registran más."),
        new Text(
            "Neighborhoods of fewer than " + rules.leastResidents()
                + " residents are counted within their district only.",
            "Los vecindarios de menos de " + rules.leastResidents()
                + " residentes se cuentan solo dentro de su distrito."),
        new Text(
            "Rates are for each 1,000 residents a year, only from " + rules.rateCount()
                + " incidents and " + rules.rateResidents()
                + " residents on. Where many people work or visit, a rate by residents says little.",
            "Las tasas son por cada 1,000 residentes al año, solo a partir de " + rules.rateCount()
                + " incidentes y " + rules.rateResidents()
                + " residentes. Donde mucha gente trabaja o está de visita, una tasa por residentes dice poco."),
        new Text(
            "The usual range holds the counts x with |2(√x − √μ)/√(1 + 1/k)| below 2, where μ is the mean of the same season in the k published years before (at least "
                + UsualRange.LEAST_YEARS + ", at most " + UsualRange.MOST_YEARS
                + "); where one of them is hidden there is none.",
            "El intervalo habitual contiene los números x con |2(√x − √μ)/√(1 + 1/k)| menor que 2, donde μ es la media de la misma época en los k años publicados anteriores (al menos "
                + UsualRange.LEAST_YEARS + ", como mucho " + UsualRange.MOST_YEARS
                + "); si alguno está oculto no hay intervalo."));
  }

  /** One cell as a sentence. */
  public static Text sentence(
      Published release, PublicArea area, Period period, PublicGroup group) {
    Cell cell = release.cell(area, period, group);
    String en = area.name() + ", " + period.id() + ", " + group.title().en() + ": ";
    String es = area.name() + ", " + period.id() + ", " + group.title().es() + ": ";
    Integer count = cell.count();
    if (count == null) {
      return new Text(
          en + "the number is hidden to protect the people concerned.",
          es + "el número está oculto para proteger a las personas afectadas.");
    }
    en += count + " recorded";
    es += count + " registrados";
    UsualRange usual = cell.usual();
    if (usual == null) {
      return new Text(en + ".", es + ".");
    }
    String range = usual.low() + "-" + usual.high();
    String inEnglish = usual.holds(count)
        ? "within the usual range "
        : count > usual.high() ? "more than the usual range " : "fewer than the usual range ";
    String inSpanish = usual.holds(count)
        ? "dentro del intervalo habitual "
        : count > usual.high()
            ? "más que el intervalo habitual "
            : "menos que el intervalo habitual ";
    return new Text(en + ", " + inEnglish + range + ".", es + ", " + inSpanish + range + ".");
  }
}
