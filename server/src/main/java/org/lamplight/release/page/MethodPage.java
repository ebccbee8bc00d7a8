package org.lamplight.release.page;

import java.util.List;
import java.util.stream.Collectors;
import org.lamplight.city.Offence;
import org.lamplight.city.Text;
import org.lamplight.http.Html;
import org.lamplight.release.Facts;
import org.lamplight.release.Grain;
import org.lamplight.release.Method;
import org.lamplight.release.PublicArea;
import org.lamplight.release.PublicGroup;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;

/** "How this was made": what a release holds, what it hides and why, how fresh it is, and what it cannot say. */
public final class MethodPage {

  private final Visit visit;
  private final Published release;
  private final Words words;
  private final Facts.Rules rules;

  private MethodPage(Visit visit, Published release) {
    this.visit = visit;
    this.release = release;
    this.words = visit.words();
    this.rules = release.facts().rules();
  }

  /**
   * The page as HTML.
   *
   * @param all every release of the city, the newest first
   */
  public static byte[] write(Visit visit, Published release, List<Published.Head> all) {
    MethodPage page = new MethodPage(visit, release);
    String title = visit.say("method.title", "city", visit.cityName());
    return Shell.page(visit, title, release, html -> page.content(html, title, all));
  }

  private void content(Html html, String title, List<Published.Head> all) {
    html.open("div", "class", "narrow method");
    html.element("h1", title);
    html.element(
        "p",
        words.say("method.lead", "source", words.language().of(release.facts().source())),
        "class",
        "lead");
    html.element("h2", words.say("method.care"));
    html.element("p", words.say("care.long"));
    fresh(html);
    numbers(html);
    // A withdrawn release answers no numbers.
    boolean stands = release.withdrawal() == null;
    if (stands) {
      hidden(html);
      ReconciliationTable.write(html, visit, release);
    }
    groups(html);
    if (stands) {
      new CityLines(visit, release).write(html);
    }
    releases(html, all);
    Report.write(html, visit);
    html.close("div");
  }

  private void fresh(Html html) {
    html.element("h2", words.say("method.fresh"));
    html.element(
        "p",
        words.say(
            "method.freshText",
            "last",
            PeriodText.of(release.lastMonth(), words),
            "first",
            PeriodText.of(release.periods().first(), words)));
    html.element("h2", words.say("method.gaps"));
    html.open("ul", "class", "points");
    for (Text note : release.facts().notes()) {
      html.element("li", words.language().of(note));
    }
    if (!release.gapMonths().isEmpty()) {
      html.element(
          "li",
          words.say(
              "method.gapMonths",
              "months",
              release.gapMonths().stream()
                  .map(month -> PeriodText.of(month, words))
                  .collect(Collectors.joining(", "))));
    }
    html.element("li", words.say("method.withoutPlace"));
    int sealed = release.facts().sealedRecords();
    if (sealed > 0) {
      html.element("li", words.count("method.sealed", sealed));
    }
    html.close("ul");
  }

  private void hidden(Html html) {
    html.element("h2", words.say("method.hidden"), "id", "hidden");
    html.element("p", words.say("method.hiddenMore"));
    if (!release.unlisted().isEmpty()) {
      html.element(
          "p",
          words.count(
              "method.unlisted",
              release.unlisted().size(),
              "residents",
              words.number(rules.leastResidents()),
              "names",
              release.unlisted().stream().map(PublicArea::name).collect(Collectors.joining(", "))));
    }
    html.open("table", "class", "counts").open("caption").text(words.say("method.tally"));
    html.close("caption").open("thead").open("tr");
    html.element("th", words.say("method.tallyOf"), "scope", "col");
    html.element("th", words.say("method.tallyHidden"), "scope", "col", "class", "n");
    html.element("th", words.say("method.tallyAll"), "scope", "col", "class", "n");
    html.close("tr").close("thead").open("tbody");
    for (Unit unit : release.units()) {
      for (Grain grain : Grain.values()) {
        tally(html, unit, grain);
      }
    }
    html.close("tbody").close("table");
  }

  private void tally(Html html, Unit unit, Grain grain) {
    int hidden = 0;
    int cells = 0;
    for (PublicGroup group : release.groups()) {
      Published.Tally tally = release.tally(unit, grain, group);
      hidden += tally.hidden();
      cells += tally.cells();
    }
    if (cells > 0) {
      html.open("tr");
      html.element(
          "th",
          words.say(
              "method.tallyRow",
              "unit",
              words.language().of(unit.title()),
              "grain",
              words.say("grain." + grain.id())),
          "scope",
          "row");
      html.element("td", words.number(hidden), "class", "n");
      html.element("td", words.number(cells), "class", "n").close("tr");
    }
  }

  /** What each group holds, by the city's own list of offences. */
  private void groups(Html html) {
    html.element("h2", words.say("method.groups"));
    html.element("p", words.say("method.groupsText"));
    html.open("dl", "class", "groups");
    for (PublicGroup group : release.groups()) {
      html.element("dt", words.language().of(group.title()));
      String held = visit.city().profile().offences().stream()
          .filter(offence -> offence.group().equals(group.id()))
          .map(Offence::title)
          .map(words.language()::of)
          .distinct()
          .collect(Collectors.joining(", "));
      html.element("dd", group.exact() ? words.say("method.exact", "held", held) : held);
    }
    html.close("dl");
  }

  private void numbers(Html html) {
    html.element("h2", words.say("method.numbers"));
    html.open("ul", "class", "points");
    for (Text sentence : Method.sentences(release)) {
      html.element("li", words.language().of(sentence));
    }
    html.element("li", words.say("method.classes"));
    html.element("li", words.say("method.noChange"));
    html.close("ul");
  }

  private void releases(Html html, List<Published.Head> all) {
    html.element("h2", words.say("method.releases"));
    html.open("ul", "class", "points");
    for (Published.Head head : all) {
      String line = words.say(
          "method.release",
          "number",
          String.valueOf(head.number()),
          "day",
          PeriodText.on(head.madeAt(), visit.city().profile().zone(), words));
      html.open("li").text(line);
      if (head.withdrawal() != null) {
        html.text(" ")
            .text(words.say("method.withdrawn", "why", head.withdrawal().why()));
      }
      html.close("li");
    }
    html.close("ul");
  }
}
