package org.lamplight.release.page;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lamplight.http.Html;
import org.lamplight.release.PublicArea;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;

/** Finds an area by a part of its name; without scripts the server looks, with them the browser. */
public final class Finder {

  private final Visit visit;
  private final Published release;

  public Finder(Visit visit, Published release) {
    this.visit = visit;
    this.release = release;
  }

  /** The areas whose name holds the text, whatever its accents and case; only that one where a name is the text itself. */
  List<PublicArea> search(String typed) {
    String wanted = plain(typed.strip());
    List<PublicArea> exact =
        areas().filter(area -> plain(area.name()).equals(wanted)).toList();
    return exact.size() == 1
        ? exact
        : areas().filter(area -> plain(area.name()).contains(wanted)).toList();
  }

  /** The link of the only area that is meant; null where none or several are. */
  public @org.jspecify.annotations.Nullable String onlyMatch(String typed) {
    List<PublicArea> found = search(typed);
    return found.size() == 1 ? link(found.get(0)) : null;
  }

  private Stream<PublicArea> areas() {
    Stream<PublicArea> listed = release.units().stream()
        .filter(unit -> unit.level() != Unit.Level.CITY)
        .flatMap(unit -> release.areas(unit.id()).stream())
        .filter(area -> area.outline() != null);
    return Stream.concat(
        listed, release.unlisted().stream().filter(area -> area.district() != null));
  }

  /** An area without numbers of its own leads to the district that holds them. */
  private String link(PublicArea area) {
    String district = area.district();
    if (area.listed() || district == null) {
      return visit.areaLink(area.unit(), area.slug());
    }
    String unit = release.units().stream()
        .filter(known -> known.level() == Unit.Level.DISTRICT)
        .map(Unit::id)
        .findFirst()
        .orElse(Unit.CITY);
    return visit.areaLink(unit, district);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  void write(Html html) {
    html.open("section", "class", "finder", "aria-labelledby", "find-title");
    html.element("h2", visit.say("find.title"), "id", "find-title");
    html.open(
        "form",
        "class",
        "find",
        "method",
        "get",
        "action",
        visit.cityLink("/public"),
        "role",
        "search");
    visit
        .query()
        .find("lang")
        .ifPresent(tag -> html.open("input", "type", "hidden", "name", "lang", "value", tag));
    String typed = visit.query().find("name").orElse("");
    html.open("label", "class", "field");
    html.element("span", visit.say("find.name"));
    html.open(
        "input",
        "type",
        "search",
        "name",
        "name",
        "list",
        "areas",
        "value",
        typed,
        "autocomplete",
        "off");
    html.close("label");
    html.element("button", visit.say("find.find"), "type", "submit", "class", "second");
    html.open("datalist", "id", "areas");
    areas()
        .forEach(area ->
            html.open("option", "value", area.name(), "data-href", link(area)).close("option"));
    html.close("datalist").close("form");
    if (!typed.isBlank()) {
      matches(html, typed);
    }
    html.open("div", "id", "position").close("div");
    html.close("section");
  }

  private void matches(Html html, String typed) {
    List<PublicArea> found = search(typed);
    html.element(
        "p", visit.words().count("find.matches", found.size(), "name", typed), "role", "status");
    html.open("ul", "class", "found");
    for (PublicArea area : found) {
      html.open("li").link(link(area), area.name()).close("li");
    }
    html.close("ul");
  }
}
