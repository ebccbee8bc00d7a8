package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Html;
import org.lamplight.release.Cell;
import org.lamplight.release.PublicArea;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;
import org.lamplight.release.UsualRange;

/** The table that says what the map says, and more, area by area in the order of their names. */
final class CountsTable {

  private final Visit visit;
  private final Published release;
  private final View view;
  private final Sentences sentences;

  CountsTable(Visit visit, Published release, View view) {
    this.visit = visit;
    this.release = release;
    this.view = view;
    this.sentences = new Sentences(visit, release.facts().rules());
  }

  void write(Html html) {
    html.open(
        "div",
        "class",
        "scroll",
        "role",
        "region",
        "aria-labelledby",
        "table-title",
        "tabindex",
        "0");
    html.open("table", "class", "counts sortable");
    html.open("caption", "id", "table-title")
        .text(visit.say(
            "table.caption",
            "group",
            sentences.group(view.group()),
            "unit",
            visit.words().language().of(view.unit().title()),
            "period",
            PeriodText.of(view.period(), visit.words())))
        .close("caption");
    html.open("thead").open("tr");
    html.element("th", visit.say("table.area"), "scope", "col");
    for (String column : List.of("recorded", "usual", "rate", "residents")) {
      html.element("th", visit.say("table." + column), "scope", "col", "class", "n " + column);
    }
    html.close("tr").close("thead").open("tbody");
    areas().forEach(area -> row(html, area));
    html.close("tbody").close("table").close("div");
    html.element("p", visit.say("table.hiddenNote", "what", sentences.hidden()), "class", "hint");
  }

  private List<PublicArea> areas() {
    List<PublicArea> areas = new ArrayList<>(release.areas(view.unit().id()));
    if (view.unit().level() == Unit.Level.NEIGHBORHOOD) {
      areas.addAll(release.unlisted());
      areas.sort(Comparator.comparing(PublicArea::name));
    }
    return areas;
  }

  private void row(Html html, PublicArea area) {
    html.open("tr").open("th", "scope", "row");
    if (area.listed()) {
      html.link(
          visit.areaLink(area.unit(), area.slug(), "group", view.group().id()),
          sentences.name(area));
    } else {
      html.text(area.name());
    }
    html.close("th");
    if (area.listed()) {
      cells(html, release.cell(area, view.period(), view.group()), visit.words());
    } else {
      html.element("td", visit.say("table.unlisted"), "class", "n recorded none");
      html.element("td", "–", "class", "n usual").element("td", "–", "class", "n rate");
    }
    number(html, "residents", area.population(), visit.words());
    html.close("tr");
  }

  /** The cells of a row: count, usual range, rate. */
  static void cells(Html html, Cell cell, Words words) {
    recorded(html, cell, words);
    usual(html, cell.usual(), words);
    Double rate = cell.ratePer1000();
    if (rate == null) {
      html.element("td", "–", "class", "n rate");
    } else {
      html.element("td", words.rate(rate), "class", "n rate", "data-value", rate.toString());
    }
  }

  /** The cell of a count, or of what hides it. */
  static void recorded(Html html, Cell cell, Words words) {
    if (cell.hidden()) {
      html.element("td", words.say("table.hidden"), "class", "n recorded none");
    } else {
      number(html, "recorded", cell.count(), words);
    }
  }

  /** The cell of a usual range. */
  static void usual(Html html, @Nullable UsualRange usual, Words words) {
    if (usual == null) {
      html.element("td", "–", "class", "n usual");
    } else {
      html.element(
          "td",
          words.say(
              "table.range", "low", words.number(usual.low()), "high", words.number(usual.high())),
          "class",
          "n usual",
          "data-value",
          String.valueOf(usual.high()));
    }
  }

  private static void number(Html html, String column, @Nullable Integer value, Words words) {
    if (value == null) {
      html.element("td", "–", "class", "n " + column);
    } else {
      html.element(
          "td", words.number(value), "class", "n " + column, "data-value", value.toString());
    }
  }
}
