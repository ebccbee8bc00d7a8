package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no suite looks at: axis order, datetime, filters on next links, pages for people, formats, HEAD, gzip, caching. */
class FeaturesTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> slugs(String query) {
    List<String> slugs = new ArrayList<>();
    server
        .json("/collections/sites/items?" + query)
        .path("features")
        .forEach(feature -> slugs.add(feature.path("id").asText()));
    return slugs;
  }

  @ParameterizedTest
  @CsvSource({"sites,lights-a", "incidents,7"})
  void coordinatesAreEasterlyFirstInEveryCrs(String id, String feature) {
    String path = "/collections/" + id + "/items/" + feature;
    JsonNode degrees = server.json(path).at("/geometry/coordinates");
    for (int srid : List.of(3857, 26911)) {
      JsonNode projected = server
          .json(path + "?crs=http://www.opengis.net/def/crs/EPSG/0/" + srid)
          .at("/geometry/coordinates");
      List<Double> expected = server
          .database
          .jdbi()
          .withHandle(handle -> handle
              .createQuery(
                  "select unnest(array[ST_X(p), ST_Y(p)]) from ST_Transform(ST_SetSRID(ST_MakePoint(:x, :y), 4326), :srid) p")
              .bind("x", degrees.path(0).asDouble())
              .bind("y", degrees.path(1).asDouble())
              .bind("srid", srid)
              .mapTo(Double.class)
              .list());
      assertEquals(expected.get(0), projected.path(0).asDouble(), 0.02, "" + srid);
      assertEquals(expected.get(1), projected.path(1).asDouble(), 0.02, "" + srid);
    }
  }

  @Test
  void outlinesRunCounterClockwiseInDegrees() {
    JsonNode ring =
        server.json("/collections/neighborhoods/items/west").at("/geometry/coordinates/0/0");
    double doubled = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      doubled += ring.path(i).path(0).asDouble() * ring.path(i + 1).path(1).asDouble()
          - ring.path(i + 1).path(0).asDouble() * ring.path(i).path(1).asDouble();
    }
    assertTrue(doubled > 0);
  }

  /** Park A opened 2021-06-01; Park B ran until 2021-12-31; Park C is unknown; Walk A from 2023; Walk B until 2019. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-05-31 | lights-c",
        "2021-06-01 | lights-a,lights-b,lights-c",
        "2021-06-01T06:59:59Z | lights-c",
        "2021-06-01T07:00:00Z | lights-a,lights-b,lights-c",
        "2021-06-01t00:00:00-07:00 | lights-a,lights-b,lights-c",
        "2021-12-31 | lights-a,lights-b,lights-c",
        "2022-01-01 | lights-a,lights-c",
        "2022-01-01T07:59:59Z | lights-a,lights-b,lights-c",
        "2022-01-01T08:00:00Z | lights-a,lights-c",
        "../2019-12-31 | lights-c,walks-b",
        "/2019-12-31 | lights-c,walks-b",
        "2023-01-01/.. | lights-a,lights-c,walks-a",
        "2023-01-01/ | lights-a,lights-c,walks-a",
        "2019-12-31/2023-01-01 | lights-a,lights-b,lights-c,walks-a,walks-b",
        "2020-01-01/2021-01-01 | lights-c"
      })
  void datetimeChoosesSitesThatRanThen(String datetime, String expected) {
    assertEquals(
        List.of(expected.split(",", -1)), slugs("datetime=" + datetime.replace("+", "%2B")));
  }

  @Test
  void incidentsOfAnInstantIntervalAreThoseOfTheDatabase() {
    long matched = server
        .json(
            "/collections/incidents/items?limit=1&datetime=2021-03-01T08:00:00Z/2021-04-01T06:59:59Z")
        .path("numberMatched")
        .asLong();
    long expected = server
        .database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(
                "select count(*) from incident where occurred_from >= '2021-03-01T08:00:00Z' and occurred_from <= '2021-04-01T06:59:59Z'")
            .mapTo(Long.class)
            .one());
    assertTrue(expected > 10);
    assertEquals(expected, matched);
    assertEquals(
        expected,
        server
            .json("/collections/incidents/items?limit=1&datetime=2021-03-01/2021-03-31")
            .path("numberMatched")
            .asLong());
  }

  @Test
  void nextLinksKeepEveryFilter() {
    String query =
        "limit=2&bbox=-118.4,33.9,-118.2,34.1&datetime=2021-01-01/2022-06-30&hours=0-20&group=vehicle"
            + "&area=neighborhoods:west&crs=http://www.opengis.net/def/crs/EPSG/0/3857";
    JsonNode page = server.json("/collections/incidents/items?" + query);
    String next = "";
    for (JsonNode link : page.path("links")) {
      if (link.path("rel").asText().equals("next")) {
        next = link.path("href").asText();
        assertEquals("application/geo+json", link.path("type").asText());
      }
    }
    String decoded = java.net.URLDecoder.decode(next, StandardCharsets.UTF_8);
    for (String parameter : query.split("&", -1)) {
      assertTrue(decoded.contains(parameter), decoded + " lacks " + parameter);
    }
    JsonNode second = server.json(next);
    assertEquals(page.path("numberMatched"), second.path("numberMatched"));
    assertTrue(second.at("/features/0/id").asLong() > page.at("/features/1/id").asLong());
    assertTrue(second.at("/features/0/geometry/coordinates/0").asDouble() < -1e6);
  }

  @Test
  void incidentCarriesItsOffenceItsLocalTimeAndItsAreas() {
    JsonNode p = server.json("/collections/incidents/items/7").path("properties");
    assertEquals(7, p.path("id").asInt());
    assertTrue(
        List.of("motor-vehicle-theft", "other").contains(p.path("offence").asText()));
    assertTrue(
        p.path("hour").isInt() && p.path("weekday").isInt() && p.path("flags").isArray());
    assertTrue(p.path("occurredFrom").asText().endsWith("Z"));
    assertTrue(List.of("west", "east").contains(p.path("neighborhoods").asText()));
    assertEquals("R7", p.path("record").asText());
  }

  @Test
  void outlinesAreSimplifiedShapesWithNames() {
    JsonNode outlines = server.json("/outlines/neighborhoods");
    assertEquals(2, outlines.path("features").size());
    JsonNode east = outlines.at("/features/0");
    assertEquals("east", east.at("/properties/slug").asText());
    assertEquals("East", east.at("/properties/name").asText());
    assertTrue(east.at("/properties/population").isNull());
    assertEquals("MultiPolygon", east.at("/geometry/type").asText());
  }

  @Test
  void citiesAreListedWithTheirExtent() {
    JsonNode cities = server.json(server.host() + "/cities");
    assertTrue(cities.path("basemap").isNull());
    JsonNode city = cities.at("/cities/0");
    assertEquals("testville", city.path("slug").asText());
    assertEquals(-118.4, city.at("/extent/0").asDouble());
    assertEquals("America/Los_Angeles", city.path("timeZone").asText());
    assertEquals(server.url(), city.at("/links/0/href").asText());
  }

  @Test
  void severalParametersOfIncidentsHoldTogether() {
    long matched = server
        .json("/collections/incidents/items?limit=1&weekdays=6-7&hours=22-3&firearm=true")
        .path("numberMatched")
        .asLong();
    long expected = server
        .database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(
                "select count(*) from incident where weekday in (6, 7) and hour in (22, 23, 0, 1, 2, 3) and firearm")
            .mapTo(Long.class)
            .one());
    assertEquals(expected, matched);
    assertTrue(expected > 0);
  }
}
