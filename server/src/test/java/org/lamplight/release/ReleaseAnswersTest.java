package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public's answers, and the administrator's way to them, over HTTP. */
class ReleaseAnswersTest {

  private static TestCity city;
  private static PublicServer server;

  @BeforeAll
  static void start() {
    city = new TestCity(2, 3);
    for (String month : List.of("2024-01", "2024-02", "2024-03")) {
      for (int d = 1; d <= 2; d++) {
        for (int n = 1; n <= 3; n++) {
          city.add("d" + d + "-n" + n, month, TestCity.BURGLARY, 30);
        }
      }
    }
    city.add("d1-n1", "2024-01", TestCity.VIOLENT, 3);
    city.add("d1-n2", "2024-01", TestCity.VIOLENT, 50);
    city.publish("2024-05-01");
    server = new PublicServer(city, "2024-05-01");
  }

  @AfterAll
  static void stop() {
    server.close();
    city.close();
  }

  @Test
  void theReleaseSaysWhatItHoldsAndHowItWasMade() {
    JsonNode release = server.json("/release");
    assertEquals(1, release.path("number").asInt());
    assertEquals("2024-05-01T20:00:00Z", release.path("timeStamp").asText());
    assertEquals("2024-03", release.path("freshness").path("lastMonth").asText());
    assertTrue(release.path("withdrawn").isNull());
    assertEquals(3, release.path("units").size());
    assertEquals(10, release.path("rules").path("k").asInt());
    assertEquals("A gap.", release.path("gaps").path("notes").path(0).path("en").asText());
    assertTrue(release.path("how").size() >= 8);
    assertFalse(release.toString().contains("primary"), "how many cells are small is not public");
  }

  @Test
  void jsonGeojsonAndCsvSayTheSame() {
    String question = "/release/counts?unit=neighborhoods&period=2024-01&group=violent&f=";
    JsonNode rows = server.json(question + "json").path("rows");
    JsonNode features = server.json(question + "geojson").path("features");
    List<String> lines = server.text(question + "csv").lines().toList();
    assertEquals(6, rows.size());
    assertEquals(6, features.size());
    assertEquals(7, lines.size());
    for (int i = 0; i < 6; i++) {
      assertEquals(rows.get(i), features.get(i).path("properties"));
      assertEquals("MultiPolygon", features.get(i).path("geometry").path("type").asText());
      String[] cells = lines.get(i + 1).split(",", -1);
      assertEquals(rows.get(i).path("area").asText(), cells[1]);
      assertEquals(rows.get(i).path("hidden").asBoolean(), Boolean.parseBoolean(cells[6]));
      assertEquals(
          rows.get(i).path("count").isNull() ? "" : rows.get(i).path("count").asText(), cells[5]);
    }
    assertTrue(rows.get(0).path("hidden").asBoolean());
    assertTrue(rows.get(0).path("count").isNull());
  }

  @Test
  void aNameThatASpreadsheetWouldRunIsDefused() {
    String csv = server.text("/release/counts?area=d1-n1&period=2024-01&f=csv");
    assertTrue(csv.contains(",'=Sum <b>,"), csv);
    assertTrue(server
        .json("/release/counts?area=d1-n1&period=2024-01")
        .path("rows")
        .path(0)
        .path("name")
        .asText()
        .equals("=Sum <b>"));
  }

  @Test
  void theDictionaryExplainsEachColumnOfTheCsv() {
    List<String> columns = List.of(server
        .text("/release/counts?f=csv&group=homicide")
        .lines()
        .findFirst()
        .orElseThrow()
        .split(","));
    JsonNode dictionary = server.json("/release/dictionary").path("columns");
    for (int i = 0; i < columns.size(); i++) {
      assertEquals(columns.get(i), dictionary.path(i).path("name").asText());
    }
    assertEquals(columns.size(), dictionary.size());
    assertEquals(
        columns.size() + 1, server.text("/release/dictionary?f=csv").lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit=blocks",
        "area=d9-n9",
        "area=d1",
        "grain=week",
        "period=2024-13",
        "period=2019-01",
        "period=2024-01,2024-Q1",
        "grain=year&period=2024-01",
        "group=sensitive",
        "bbox=1,2,3,4",
        "datetime=2024-01-01",
        "f=xml",
        "unit=city&unit=city"
      })
  void whatIsNotOfferedIsRefusedByName(String query) {
    HttpResponse<byte[]> response = server.get("/release/counts?" + query);
    assertEquals(400, response.statusCode());
    String name = query.replaceAll(".*&", "").replaceAll("=.*", "");
    String detail = PublicServer.parse(response).path("detail").asText();
    assertTrue(detail.contains(name), detail);
  }

  @Test
  void anAreaHasItsOwnAnswerAndUnlistedOnesDoNotExist() {
    JsonNode area = server.json("/release/areas/districts/d1");
    assertEquals("D1", area.path("name").asText());
    assertEquals(3, area.path("groups").path(0).path("month").size());
    assertTrue(
        area.path("groups").path(2).path("sentence").path("en").asText().contains("90 recorded"));
    assertEquals(404, server.get("/release/areas/districts/nowhere").statusCode());
    assertEquals(404, server.get("/release/areas/blocks/d1").statusCode());
  }

  @Test
  void answersAreKeptByStrongValidators() throws IOException {
    String path = "/release/counts?f=json";
    HttpResponse<byte[]> plain = server.get(path);
    HttpResponse<byte[]> packed = server.get(path, "Accept-Encoding", "gzip");
    String etag = plain.headers().firstValue("ETag").orElseThrow();
    assertTrue(etag.startsWith("\""), etag);
    assertNotEquals(etag, packed.headers().firstValue("ETag").orElseThrow());
    assertEquals(
        "public, max-age=3600", plain.headers().firstValue("Cache-Control").orElseThrow());
    assertArrayEquals(
        plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    assertEquals(304, server.get(path, "If-None-Match", etag).statusCode());
    assertEquals(Optional.of("application/json"), plain.headers().firstValue("Content-Type"));
  }

  @Test
  void beforeTheFirstReleaseThereIsAPlainSentence() {
    try (TestCity empty = new TestCity(1, 2);
        PublicServer other = new PublicServer(empty, "2024-05-01")) {
      HttpResponse<byte[]> response = other.get("/release");
      assertEquals(404, response.statusCode());
      assertEquals(
          "this city has not published a release yet",
          PublicServer.parse(response).path("detail").asText());
      assertEquals(404, other.get("/release/counts").statusCode());
    }
  }

  @Test
  void anAdministratorPreviewsPublishesAndWithdraws() throws InterruptedException {
    try (TestCity own = new TestCity(1, 3)) {
      for (int n = 1; n <= 3; n++) {
        own.add("d1-n" + n, "2024-01", TestCity.BURGLARY, 30);
      }
      try (PublicServer other = new PublicServer(own, "2024-05-01")) {
        String[] admin = {
          "X-Test-Role",
          "ADMINISTRATOR",
          "Content-Type",
          "application/json",
          "Sec-Fetch-Site",
          "same-origin"
        };
        assertEquals(404, other.send("POST", "/release/previews", "{}").statusCode());
        assertEquals(
            404,
            other
                .send("POST", "/release/previews", "{}", "X-Test-Role", "ANALYST")
                .statusCode());
        HttpResponse<byte[]> begun = other.send("POST", "/release/previews", "{}", admin);
        assertEquals(202, begun.statusCode());
        String id = PublicServer.parse(begun).path("id").asText();
        JsonNode preview = await(other, id, admin);
        assertEquals("ready", preview.path("state").asText(), preview.toString());
        assertEquals(1, preview.path("preview").path("number").asInt());
        assertEquals(
            90,
            preview
                .path("preview")
                .path("differences")
                .path("totals")
                .path(0)
                .path("incidents")
                .asInt());
        assertEquals(404, other.get("/release").statusCode(), "a preview publishes nothing");
        HttpResponse<byte[]> published =
            other.send("POST", "/releases", "{\"preview\":\"" + id + "\"}", admin);
        assertEquals(201, published.statusCode());
        assertEquals(1, other.json("/release").path("number").asInt());

        assertEquals(
            400,
            other.send("POST", "/releases/1/withdraw", "{\"why\":\" \"}", admin).statusCode());
        assertEquals(
            404,
            other.send("POST", "/releases/7/withdraw", "{\"why\":\"x\"}", admin).statusCode());
        assertEquals(
            200,
            other
                .send("POST", "/releases/1/withdraw", "{\"why\":\"wrong file\"}", admin)
                .statusCode());
        assertEquals(
            "wrong file", other.json("/release").path("withdrawn").path("why").asText());
        assertTrue(other.json("/release").path("lines").isMissingNode());
        HttpResponse<byte[]> counts = other.get("/release/counts");
        assertEquals(404, counts.statusCode());
        assertTrue(PublicServer.parse(counts).path("detail").asText().contains("wrong file"));
        assertFalse(
            other.json("/releases").path("releases").path(0).path("withdrawn").isNull());
      }
      assertEquals(
          List.of("release.publish", "release.withdraw"),
          own.deeds.stream().map(deed -> deed.action()).toList());
      assertTrue(own.deeds.stream().allMatch(deed -> "tester".equals(deed.actor())));
    }
  }

  private static JsonNode await(PublicServer server, String id, String... admin)
      throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode preview =
          PublicServer.parse(server.send("GET", "/release/previews/" + id, "", admin));
      if (!preview.path("state").asText().equals("running")) {
        return preview;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the preview did not end");
  }

  @Test
  void whatAnotherProcessPublishesIsServedWithinSeconds() throws InterruptedException {
    try (TestCity own = new TestCity(1, 3);
        PublicServer other = new PublicServer(own, "2024-05-01")) {
      own.add("d1-n1", "2024-01", TestCity.BURGLARY, 30);
      own.publish("2024-05-01");
      for (int i = 0; i < 100 && other.get("/release").statusCode() != 200; i++) {
        Thread.sleep(50);
      }
      assertEquals(1, other.json("/release").path("number").asInt());
    }
  }
}
