package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lamplight.http.Html;
import org.lamplight.release.Grain;
import org.lamplight.release.Line;
import org.lamplight.release.Period;
import org.lamplight.release.Published;

/** The two lines that are shown for the whole city by quarter only, each with its warning. */
final class CityLines {

  private final Visit visit;
  private final Published release;

  CityLines(Visit visit, Published release) {
    this.visit = visit;
    this.release = release;
  }

  void write(Html html) {
    Words words = visit.words();
    html.element("h2", words.say("lines.title"));
    html.element("p", words.say("lines.text"));
    for (Line line : release.lines()) {
      html.element(
          "p",
          words.say(
              "lines." + line.kind().id(),
              "title",
              words.language().of(line.kind().title()),
              "k",
              words.number(line.k())),
          "class",
          "caution");
    }
    List<Period> quarters = new ArrayList<>(release.periods().of(Grain.QUARTER));
    if (quarters.isEmpty() || release.lines().isEmpty()) {
      return;
    }
    Collections.reverse(quarters);
    html.open("table", "class", "counts").open("thead").open("tr");
    html.element("th", words.say("lines.quarter"), "scope", "col");
    for (Line line : release.lines()) {
      html.element("th", words.language().of(line.kind().title()), "scope", "col", "class", "n");
    }
    html.close("tr").close("thead").open("tbody");
    for (Period quarter : quarters) {
      html.open("tr").element("th", PeriodText.of(quarter, words), "scope", "row");
      for (Line line : release.lines()) {
        cell(html, line, quarter);
      }
      html.close("tr");
    }
    html.close("tbody").close("table");
  }

  private void cell(Html html, Line line, Period quarter) {
    Integer count = line.counts().get(quarter);
    if (count == null) {
      html.element("td", visit.say("table.hidden"), "class", "n none");
    } else {
      html.element("td", visit.words().number(count), "class", "n");
    }
  }
}
