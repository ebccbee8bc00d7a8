package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lamplight.http.Html;
import org.lamplight.release.Grain;
import org.lamplight.release.Period;
import org.lamplight.release.PublicGroup;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;

/** The choices of the city's page: links, and one form for the period, so that each view has an address and none needs a script. */
final class Controls {

  private final Visit visit;
  private final Published release;
  private final View view;

  Controls(Visit visit, Published release, View view) {
    this.visit = visit;
    this.release = release;
    this.view = view;
  }

  void write(Html html) {
    groups(html);
    period(html);
    html.open("div", "class", "pair");
    measure(html);
    unit(html);
    html.close("div");
  }

  private void groups(Html html) {
    html.open("nav", "class", "choices", "aria-label", visit.say("ask.group"));
    for (PublicGroup group : release.groups()) {
      Choice.write(
          html,
          view.with(group).link(visit),
          visit.words().language().of(group.title()),
          group.equals(view.group()));
    }
    html.close("nav");
  }

  private void measure(Html html) {
    html.open("nav", "class", "segments", "aria-label", visit.say("ask.measure"));
    for (View.Measure measure : View.Measure.values()) {
      Choice.write(
          html,
          view.with(measure).link(visit),
          visit.say("measure." + measure.id()),
          measure == view.measure());
    }
    html.close("nav");
  }

  private void unit(Html html) {
    html.open("nav", "class", "segments", "aria-label", visit.say("ask.unit"));
    for (Unit unit : release.units()) {
      if (unit.level() != Unit.Level.CITY) {
        Choice.write(html, view.with(unit).link(visit), unitName(unit), unit.equals(view.unit()));
      }
    }
    html.close("nav");
  }

  private String unitName(Unit unit) {
    return visit.say(
        unit.level() == Unit.Level.NEIGHBORHOOD ? "unit.neighborhoods" : "unit.districts");
  }

  private void period(Html html) {
    html.open("form", "class", "period", "method", "get", "action", visit.cityLink("/public"));
    kept(html, "group", view.group().id());
    kept(html, "measure", view.measure().id());
    kept(html, "unit", view.unit().id());
    visit.query().find("lang").ifPresent(language -> kept(html, "lang", language));
    step(html, -1, "‹", "ask.earlier");
    html.open("label").element("span", visit.say("ask.period"), "class", "visually-hidden");
    html.open("select", "name", "period");
    for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH)) {
      options(html, grain);
    }
    html.close("select").close("label");
    step(html, 1, "›", "ask.later");
    html.element("button", visit.say("ask.show"), "type", "submit", "class", "plain");
    html.close("form");
  }

  private void options(Html html, Grain grain) {
    List<Period> periods = new ArrayList<>(release.periods().of(grain));
    if (periods.isEmpty()) {
      return;
    }
    Collections.reverse(periods);
    html.open("optgroup", "label", visit.say("grain." + grain.id()));
    for (Period period : periods) {
      String text = PeriodText.of(period, visit.words());
      if (period.equals(view.period())) {
        html.element("option", text, "value", period.id(), "selected", "selected");
      } else {
        html.element("option", text, "value", period.id());
      }
    }
    html.close("optgroup");
  }

  /** A link to the period before or after, where there is one. */
  private void step(Html html, int by, String sign, String label) {
    List<Period> periods = release.periods().of(view.period().grain());
    int to = periods.indexOf(view.period()) + by;
    if (to < 0 || to >= periods.size()) {
      html.element("span", sign, "class", "step", "aria-hidden", "true");
      return;
    }
    Period period = periods.get(to);
    html.open(
            "a",
            "class",
            "step",
            "href",
            view.with(period).link(visit),
            "aria-label",
            visit.say(label, "period", PeriodText.of(period, visit.words())))
        .text(sign)
        .close("a");
  }

  private static void kept(Html html, String name, String value) {
    html.open("input", "type", "hidden", "name", name, "value", value);
  }
}
