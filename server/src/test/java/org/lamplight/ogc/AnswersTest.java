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
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How collections answer: formats, pages for people, HEAD, gzip, caching, and who sees them. */
class AnswersTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
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
    List<String> vary =
        List.of(String.join(", ", response.headers().allValues("Vary")).split(", ", -1));
    assertTrue(vary.contains("Accept"), vary.toString());
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
        .useHandle(h -> h.execute("update city set layer_version = layer_version + 1"));
    assertEquals(200, server.get(path, "If-None-Match", etag).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/collections/sites/items | private, no-store",
        "/collections/incidents/items | private, no-store",
        "/collections/incidents/items/7 | private, no-store",
        "/collections | private, no-store",
        "/outlines/neighborhoods | private, no-store"
      })
  void whatAnalystsSeeIsKeptByNobody(String path, String expected) {
    assertEquals(
        expected, server.get(path).headers().firstValue("Cache-Control").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/collections/sites/items", "/collections", "/outlines/neighborhoods"})
  void whatAnybodySeesIsKeptAndAskedForAgain(String path) {
    assertEquals(
        "public, no-cache",
        server.get(path, "X-Nobody", "1").headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void incidentsDoNotExistForAnybodyElse() {
    String[] nobody = {"X-Nobody", "1"};
    assertEquals(404, server.get("/collections/incidents", nobody).statusCode());
    assertEquals(404, server.get("/collections/incidents/items", nobody).statusCode());
    assertEquals(404, server.get("/collections/incidents/items/7", nobody).statusCode());
    assertFalse(server.get("/collections", nobody).body().contains("incidents\""));
    assertFalse(server.get("/api", nobody).body().contains("/collections/incidents"));
    HttpResponse<String> sites = server.get("/collections/sites/items", nobody);
    assertEquals(200, sites.statusCode());
    assertEquals("*", sites.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }
}
