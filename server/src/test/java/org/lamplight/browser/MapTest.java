package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MapTest extends BrowserTest {

  @Test
  void panningCountsTheNewViewAndKeepsWhatMatches() {
    open("city=" + Site.CITY + "&at=12/34.0500/-118.2500");
    int inView = counted(0);
    int matched = matched();
    BoundingBox map = page.locator("#map").boundingBox();
    page.mouse().move(map.x + 500, map.y + 400);
    page.mouse().down();
    page.mouse()
        .move(
            map.x + 150, map.y + 200, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
    page.mouse().up();
    page.waitForFunction("() => !location.hash.includes('at=12/34.0500/-118.2500')");
    settle();
    assertNotEquals(inView, counted(0));
    assertEquals(matched, matched());
  }

  @Test
  void fewIncidentsAreDotsAndManyAreCells() {
    open("city=" + Site.CITY);
    assertThat(page.locator(".key")).containsText("Incidents per km²");
    JsonNode point = lonelyPlace();
    open("city=" + Site.CITY + at(17, point.get(1).asDouble(), point.get(2).asDouble()));
    page.reload();
    settle();
    assertThat(page.locator(".key")).containsText("One dot is one incident");
    assertTrue(counted(0) <= 2000);
  }

  @Test
  void dotOpensWhatIsRecordedOfIt() {
    JsonNode point = lonelyPlace();
    open("city=" + Site.CITY + at(17, point.get(1).asDouble(), point.get(2).asDouble()));
    clickMiddleOfMap();
    assertThat(page.locator(".popup")).containsText("Occurred");
    assertThat(page).hasURL(Pattern.compile("selected=incident:\\d+"));
    page.keyboard().press("Escape");
    assertThat(page.locator(".popup")).hasCount(0);
    assertThat(page).not().hasURL(Pattern.compile("selected"));
  }

  @Test
  void dotsAtOnePointAreTurnedThrough() {
    List<String> there = sharedPoint();
    open("city=" + Site.CITY + "&selected=incident:" + there.get(0)
        + at(18, Double.parseDouble(there.get(2)), Double.parseDouble(there.get(3))));
    assertThat(page.locator(".turner")).containsText("at this point");
    button("The next one").click();
    assertThat(page).hasURL(Pattern.compile("selected=incident:(?!" + there.get(0) + "$)\\d+"));
    assertThat(page.locator(".turner")).containsText(Pattern.compile("of \\d+ at this point"));
  }

  @Test
  void cellOpensItsCountAndDensity() {
    JsonNode bins = Site.explore("zoom=10&origin=reported,mixed").at("/map/bins");
    JsonNode bin = bins.get(0);
    for (JsonNode other : bins) {
      bin = other.get("count").asInt() > bin.get("count").asInt() ? other : bin;
    }
    open("city=" + Site.CITY + at(10, middle(bin, 0), middle(bin, 1)) + "&hide=" + programs());
    clickMiddleOfMap();
    assertThat(page.locator(".popup")).containsText("per km²");
    moving(() -> button("Zoom in here").click());
    assertThat(page).hasURL(Pattern.compile("at=12/"));
  }

  @Test
  void signOfASiteOpensItsPopupAndCanBeSwitchedOff() {
    JsonNode site = placedSite();
    String name = site.at("/properties/name").asText();
    open("city=" + Site.CITY
        + at(
            16,
            site.at("/geometry/coordinates/0").asDouble(),
            site.at("/geometry/coordinates/1").asDouble()));
    page.locator(
            ".site-sign[title='" + site.at("/properties/programName").asText() + ": " + name + "']")
        .click();
    assertThat(page.locator(".popup h2")).hasText(name);
    assertThat(page).hasURL(Pattern.compile("selected=site:"));
    page.keyboard().press("Escape");
    int shown = page.locator(".site-sign").count();
    for (Locator box :
        page.locator("section:has(h3:text-is('Programs')) .tree input").all()) {
      box.uncheck();
    }
    assertTrue(shown > 0);
    assertThat(page.locator(".site-sign")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("hide="));
  }

  @Test
  void everySignOfTheLegendHasAShapeOfItsOwn() {
    open("city=" + Site.CITY);
    List<String> shapes = new ArrayList<>();
    for (Locator sign :
        page.locator("section:has(h3:text-is('Programs')) .tree svg").all()) {
      shapes.add(sign.innerHTML());
    }
    assertTrue(shapes.size() > 1);
    assertEquals(shapes.size(), shapes.stream().distinct().count());
  }

  @Test
  void colourOfADensityIsTheSameAtEveryZoom() {
    open("city=" + Site.CITY + "&at=10/34.0500/-118.2500");
    String before = page.locator(".key-amounts").innerHTML();
    open("city=" + Site.CITY + "&at=9/34.0500/-118.2500");
    page.reload();
    settle();
    assertEquals(before, page.locator(".key-amounts").innerHTML());
  }

  @Test
  void answerToAnOlderViewIsNeverDrawn() {
    open("city=" + Site.CITY);
    List<Route> held = new ArrayList<>();
    page.route("**/explore?*", route -> {
      if (held.isEmpty()) {
        held.add(route);
      } else {
        route.resume();
      }
    });
    button("Zoom in").click();
    page.waitForCondition(() -> !held.isEmpty());
    button("Zoom in").click();
    settle();
    int shown = counted(0);
    ObjectNode late = Site.explore("zoom=11").deepCopy();
    late.put("inView", 424_242);
    held.get(0).fulfill(new Route.FulfillOptions().setBody(late.toString()));
    page.waitForTimeout(300);
    assertEquals(shown, counted(0));
  }

  @Test
  void nobodyButOurServerIsAsked() {
    List<String> others = new ArrayList<>();
    page.onRequest(request -> {
      if (!request.url().startsWith(Site.address()) && !request.url().startsWith("data:")) {
        others.add(request.url());
      }
    });
    open("city=" + Site.CITY + "&at=13/34.0500/-118.2500");
    assertEquals(List.of(), others);
  }

  @Test
  void tilesOfABasemapAreDrawnAndCredited() {
    List<String> tiles = new ArrayList<>();
    page.route("**/tiles/**", route -> {
      tiles.add(route.request().url());
      route.fulfill(new Route.FulfillOptions().setStatus(404));
    });
    page.route("**/cities", route -> {
      ObjectNode cities = Site.get("/cities").deepCopy();
      cities
          .putObject("basemap")
          .put("url", Site.address() + "/tiles/{z}/{x}/{y}.png")
          .put("attribution", "&copy; <a href='https://example.org/'>Example</a> <b>maps</b>");
      route.fulfill(new Route.FulfillOptions().setBody(cities.toString()));
    });
    open("city=" + Site.CITY + "&at=12/34.0500/-118.2500");
    page.waitForCondition(() -> !tiles.isEmpty());
    assertTrue(tiles.get(0).matches(".*/tiles/12/\\d+/\\d+\\.png"), tiles.get(0));
    assertThat(page.locator(".credit")).hasText("Drawn with Leaflet · © Example maps");
    assertThat(page.locator(".credit a")).hasAttribute("href", "https://example.org/");
    assertThat(page.locator(".credit b")).hasCount(0);
  }

  @Test
  void syntheticDataSaysSo() {
    JsonNode profile = Site.profile();
    open("city=" + Site.CITY);
    Locator said = page.getByText(
        "Synthetic demo data: no incident here is real.",
        new Page.GetByTextOptions().setExact(true));
    assertThat(said).hasCount(profile.get("synthetic").asBoolean() ? 1 : 0);
  }

  static String at(int zoom, double lon, double lat) {
    return String.format(Locale.ROOT, "&at=%d/%.4f/%.4f", zoom, lat, lon);
  }

  /** An incident with no other within a few metres of it, so that a click in the middle of the map meets it. */
  static JsonNode lonelyPlace() {
    JsonNode points = pointsSomewhere();
    for (JsonNode point : points) {
      int near = 0;
      for (JsonNode other : points) {
        double dx = point.get(1).asDouble() - other.get(1).asDouble();
        double dy = point.get(2).asDouble() - other.get(2).asDouble();
        near += Math.hypot(dx, dy) < 3e-4 ? 1 : 0;
      }
      if (near == 1) {
        return point;
      }
    }
    return points.get(0);
  }

  /** Two incidents at the very same point: their ids, then longitude and latitude. */
  static List<String> sharedPoint() {
    JsonNode points = pointsSomewhere();
    for (JsonNode a : points) {
      for (JsonNode b : points) {
        if (!a.get(0).equals(b.get(0)) && a.get(1).equals(b.get(1)) && a.get(2).equals(b.get(2))) {
          return List.of(
              a.get(0).asText(), b.get(0).asText(), a.get(1).asText(), a.get(2).asText());
        }
      }
    }
    throw new AssertionError("no two incidents share a point");
  }

  private static JsonNode pointsSomewhere() {
    for (double half = 0.02; half > 0.001; half /= 1.5) {
      String box = String.format(
          Locale.ROOT,
          "%.4f,%.4f,%.4f,%.4f",
          -118.25 - half,
          34.04 - half,
          -118.25 + half,
          34.04 + half);
      JsonNode map = Site.explore("origin=reported,mixed&zoom=15&bbox=" + box).get("map");
      if (map.get("kind").asText().equals("points")) {
        return map.get("points");
      }
    }
    throw new AssertionError("no view with few incidents");
  }

  static JsonNode placedSite() {
    for (JsonNode site : Site.get(
            "/cities/" + Site.CITY + "/collections/sites/items?limit=1000&f=json")
        .get("features")) {
      if (site.at("/geometry/type").asText().equals("Point")
          && !site.at("/properties/name").asText().contains("'")) {
        return site;
      }
    }
    throw new AssertionError("no site with a place");
  }

  /** Mean of the corners of a cell: longitude (0) or latitude (1). */
  private static double middle(JsonNode bin, int axis) {
    double sum = 0;
    for (int corner = 0; corner < 6; corner++) {
      sum += bin.get("ring").get(corner).get(axis).asDouble();
    }
    return sum / 6;
  }

  private static String programs() {
    List<String> slugs = new ArrayList<>();
    Site.get("/cities/" + Site.CITY + "/collections/programs/items?limit=1000&f=json")
        .get("features")
        .forEach(program -> slugs.add(program.at("/properties/slug").asText()));
    return String.join(",", slugs);
  }
}
