package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamplight.http.Html;
import org.lamplight.release.Cell;
import org.lamplight.release.PublicArea;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;

/** The map, as a drawing of which every area is a link; a browser with scripts makes it move. */
final class MapDrawing {

  /** Side of a site's sign, in units of the drawing. */
  private static final int SIGN = 132;

  private final Visit visit;
  private final Published release;
  private final View view;
  private final Sentences sentences;

  MapDrawing(Visit visit, Published release, View view) {
    this.visit = visit;
    this.release = release;
    this.view = view;
    this.sentences = new Sentences(visit, release.facts().rules());
  }

  void write(Html html, Shades shades, ProgramSites sites) {
    List<PublicArea> areas = new ArrayList<>(release.areas(view.unit().id()));
    if (view.unit().level() == Unit.Level.NEIGHBORHOOD) {
      areas.addAll(release.unlisted());
    }
    areas.removeIf(area -> area.outline() == null);
    Outlines outlines = Outlines.of(areas);
    Outlines.Frame frame = outlines.frame();
    // Assistive technology reads the table, which says the same; the links here are no tab stops.
    html.open(
        "svg",
        "class",
        "map",
        "viewBox",
        "0 0 " + frame.width() + " " + frame.height(),
        "width",
        String.valueOf(frame.width()),
        "height",
        String.valueOf(frame.height()),
        "data-box",
        String.format(
            Locale.ROOT,
            "%.6f,%.6f,%.6f,%.6f",
            frame.west(),
            frame.south(),
            frame.east(),
            frame.north()),
        "aria-hidden",
        "true");
    hatching(html);
    for (PublicArea area : areas) {
      area(html, area, shades, outlines);
    }
    signs(html, sites, frame);
    html.close("svg");
  }

  private static void hatching(Html html) {
    html.open("defs")
        .open(
            "pattern",
            "id",
            "hatch",
            "width",
            "9",
            "height",
            "9",
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45) scale(7)")
        .open("rect", "class", "hatch-ground", "width", "9", "height", "9")
        .close("rect")
        .open("rect", "class", "hatch-line", "width", "3", "height", "9")
        .close("rect")
        .close("pattern")
        .close("defs");
  }

  private void area(Html html, PublicArea area, Shades shades, Outlines outlines) {
    Outlines.Shape shape = outlines.shapes().get(area.slug());
    if (shape == null || shape.path().isEmpty()) {
      return;
    }
    String style = Shades.UNLISTED;
    String says = visit.say("area.unlisted");
    if (area.listed()) {
      Cell cell = release.cell(area, view.period(), view.group());
      style = shades.of(cell);
      says = says(cell, shades);
    }
    String name = sentences.name(area);
    html.open(
        "a", "class", "area " + style, "href", link(area), "tabindex", "-1", "data-name", name);
    html.element("title", name + ": " + says);
    if (style.equals(Shades.HIDDEN)) {
      html.open("path", "d", shape.path(), "fill", "url(#hatch)");
    } else {
      html.open("path", "d", shape.path());
    }
    html.close("path").close("a");
  }

  /** An area that is not listed leads to its district. */
  private String link(PublicArea area) {
    String district = area.district();
    if (area.listed() || district == null) {
      return visit.areaLink(area.unit(), area.slug(), "group", view.group().id());
    }
    return visit.areaLink(districts(), district, "group", view.group().id());
  }

  private String districts() {
    return release.units().stream()
        .filter(unit -> unit.level() == Unit.Level.DISTRICT)
        .map(Unit::id)
        .findFirst()
        .orElse(Unit.CITY);
  }

  private String says(Cell cell, Shades shades) {
    Double rate = cell.ratePer1000();
    String brief = sentences.brief(cell);
    return shades.ofRates() && rate != null
        ? visit.say("map.rate", "rate", visit.words().rate(rate), "brief", brief)
        : brief;
  }

  private static void signs(Html html, ProgramSites sites, Outlines.Frame frame) {
    html.open("g", "class", "sites");
    for (ProgramSites.Entry entry : sites.placed()) {
      html.open(
          "use",
          "href",
          entry.sign(),
          "class",
          "sign site-" + entry.site().status(),
          "x",
          String.valueOf(frame.x(entry.longitude()) - SIGN / 2),
          "y",
          String.valueOf(frame.y(entry.latitude()) - SIGN / 2),
          "width",
          String.valueOf(SIGN),
          "height",
          String.valueOf(SIGN));
      html.close("use");
    }
    html.close("g");
  }
}
