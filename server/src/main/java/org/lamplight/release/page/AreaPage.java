package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lamplight.geo.Projection;
import org.lamplight.http.Html;
import org.lamplight.release.Cell;
import org.lamplight.release.Grain;
import org.lamplight.release.Period;
import org.lamplight.release.PublicArea;
import org.lamplight.release.PublicGroup;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;

/** The page of one neighborhood or district. */
public final class AreaPage {

  private final Visit visit;
  private final Published release;
  private final PublicArea area;
  private final PublicGroup group;
  private final Sentences sentences;

  private AreaPage(Visit visit, Published release, PublicArea area) {
    this.visit = visit;
    this.release = release;
    this.area = area;
    this.group = View.group(visit.query(), release);
    this.sentences = new Sentences(visit, release.facts().rules());
  }

  /** The page as HTML; the visit's query names the group. */
  public static byte[] write(Visit visit, Published release, PublicArea area, ProgramSites sites) {
    AreaPage page = new AreaPage(visit, release, area);
    String title =
        visit.say("area.title", "area", page.sentences.name(area), "city", visit.cityName());
    return Shell.page(visit, title, release, html -> page.content(html, sites));
  }

  private void content(Html html, ProgramSites sites) {
    html.open("div", "class", "narrow");
    crumbs(html);
    html.element("h1", sentences.name(area));
    Period month = Period.of(release.lastMonth());
    html.element("p", sentences.whole(area, month, group, cell(month, group)), "class", "lead");
    CityPage.gap(html, visit, release, month);
    newestYear()
        .ifPresent(
            year -> html.element("p", sentences.whole(area, year, group, cell(year, group))));
    html.open("nav", "class", "choices", "aria-label", visit.say("ask.group"));
    for (PublicGroup one : release.groups()) {
      Choice.write(
          html,
          visit.areaLink(area.unit(), area.slug(), "group", one.id()),
          sentences.group(one),
          one.equals(group));
    }
    html.close("nav");
    chart(html);
    groups(html, month);
    new Comparison(visit, release).write(html, area, group);
    members(html);
    nearby(html, sites);
    CityPage.care(html, visit);
    last(html);
    html.close("div");
  }

  private void crumbs(Html html) {
    html.open("nav", "class", "crumbs", "aria-label", visit.say("area.path"));
    html.link(visit.cityLink("/public", "group", group.id()), visit.cityName());
    district()
        .ifPresent(district -> html.text(" › ")
            .link(
                visit.areaLink(district.unit(), district.slug(), "group", group.id()),
                sentences.name(district)));
    html.close("nav");
  }

  private Optional<PublicArea> district() {
    String slug = area.district();
    return slug == null
        ? Optional.empty()
        : release.units().stream()
            .filter(unit -> unit.level() == Unit.Level.DISTRICT)
            .flatMap(unit -> release.area(unit.id(), slug).stream())
            .findFirst();
  }

  private Cell cell(Period period, PublicGroup one) {
    return release.cell(area, period, one);
  }

  private Optional<Period> newestYear() {
    List<Period> years = release.periods().of(Grain.YEAR);
    return years.isEmpty() ? Optional.empty() : Optional.of(years.get(years.size() - 1));
  }

  private void chart(Html html) {
    List<MonthChart.Month> months = new ArrayList<>();
    for (Period period : release.periods().of(Grain.MONTH)) {
      Cell cell = cell(period, group);
      String says = PeriodText.of(period, visit.words()) + ": " + sentences.brief(cell);
      months.add(new MonthChart.Month(period, cell, says));
    }
    html.open("section", "aria-labelledby", "months-title");
    html.element(
        "h2", visit.say("months.title", "group", sentences.group(group)), "id", "months-title");
    html.open("figure", "class", "months");
    new MonthChart(months)
        .write(
            html,
            visit.say(
                "months.label", "group", sentences.group(group), "area", sentences.name(area)));
    html.open("figcaption").open("ul", "class", "marks");
    mark(html, "line-mark", visit.say("months.line"));
    mark(html, "usual-mark", visit.say("months.usual"));
    if (!group.exact()) {
      mark(html, Shades.HIDDEN, sentences.hidden());
    }
    html.close("ul").close("figcaption").close("figure");
    table(html, months);
    html.close("section");
    years(html);
  }

  /** Where months are hidden, a year often is not. */
  private void years(Html html) {
    List<Period> years = new ArrayList<>(release.periods().of(Grain.YEAR));
    if (years.isEmpty()) {
      return;
    }
    Collections.reverse(years);
    html.open("section", "aria-labelledby", "years-title");
    html.element(
        "h2", visit.say("years.title", "group", sentences.group(group)), "id", "years-title");
    html.open("table", "class", "counts years").open("thead").open("tr");
    html.element("th", visit.say("table.year"), "scope", "col");
    for (String column : List.of("recorded", "usual", "rate")) {
      html.element("th", visit.say("table." + column), "scope", "col", "class", "n");
    }
    html.close("tr").close("thead").open("tbody");
    for (Period year : years) {
      html.open("tr").element("th", PeriodText.of(year, visit.words()), "scope", "row");
      CountsTable.cells(html, cell(year, group), visit.words());
      html.close("tr");
    }
    html.close("tbody").close("table").close("section");
  }

  private static void mark(Html html, String style, String text) {
    html.open("li")
        .open("span", "class", "swatch " + style)
        .close("span")
        .text(text)
        .close("li");
  }

  private void table(Html html, List<MonthChart.Month> months) {
    List<MonthChart.Month> newestFirst = new ArrayList<>(months);
    Collections.reverse(newestFirst);
    html.open("details").element("summary", visit.say("months.table"));
    html.open("table", "class", "counts").open("thead").open("tr");
    html.element("th", visit.say("table.month"), "scope", "col");
    html.element("th", visit.say("table.recorded"), "scope", "col", "class", "n");
    html.element("th", visit.say("table.usual"), "scope", "col", "class", "n");
    html.close("tr").close("thead").open("tbody");
    for (MonthChart.Month month : newestFirst) {
      html.open("tr").element("th", PeriodText.of(month.period(), visit.words()), "scope", "row");
      CountsTable.recorded(html, month.cell(), visit.words());
      CountsTable.usual(html, month.cell().usual(), visit.words());
      html.close("tr");
    }
    html.close("tbody").close("table").close("details");
  }

  private void groups(Html html, Period month) {
    html.open("section", "aria-labelledby", "groups-title");
    html.element(
        "h2",
        visit.say("groups.title", "period", PeriodText.of(month, visit.words())),
        "id",
        "groups-title");
    html.open("ul", "class", "sentences");
    for (PublicGroup one : release.groups()) {
      html.element("li", sentences.whole(area, month, one, cell(month, one)));
    }
    html.close("ul").close("section");
  }

  /** The neighborhoods of a district; those without numbers of their own are named too. */
  private void members(Html html) {
    List<PublicArea> members = release.members(area);
    if (members.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "members-title");
    html.element("h2", visit.say("members.title"), "id", "members-title");
    html.open("ul", "class", "members");
    for (PublicArea member : members) {
      html.open("li");
      if (member.listed()) {
        html.link(visit.areaLink(member.unit(), member.slug(), "group", group.id()), member.name());
      } else {
        html.text(member.name()).text(" ").element("small", visit.say("table.unlisted"));
      }
      html.close("li");
    }
    html.close("ul").close("section");
  }

  private void nearby(Html html, ProgramSites sites) {
    Outlines.Shape shape = Outlines.of(List.of(area)).shapes().get(area.slug());
    if (shape == null || shape.rings().isEmpty()) {
      return;
    }
    List<Nearby.Found> found =
        Nearby.of(shape.rings(), sites, Projection.of(visit.city().profile().metricSrid()));
    new NearbyList(visit).write(html, found, sites);
  }

  private void last(Html html) {
    html.open("p", "class", "downloads");
    html.open("button", "type", "button", "class", "second share", "hidden", "hidden")
        .text(visit.say("share.copy"))
        .close("button");
    html.open(
            "a",
            "href",
            "/cities/" + visit.city().slug() + "/release/counts?unit=" + area.unit() + "&area="
                + area.slug() + "&f=csv")
        .text(visit.say("download.area"))
        .close("a")
        .text(" ");
    html.link(visit.methodLink(), visit.say("page.method")).text(" ");
    html.link(visit.methodLink() + "#report", visit.say("page.report"));
    html.close("p");
  }
}
