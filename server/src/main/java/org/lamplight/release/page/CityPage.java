package org.lamplight.release.page;

import org.lamplight.http.Html;
import org.lamplight.release.Period;
import org.lamplight.release.Published;

/** The city's page: a map of its neighborhoods or districts, the table that says the same, and its programs. */
public final class CityPage {

  private CityPage() {}

  /** The page as HTML. */
  public static byte[] write(Visit visit, Published release, View view, ProgramSites sites) {
    Sentences sentences = new Sentences(visit, release.facts().rules());
    String title = visit.say(
        "city.title",
        "group",
        sentences.group(view.group()),
        "city",
        visit.cityName(),
        "period",
        PeriodText.of(view.period(), visit.words()));
    return Shell.page(visit, title, release, html -> {
      Shades shades = Shades.of(view, release);
      html.open("div", "class", "view").open("div", "class", "ask");
      html.element("h1", title);
      html.element(
          "p",
          sentences.whole(
              release.city(),
              view.period(),
              view.group(),
              release.cell(release.city(), view.period(), view.group())),
          "class",
          "lead");
      gap(html, visit, release, view.period());
      new Controls(visit, release, view).write(html);
      html.close("div");
      map(html, visit, release, view, shades, sites);
      html.open("div", "class", "more");
      new Finder(visit, release).write(html);
      care(html, visit);
      html.close("div").close("div");
      html.open("section", "class", "wide");
      new CountsTable(visit, release, view).write(html);
      downloads(html, visit, view);
      html.close("section");
      new ProgramList(visit).write(html, sites);
    });
  }

  /** Nothing at all is no quiet time. */
  static void gap(Html html, Visit visit, Published release, Period period) {
    if (release.isGap(period)) {
      html.element(
          "p",
          visit.say("sentence.gap", "period", PeriodText.of(period, visit.words())),
          "class",
          "caution");
    }
  }

  private static void map(
      Html html, Visit visit, Published release, View view, Shades shades, ProgramSites sites) {
    Visit.Basemap basemap = visit.place().basemap();
    if (basemap == null) {
      html.open("figure", "class", "live");
    } else {
      html.open(
          "figure",
          "class",
          "live",
          "data-basemap",
          basemap.url(),
          "data-attribution",
          basemap.attribution());
    }
    new MapDrawing(visit, release, view).write(html, shades, sites);
    Legend.write(html, visit, release, view, shades);
    html.close("figure");
  }

  /** The warning that goes with every map of recorded incidents. */
  static void care(Html html, Visit visit) {
    html.open("details", "class", "care");
    html.element("summary", visit.say("care.short"));
    html.element("p", visit.say("care.long"));
    html.close("details");
  }

  private static void downloads(Html html, Visit visit, View view) {
    html.open("p", "class", "downloads").text(visit.say("download.view")).text(" ");
    for (String format : new String[] {"csv", "json", "geojson"}) {
      html.open(
              "a",
              "href",
              "/cities/" + visit.city().slug() + "/release/counts?unit="
                  + view.unit().id()
                  + "&grain=" + view.period().grain().id() + "&period="
                  + view.period().id()
                  + "&group=" + view.group().id() + "&f=" + format)
          .text(format.equals("geojson") ? "GeoJSON" : format.toUpperCase(java.util.Locale.ROOT))
          .close("a")
          .text(" ");
    }
    html.open("a", "href", "/cities/" + visit.city().slug() + "/release/counts?f=csv")
        .text(visit.say("download.all"))
        .close("a")
        .text(" ");
    html.open("a", "href", "/cities/" + visit.city().slug() + "/release/dictionary")
        .text(visit.say("download.dictionary"))
        .close("a");
    html.close("p");
  }
}
