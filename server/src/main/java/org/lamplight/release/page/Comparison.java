package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamplight.http.Html;
import org.lamplight.release.Grain;
import org.lamplight.release.Period;
import org.lamplight.release.PublicArea;
import org.lamplight.release.PublicGroup;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;

/** An area beside its district and the city, as rates: counts of places of different size say nothing of each other. */
final class Comparison {

  private final Visit visit;
  private final Published release;

  Comparison(Visit visit, Published release) {
    this.visit = visit;
    this.release = release;
  }

  void write(Html html, PublicArea area, PublicGroup group) {
    Period period = newest();
    Sentences sentences = new Sentences(visit, release.facts().rules());
    html.open("section", "aria-labelledby", "compare-title");
    html.element("h2", visit.say("compare.title"), "id", "compare-title");
    html.element(
        "p",
        visit.say(
            "compare.what",
            "group",
            sentences.group(group),
            "period",
            PeriodText.of(period, visit.words())));
    List<PublicArea> areas = beside(area);
    double most = areas.stream()
        .map(one -> release.cell(one, period, group).ratePer1000())
        .filter(rate -> rate != null)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
    html.open("dl", "class", "bars");
    for (PublicArea one : areas) {
      html.element("dt", sentences.name(one));
      bar(html, release.cell(one, period, group).ratePer1000(), most);
    }
    html.close("dl");
    html.element(
        "p",
        visit.say(
            "compare.rules",
            "count",
            visit.words().number(release.facts().rules().rateCount()),
            "residents",
            visit.words().number(release.facts().rules().rateResidents())),
        "class",
        "hint");
    html.close("section");
  }

  private void bar(Html html, @org.jspecify.annotations.Nullable Double rate, double most) {
    html.open("dd");
    if (rate == null) {
      html.element("span", visit.say("compare.none"), "class", "none");
    } else {
      html.open(
              "svg",
              "class",
              "bar-line",
              "viewBox",
              "0 0 100 4",
              "preserveAspectRatio",
              "none",
              "aria-hidden",
              "true")
          .open(
              "rect",
              "width",
              String.format(Locale.ROOT, "%.1f", 100 * rate / Math.max(most, 0.1)),
              "height",
              "4")
          .close("rect")
          .close("svg")
          .element("span", visit.words().rate(rate));
    }
    html.close("dd");
  }

  private List<PublicArea> beside(PublicArea area) {
    List<PublicArea> areas = new ArrayList<>(List.of(area));
    String district = area.district();
    if (district != null) {
      for (Unit unit : release.units()) {
        if (unit.level() == Unit.Level.DISTRICT) {
          release.area(unit.id(), district).ifPresent(areas::add);
        }
      }
    }
    areas.add(release.city());
    return areas;
  }

  /** The newest whole year, or the longest period that there is. */
  private Period newest() {
    for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER)) {
      List<Period> periods = release.periods().of(grain);
      if (!periods.isEmpty()) {
        return periods.get(periods.size() - 1);
      }
    }
    return Period.of(release.lastMonth());
  }
}
