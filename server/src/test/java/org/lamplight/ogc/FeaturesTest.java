package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/conformance",
        "/api",
        "/collections",
        "/collections/sites",
        "/collections/sites/queryables",
        "/collections/sites/items",
        "/collections/sites/items/lights-b",
        "/collections/incidents/items?hours=3-9"
      })
  void pagesForPeopleAreWholeAndNothingStoredRunsInThem(String path) {
    HttpResponse<String> response =
        server.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertEquals(200, response.statusCode());
    assertEquals(
        "text/html;charset=utf-8", response.headers().firstValue("Content-Type").orElse(""));
    String page = response.body();
    assertTrue(page.startsWith("<!doctype html>") && page.endsWith("</html>\n"), page);
    assertTrue(
        page.contains("<h1>") && page.contains("lang=\"en\"") && page.contains("/style/ogc.css"));
    assertFalse(page.contains("<script") || page.contains("<b>") || page.contains("style="), page);
  }

  @Test
  void styleOfThePagesIsServed() {
    HttpResponse<String> style = server.get(server.host() + "/style/ogc.css");
    assertEquals(200, style.statusCode());
    assertEquals(
        "text/css;charset=utf-8", style.headers().firstValue("Content-Type").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "/collections/nothing",
    "/collections/nothing/items",
    "/collections/nothing/queryables",
    "/collections/sites/items/nothing",
    "/collections/sites/items/a%27b",
    "/collections/incidents/items/999999999",
    "/collections/incidents/items/x",
    "/nothing",
    "/outlines/nothing"
  })
  void whatIsNotThereIs404(String path) {
    assertEquals(404, server.get(path).statusCode());
    assertEquals(404, server.get(server.host() + "/cities/nowhere" + path).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "items | */* | application/geo+json",
        "items | application/json | application/geo+json",
        "items | application/geo+json;q=0.5, text/html;q=0.4 | application/geo+json",
        "items | text/html, application/geo+json;q=0.9 | text/html;charset=utf-8",
        "items | text/* | text/html;charset=utf-8",
        "items?f=json | text/html | application/geo+json",
        "items?f=html | application/json | text/html;charset=utf-8",
        "queryables | application/schema+json | application/schema+json",
        "queryables | application/json | application/schema+json"
      })
  void formatParameterBeatsAccept(String path, String accept, String type) {
    HttpResponse<String> response = server.get("/collections/sites/" + path, "Accept", accept);
    assertEquals(200, response.statusCode());
    assertEquals(type, response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(response.headers().allValues("Vary").contains("Accept"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/geo+json;q=0"})
  void whatCannotBeGivenIs406(String accept) {
    assertEquals(406, server.get("/collections/sites/items", "Accept", accept).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/api", "/collections/sites/items", "/collections/incidents/items/7"})
  void headHasTheHeadersOfGetAndNoBody(String path) {
    HttpResponse<String> get = server.get(path);
    HttpResponse<String> head = server.send("HEAD", path);
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    for (String name : List.of("Content-Type", "Cache-Control", "ETag", "Content-Crs")) {
      assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), name);
    }
  }

  @Test
  void gzipIsGivenWhenAskedAndOnlyThen() throws Exception {
    String path = server.url() + "/collections/incidents/items?limit=200&f=json";
    HttpResponse<byte[]> packed = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(path))
                .header("Accept-Encoding", "gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      JsonNode page = TestServer.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(200, page.path("features").size());
    }
    assertTrue(server.get(path).headers().firstValue("Content-Encoding").isEmpty());
  }

  @Test
  void validatorHoldsUntilTheDataChanges() {
    String path = "/collections/sites/items?status=active";
    String etag = server.get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = server.get(path, "If-None-Match", "\"other\", " + etag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(etag, again.headers().firstValue("ETag").orElse(""));
    assertEquals(200, server.get(path + "&limit=5", "If-None-Match", etag).statusCode());
    assertEquals(200, server.get(path + "&f=html", "If-None-Match", etag).statusCode());
    server
        .database
        .jdbi()
        .useHandle(h -> h.execute("update city set data_version = data_version + 1"));
    assertEquals(200, server.get(path, "If-None-Match", etag).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/collections/sites/items | public, no-cache",
        "/collections/incidents/items | private, no-store",
        "/collections/incidents/items/7 | private, no-store",
        "/collections | private, no-store",
        "/outlines/neighborhoods | public, no-cache"
      })
  void whatAnalystsSeeIsKeptByNobody(String path, String expected) {
    assertEquals(
        expected, server.get(path).headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void incidentsDoNotExistForAnybodyElse() {
    String[] proxied = {"X-Forwarded-For", "203.0.113.9"};
    assertEquals(404, server.get("/collections/incidents", proxied).statusCode());
    assertEquals(404, server.get("/collections/incidents/items", proxied).statusCode());
    assertEquals(404, server.get("/collections/incidents/items/7", proxied).statusCode());
    assertFalse(server.get("/collections", proxied).body().contains("incidents\""));
    assertFalse(server.get("/api", proxied).body().contains("/collections/incidents"));
    HttpResponse<String> sites = server.get("/collections/sites/items", proxied);
    assertEquals(200, sites.statusCode());
    assertEquals("*", sites.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
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
