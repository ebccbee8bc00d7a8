package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the OGC's executable suite asks of bbox, crs and bad parameters. */
class BoxAndCrsSuiteTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=x",
        "limit=0",
        "limit=-1",
        "limit=1.5",
        "limit=",
        "limit=10&limit=10",
        "nosuchparameter=1",
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=1,2,3,4,5",
        "bbox=0,10,1,5",
        "bbox=-200,0,1,5",
        "bbox=0,0,1,95",
        "bbox=NaN,0,1,5",
        "bbox=1e999,0,1,5",
        "bbox=",
        "bbox=0,0,1,1&bbox=0,0,1,1",
        "datetime=yesterday",
        "datetime=2021-02-30",
        "datetime=2021-13-01T00:00:00Z",
        "datetime=2022-01-01/2021-01-01",
        "datetime=../..",
        "datetime=/",
        "datetime=",
        "datetime=2021-01-01T00:00:00",
        "crs=http://www.opengis.net/def/crs/0/unsupported",
        "bbox=0,0,1,1&bbox-crs=http://www.opengis.net/def/crs/0/unsupported",
        "bbox-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "cursor=%3Cx%3E",
        "cursor=AA",
        "f=xml"
      })
  void badParametersAre400AndNamed(String query) {
    for (String id : collections().toList()) {
      HttpResponse<String> response = server.get("/collections/" + id + "/items?" + query);
      assertEquals(400, response.statusCode(), id + "?" + query + " " + response.body());
      assertEquals(
          "application/problem+json",
          response.headers().firstValue("Content-Type").orElse(""));
      String name = query.replaceFirst(".*&", "").replaceFirst("=.*", "");
      assertTrue(response.body().contains(name), response.body());
    }
  }

  @Test
  void limitAboveTheMaximumCountsAsTheMaximum() {
    JsonNode page = server.json("/collections/incidents/items?limit=99999999999");
    assertEquals(TestServer.INCIDENTS, page.path("numberReturned").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "'177,65,-177,70', false",
    "'-180,-90,180,90', true",
    "'-180,80,180,90', false",
    "'-180,-90,180,-80', false",
    "'-10,-10,10,10', false",
    "'150,-90,-150,90', false",
    "'170,30,-118,40', true",
    "'-118.5,33,-100,-118.1,35,100', true"
  })
  void boxesAnswerAcrossTheMeridiansAndAtThePoles(String box, boolean some) {
    for (String id : collections().toList()) {
      JsonNode page = server.json("/collections/" + id + "/items?bbox=" + box);
      assertEquals(some, page.path("numberMatched").asInt() > 0, id + " " + box);
    }
  }

  @ParameterizedTest
  @MethodSource("collections")
  void boxInAnotherCrsGivesTheSameFirstFeatures(String id) {
    String degrees = "-118.352,33.94,-118.248,34.052";
    List<String> expected = ids("/collections/" + id + "/items?bbox=" + degrees);
    assertFalse(expected.isEmpty());
    // The corners of the box, worked out by PostGIS.
    for (int srid : List.of(3857, 26911)) {
      String projected = server
          .database
          .jdbi()
          .withHandle(handle -> handle
              .createQuery(
                  "select ST_XMin(b) || ',' || ST_YMin(b) || ',' || ST_XMax(b) || ',' || ST_YMax(b) from ST_Transform(ST_MakeEnvelope(-118.352,33.94,-118.248,34.052,4326), :srid) b")
              .bind("srid", srid)
              .mapTo(String.class)
              .one());
      assertEquals(
          expected,
          ids("/collections/" + id + "/items?bbox=" + projected
              + "&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/" + srid));
    }
  }

  private static List<String> ids(String path) {
    List<String> ids = new ArrayList<>();
    server
        .json(path)
        .path("features")
        .forEach(feature -> ids.add(feature.path("id").asText()));
    return ids;
  }

  @ParameterizedTest
  @CsvSource({"3857", "26911"})
  void unknownCrsOfAFeatureIs400AndAKnownOneIsNamed(String code) {
    String crs = "http://www.opengis.net/def/crs/EPSG/0/" + code;
    HttpResponse<String> one = server.get("/collections/sites/items/lights-a?crs=" + crs);
    assertEquals("<" + crs + ">", one.headers().firstValue("Content-Crs").orElse(""));
    assertEquals(
        400,
        server
            .get(
                "/collections/sites/items/lights-a?crs=http://www.opengis.net/def/crs/0/unsupported")
            .statusCode());
  }
}
