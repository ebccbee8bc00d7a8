package org.lamplight.release.page;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.http.Html;
import org.lamplight.release.Published;
import org.lamplight.release.Withdrawal;

/** What stands around every page: head, header, banners, footer. */
final class Shell {

  private static final List<String> MODULES = List.of(
      "/public/main.js",
      "/public/find.js",
      "/public/outline.js",
      "/public/sites.js",
      "/public/opening.js",
      "/public/table.js",
      "/public/words.js",
      "/ui/theme.js",
      "/ui/dom.js");

  private static final String LAMP = "M12 1.5v2M8.5 3.5h7l2 8a5.5 5.5 0 0 1-11 0zM10 17h4v5.5h-4z";
  private static final String THEME = "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18";

  private Shell() {}

  /**
   * A whole page.
   *
   * @param title of the page, without the product's name
   * @param release what the banners speak of; null where none is shown
   */
  static byte[] page(
      Visit visit, String title, @Nullable Published release, Consumer<Html> content) {
    Html html = new Html().doctype();
    html.open("html", "lang", visit.words().language().tag());
    head(html, visit, title);
    html.open("body", "data-words", visit.words().forBrowser());
    html.open("a", "class", "skip", "href", "#main")
        .text(visit.say("page.skip"))
        .close("a");
    header(html, visit);
    if (release != null) {
      banners(html, visit, release);
    }
    html.open("main", "id", "main", "tabindex", "-1");
    content.accept(html);
    html.close("main");
    footer(html, visit, release);
    return html.close("body").close("html").bytes();
  }

  private static void head(Html html, Visit visit, String title) {
    html.open("head").open("meta", "charset", "utf-8");
    html.element("title", title + " · Lamplight");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "description", "content", visit.say("page.description"));
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("link", "rel", "icon", "href", "/icon.svg", "type", "image/svg+xml");
    html.open("link", "rel", "stylesheet", "href", "/style/base.css");
    html.open("link", "rel", "stylesheet", "href", "/public/page.css");
    for (Language language : Language.values()) {
      html.open(
          "link",
          "rel",
          "alternate",
          "hreflang",
          language.tag(),
          "href",
          visit.inLanguage(language));
    }
    MODULES.forEach(module -> html.open("link", "rel", "modulepreload", "href", module));
    html.open("script", "type", "module", "src", MODULES.get(0)).close("script");
    html.close("head");
  }

  private static void header(Html html, Visit visit) {
    html.open("header", "class", "bar");
    html.open("a", "class", "brand", "href", visit.cityLink("/public"));
    icon(html, "brand-mark", LAMP);
    html.element("span", "Lamplight").close("a");
    cities(html, visit);
    html.open("div", "class", "bar-end");
    html.open("nav", "class", "segments", "aria-label", visit.say("page.language"));
    for (Language language : Language.values()) {
      Choice.write(
          html,
          visit.inLanguage(language),
          language.name(),
          language == visit.words().language(),
          "lang",
          language.tag(),
          "title",
          language.title());
    }
    html.close("nav");
    html.open("button", "type", "button", "id", "theme", "class", "icon", "hidden", "hidden");
    icon(html, "icon-mark", THEME);
    html.close("button");
    html.open("a", "class", "sign-in", "href", "/sign-in")
        .text(visit.say("page.signIn"))
        .close("a");
    html.close("div").close("header");
  }

  private static void cities(Html html, Visit visit) {
    html.open("details", "class", "cities");
    html.open("summary").element("span", visit.cityName()).close("summary");
    html.open("ul");
    for (City city : visit.cities()) {
      html.open("li");
      Choice.write(
          html,
          visit.link("/cities/" + city.slug() + "/public"),
          visit.words().language().of(city.profile().name()),
          city.slug().equals(visit.city().slug()));
      html.close("li");
    }
    html.close("ul").close("details");
  }

  private static void banners(Html html, Visit visit, Published release) {
    Withdrawal withdrawal = release.withdrawal();
    if (!release.synthetic() && withdrawal == null) {
      return;
    }
    html.open("section", "class", "banners caution", "aria-label", visit.say("banner.label"));
    if (release.synthetic()) {
      html.element("p", visit.say("banner.synthetic"), "class", "banner");
    }
    if (withdrawal != null) {
      html.element(
          "p",
          visit.say(
              "banner.withdrawn",
              "number",
              String.valueOf(release.number()),
              "why",
              withdrawal.why()),
          "class",
          "banner");
    }
    html.close("section");
  }

  private static void footer(Html html, Visit visit, @Nullable Published release) {
    html.open("footer", "class", "foot");
    if (release != null) {
      html.element(
          "p",
          visit.say(
              "foot.release",
              "number",
              String.valueOf(release.number()),
              "day",
              PeriodText.on(release.madeAt(), visit.city().profile().zone(), visit.words()),
              "first",
              PeriodText.of(release.periods().first(), visit.words()),
              "last",
              PeriodText.of(release.lastMonth(), visit.words())));
    }
    html.element(
        "p",
        visit.say(
            "foot.source",
            "source",
            visit.words().language().of(visit.city().profile().source())));
    html.open("p").link(visit.methodLink(), visit.say("page.method")).text(" · ");
    html.link(visit.methodLink() + "#report", visit.say("page.report"));
    html.close("p").close("footer");
  }

  private static void icon(Html html, String style, String path) {
    html.open("svg", "viewBox", "0 0 24 24", "class", style, "aria-hidden", "true")
        .open("path", "d", path)
        .close("path")
        .close("svg");
  }
}
