package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the OGC's executable suite for Features Part 1 and Part 2 asks, point by point. */
class FeaturesSuiteTest {

  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> collections() {
    return Stream.of("incidents", "neighborhoods", "programs", "sites");
  }

  private static JsonNode link(JsonNode document, String rel, String type) {
    for (JsonNode link : document.path("links")) {
      if (rel.equals(link.path("rel").asText()) && type.equals(link.path("type").asText())) {
        return link;
      }
    }
    throw new AssertionError(
        "no link " + rel + " of type " + type + " in " + document.path("links"));
  }

  private static void assertAbsolute(JsonNode document) {
    document
        .findValues("href")
        .forEach(href -> assertTrue(href.asText().startsWith(server.host() + "/"), href.asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void landingPageAnswersWithAndWithoutASlashAndLinksOn(String end) {
    HttpResponse<String> response = server.get(server.url() + end);
    assertEquals(HttpClient.Version.HTTP_1_1, response.version());
    JsonNode landing = server.json(server.url() + end);
    link(landing, "service-desc", OPENAPI);
    link(landing, "service-doc", "text/html");
    link(landing, "conformance", "application/json");
    link(landing, "data", "application/json");
    link(landing, "self", "application/json");
    link(landing, "alternate", "text/html");
    assertAbsolute(landing);
  }

  @Test
  void everyLinkOfTheLandingPageAnswersInItsType() {
    for (JsonNode link : server.json("").path("links")) {
      HttpResponse<String> response =
          server.get(link.path("href").asText(), "Accept", link.path("type").asText());
      assertEquals(200, response.statusCode(), link.toString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      assertEquals(link.path("type").asText(), type.replace(";charset=utf-8", ""));
    }
  }

  @Test
  void conformanceNamesWhatIsServedAndNothingElse() {
    List<String> classes = new ArrayList<>();
    server.json("/conformance").path("conformsTo").forEach(each -> classes.add(each.asText()));
    assertEquals(
        List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/ogc-process-description",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/json",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/job-list",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/dismiss",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt"),
        classes);
  }

  @Test
  void collectionsSayTheSameInTheListAndAlone() {
    JsonNode list = server.json("/collections");
    assertEquals(TestServer.CRS84, list.path("crs").path(0).asText());
    link(list, "self", "application/json");
    link(list, "alternate", "text/html");
    Set<String> ids = new HashSet<>();
    for (JsonNode inList : list.path("collections")) {
      String id = inList.path("id").asText();
      ids.add(id);
      JsonNode alone = server.json("/collections/" + id);
      for (String field : List.of("id", "title", "description", "extent", "crs", "storageCrs")) {
        assertEquals(inList.path(field), alone.path(field), id + " " + field);
      }
      link(alone, "self", "application/json");
      link(alone, "alternate", "text/html");
      link(alone, "items", "application/geo+json");
      assertAbsolute(alone);
    }
    assertEquals(Set.of("incidents", "neighborhoods", "programs", "sites"), ids);
  }

  @ParameterizedTest
  @MethodSource("collections")
  void collectionSpellsOutItsCrsAndStoresInOneOfThem(String id) {
    JsonNode collection = server.json("/collections/" + id);
    List<String> crs = new ArrayList<>();
    collection.path("crs").forEach(each -> crs.add(each.asText()));
    assertEquals(
        List.of(
            TestServer.CRS84,
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "http://www.opengis.net/def/crs/EPSG/0/26911"),
        crs);
    assertTrue(crs.contains(collection.path("storageCrs").asText()));
  }

  @Test
  void extentsHoldAllFeatures() {
    JsonNode box = server.json("/collections/sites").at("/extent/spatial/bbox/0");
    assertEquals(-118.35, box.path(0).asDouble(), 1e-9);
    assertEquals(34.06, box.path(3).asDouble(), 1e-9);
    JsonNode interval = server.json("/collections/sites").at("/extent/temporal/interval/0");
    assertEquals("2021-06-01T07:00:00Z", interval.path(0).asText());
    assertTrue(interval.path(1).isNull());
    JsonNode time = server.json("/collections/incidents").at("/extent/temporal/interval/0");
    assertTrue(
        Instant.parse(time.path(0).asText()).isBefore(Instant.parse(time.path(1).asText())));
  }

  @ParameterizedTest
  @MethodSource("collections")
  void itemsAreACompleteFeatureCollection(String id) {
    HttpResponse<String> response = server.get("/collections/" + id + "/items");
    assertEquals(
        "application/geo+json", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals(
        "<" + TestServer.CRS84 + ">",
        response.headers().firstValue("Content-Crs").orElse(""));
    JsonNode page = TestServer.parse(response.body());
    assertEquals("FeatureCollection", page.path("type").asText());
    assertEquals(page.path("features").size(), page.path("numberReturned").asInt());
    assertTrue(page.path("numberMatched").asInt() >= page.path("numberReturned").asInt());
    Instant.parse(page.path("timeStamp").asText());
    link(page, "self", "application/geo+json");
    link(page, "alternate", "text/html");
    assertAbsolute(page);
    for (JsonNode feature : page.path("features")) {
      assertEquals("Feature", feature.path("type").asText());
      assertTrue(feature.has("geometry") && feature.has("properties") && feature.has("id"));
    }
  }

  @ParameterizedTest
  @MethodSource("collections")
  void numberMatchedIsWhatTheNextLinksBring(String id) {
    for (String query : List.of("?limit=7", "?limit=3&bbox=-118.36,33.95,-118.28,34.01")) {
      String url = server.url() + "/collections/" + id + "/items" + query;
      JsonNode first = server.json(url);
      List<String> ids = walk(url, id.equals("incidents") ? 40 : 1_000);
      assertEquals(new HashSet<>(ids).size(), ids.size(), "a feature came twice: " + query);
      if (!id.equals("incidents")) {
        assertEquals(first.path("numberMatched").asInt(), ids.size(), query);
      }
    }
  }

  /** The ids of all pages. */
  private static List<String> walk(String url, int pages) {
    List<String> ids = new ArrayList<>();
    String next = url;
    for (int page = 0; page < pages && !next.isEmpty(); page++) {
      JsonNode document = server.json(next);
      document.path("features").forEach(feature -> ids.add(feature.path("id").asText()));
      next = "";
      for (JsonNode link : document.path("links")) {
        if (link.path("rel").asText().equals("next")) {
          next = link.path("href").asText();
        }
      }
    }
    return ids;
  }

  @Test
  void allPagesOfIncidentsTogetherAreAllIncidents() {
    List<String> ids =
        walk(server.url() + "/collections/incidents/items?limit=333&weekday=5", 1_000);
    assertEquals(new HashSet<>(ids).size(), ids.size());
    int matched = server
        .json("/collections/incidents/items?weekday=5")
        .path("numberMatched")
        .asInt();
    assertEquals(matched, ids.size());
    assertTrue(matched > 100 && matched < TestServer.INCIDENTS, "" + matched);
  }

  @ParameterizedTest
  @MethodSource("collections")
  void featureAloneIsTheFeatureOfTheListWithItsLinks(String id) {
    JsonNode listed =
        server.json("/collections/" + id + "/items").path("features").path(0);
    HttpResponse<String> response =
        server.get("/collections/" + id + "/items/" + listed.path("id").asText());
    assertEquals(
        "application/geo+json", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals(
        "<" + TestServer.CRS84 + ">",
        response.headers().firstValue("Content-Crs").orElse(""));
    JsonNode alone = TestServer.parse(response.body());
    for (String field : List.of("type", "id", "geometry", "properties")) {
      assertEquals(listed.path(field), alone.path(field));
    }
    link(alone, "self", "application/geo+json");
    link(alone, "alternate", "text/html");
    link(alone, "collection", "application/json");
    assertAbsolute(alone);
  }
}
