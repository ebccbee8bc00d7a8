package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.geo.MercatorAddress;

/** OGC API Tiles over a small city. */
class TilesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> tile(String collection, String rest, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(
        URI.create(server.url() + "/collections/" + collection + "/tiles/WebMercatorQuad/" + rest));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String path(int zoom, double lon, double lat) {
    return zoom + "/" + ((MercatorAddress.y(lat) + (1L << 31)) >> (32 - zoom)) + "/"
        + ((MercatorAddress.x(lon) + (1L << 31)) >> (32 - zoom));
  }

  /** Tiles side by side hold every placed incident once, and the filter of the tiles is that of the items. */
  @Test
  void pointsOfNeighboringTilesAreEveryIncidentOnce() throws Exception {
    JsonNode items =
        server.json("/collections/incidents/items?limit=10000&group=vehicle&filter=hour%3E5");
    Set<Long> expected = new HashSet<>();
    items.path("features").forEach(feature -> {
      if (!feature.path("geometry").isNull()) {
        expected.add(feature.path("id").asLong());
      }
    });
    Set<Long> seen = new HashSet<>();
    int zoom = 12;
    long west = (MercatorAddress.x(-118.4) + (1L << 31)) >> (32 - zoom);
    long east = (MercatorAddress.x(-118.2) + (1L << 31)) >> (32 - zoom);
    long north = (MercatorAddress.y(34.1) + (1L << 31)) >> (32 - zoom);
    long south = (MercatorAddress.y(33.9) + (1L << 31)) >> (32 - zoom);
    for (long row = north; row <= south; row++) {
      for (long column = west; column <= east; column++) {
        HttpResponse<byte[]> answer =
            tile("incidents", zoom + "/" + row + "/" + column + "?group=vehicle&filter=hour%3E5");
        if (answer.statusCode() == 200) {
          DecodedTile tile = new DecodedTile(answer.body());
          assertEquals("incidents", tile.name);
          assertEquals(2, tile.version);
          assertEquals(4096, tile.extent);
          for (DecodedTile.Feature feature : tile.features) {
            assertTrue(seen.add(feature.id()), "twice: " + feature.id());
            assertTrue(feature.place()[0] >= 0 && feature.place()[0] < 4096);
            assertEquals("vehicle", feature.properties().get("group"));
            assertEquals(1, feature.type());
          }
        } else {
          assertEquals(204, answer.statusCode());
        }
      }
    }
    assertEquals(expected, seen);
  }

  @Test
  void aTileOfManyShowsHexagonsWhoseCountsAddUp() throws Exception {
    HttpResponse<byte[]> answer = tile("incidents", "5/" + path(5, -118.3, 34.0).substring(2));
    assertEquals(200, answer.statusCode());
    assertEquals(
        "application/vnd.mapbox-vector-tile",
        answer.headers().firstValue("Content-Type").orElse(""));
    DecodedTile tile = new DecodedTile(answer.body());
    if (tile.name.equals("bins")) {
      long sum = tile.features.stream()
          .mapToLong(feature -> (Long) feature.properties().get("count"))
          .sum();
      assertTrue(sum > 1_500 && sum <= TestServer.INCIDENTS, "" + sum);
      assertTrue(tile.features.stream().allMatch(f -> f.type() == 3 && f.corners() == 6));
    } else {
      assertTrue(tile.features.size() <= 2_000);
    }
  }

  @Test
  void anUnchangedTileIsNotSentAgainAndAnotherFilterIsAnotherTile() throws Exception {
    String path = path(12, -118.3, 34.0);
    HttpResponse<byte[]> first = tile("incidents", path);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals(
        "private, no-cache", first.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(304, tile("incidents", path, "If-None-Match", etag).statusCode());
    assertEquals(
        200, tile("incidents", path + "?group=vehicle", "If-None-Match", etag).statusCode());
  }

  @Test
  void whatCannotBeATileIsNotThere() throws Exception {
    for (String path : new String[] {
      "12/4096/0", "12/0/4096", "23/0/0", "12/2147483647/0", "12/0/2147483647", "-1/0/0", "a/0/0"
    }) {
      assertEquals(404, tile("incidents", path).statusCode(), path);
      assertEquals(404, tile("neighborhoods", path).statusCode(), path);
    }
    assertEquals(204, tile("incidents", "12/0/0").statusCode());
    assertEquals(204, tile("neighborhoods", "12/0/0").statusCode());
    assertEquals(400, tile("incidents", "12/0/0?colour=red").statusCode());
    assertEquals(400, tile("incidents", "12/0/0?filter=address%3D%27x%27").statusCode());
  }

  @Test
  void areasAndSitesComeFromTheDatabase() throws Exception {
    DecodedName areas = new DecodedName(tile("neighborhoods", path(10, -118.35, 34.0)));
    assertEquals(200, areas.status);
    assertTrue(areas.text.contains("neighborhoods") && areas.text.contains("west"), areas.text);
    DecodedName sites = new DecodedName(tile("sites", path(10, -118.35, 34.0)));
    assertTrue(sites.text.contains("lights-a"), sites.text);
  }

  private static final class DecodedName {
    final int status;
    final String text;

    DecodedName(HttpResponse<byte[]> answer) {
      status = answer.statusCode();
      text = new String(answer.body(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void theDescriptionOfTilesetsHoldsWhatSuitesAskFor() throws Exception {
    JsonNode collection = server.json("/collections/incidents");
    String rel = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    String href = "";
    for (JsonNode link : collection.path("links")) {
      href = link.path("rel").asText().equals(rel) ? link.path("href").asText() : href;
    }
    assertTrue(href.endsWith("/collections/incidents/tiles"), href);
    JsonNode tileset =
        server.json("/collections/incidents/tiles").path("tilesets").path(0);
    assertEquals("WebMercatorQuad", tileset.path("tileMatrixSetId").asText());
    assertEquals(23, tileset.path("tileMatrixSetLimits").size());
    String template = "";
    for (JsonNode link : tileset.path("links")) {
      template = link.path("rel").asText().equals("item") ? link.path("href").asText() : template;
    }
    assertTrue(
        template.endsWith("/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}"), template);
    JsonNode scheme = server.json("/tileMatrixSets/WebMercatorQuad");
    assertEquals(4096, scheme.at("/tileMatrices/12/matrixWidth").asInt());
    assertEquals(
        559082264.0287178, scheme.at("/tileMatrices/0/scaleDenominator").asDouble());
    assertTrue(server
        .json("/conformance")
        .toString()
        .contains("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core"));
  }
}
