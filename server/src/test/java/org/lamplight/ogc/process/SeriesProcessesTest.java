package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Methods of series and counts on the numbers of methods.md, parts C6, C10 and C12, sent inline. */
class SeriesProcessesTest extends ProcessTest {

  /** Flow of the Nile at Aswan 1871 to 1970, 10^8 m3 (Cobb 1978), as R's data set has it. */
  private static final String NILE =
      "[1120,1160,963,1210,1160,1160,813,1230,1370,1140,995,935,1110,994,1020,960,1180,799,958,1140,1100,1210,1150,1250,1260,"
          + "1220,1030,1100,774,840,874,694,940,833,701,916,692,1020,1050,969,831,726,456,824,702,1120,1100,832,764,821,"
          + "768,845,864,862,698,845,744,796,1040,759,781,865,845,944,984,897,822,1010,771,676,649,846,812,742,801,1040,860,"
          + "874,848,890,744,749,838,1050,918,986,797,923,975,815,1020,906,901,1170,912,746,919,718,714,740]";

  @Test
  void theTrendOfTheNileIsThatOfR() {
    JsonNode found = server.run("mann-kendall", "{\"series\":" + NILE + "}");
    assertEquals(-1387, found.path("s").asDouble());
    assertEquals(-4.12806652, found.path("z").asDouble(), 1e-8);
    assertEquals(-.280741335, found.path("tau").asDouble(), 1e-8);
    assertEquals(-2.6, found.path("sen").asDouble(), 1e-12);
    JsonNode two = server.run(
        "mann-kendall", "{\"series\":[[1,2,2,3,1,4,5,4,6,7,7,9],[1,2,3,4,5,6,7,8,9,10,11,12]]}");
    assertEquals(54, two.path("s").get(0).asDouble());
    assertEquals(66, two.path("s").get(1).asDouble());
  }

  @Test
  void theNileChangedIn1898() {
    JsonNode found = server.run("change-points", "{\"series\":" + NILE + "}");
    assertEquals("[28]", found.path("breaks").toString());
    assertEquals("[25]", found.path("lower").toString());
    assertEquals("[32]", found.path("upper").toString());
    assertEquals(1097.75, found.path("means").get(0).asDouble(), 1e-9);
    assertEquals(1270.08374, found.path("bic").get(1).asDouble(), 1e-4);
    assertEquals(75.92977, found.path("supF").asDouble(), 1e-4);
  }

  @Test
  void aSeriesIsItsPartsAddedUp() {
    StringBuilder series = new StringBuilder("[");
    for (int month = 0; month < 60; month++) {
      series
          .append(month == 0 ? "" : ",")
          .append(100 + month / 2.0 + 10 * Math.sin(month * Math.PI / 6));
    }
    String text = series.append("]").toString();
    JsonNode found = server.run("seasonal", "{\"series\":" + text + ",\"period\":12}");
    JsonNode given = ProcessServer.parse(text);
    for (int i = 0; i < 60; i++) {
      assertEquals(
          given.get(i).asDouble(),
          found.path("seasonal").get(i).asDouble()
              + found.path("trend").get(i).asDouble()
              + found.path("remainder").get(i).asDouble(),
          1e-9);
    }
  }

  @Test
  void aChangeOfCountsIsJudgedAsInTheTable() {
    JsonNode found = server.run("count-change", "{\"now\":6,\"before\":[2]}");
    assertEquals(.1748748, found.path("eTest").asDouble(), 1e-7);
    assertEquals(.2890625, found.path("exact").asDouble(), 1e-9);
    JsonNode five = server.run("count-change", "{\"now\":5,\"before\":[5,5,5]}");
    assertEquals(1.62349, five.path("garwood").get(0).asDouble(), 1e-5);
    assertEquals(11.66833, five.path("garwood").get(1).asDouble(), 1e-5);
    JsonNode unequal =
        server.run("count-change", "{\"now\":25,\"before\":[192],\"exposure\":[1,12]}");
    assertEquals(.0408, unequal.path("exact").asDouble(), 1e-2);
    assertTrue(unequal.path("eTest").isNull());
    JsonNode nothing = server.run("count-change", "{\"now\":0,\"before\":[0]}");
    assertTrue(
        nothing.path("eTest").isNull() && nothing.path("ratio").isNull(), nothing.toString());
    assertTrue(server
        .refused("count-change", "{\"now\":5,\"before\":[5],\"lastPeriodComplete\":false}")
        .contains("complete"));
  }

  @Test
  void ratesAreComparedAndSmoothed() {
    String places =
        "{\"counts\":[10,12,8,15,9,11,40,10,9,13],\"population\":[1000,1000,1000,1000,1000,1000,1000,1000,1000,1000]%s}";
    JsonNode funnel = server.run("funnel", places.formatted(",\"target\":0.01"));
    assertEquals(4, funnel.at("/limits/low95").get(0).asDouble());
    assertEquals(17, funnel.at("/limits/high95").get(0).asDouble());
    assertEquals(2, funnel.at("/limits/low998").get(0).asDouble());
    assertEquals(21, funnel.at("/limits/high998").get(0).asDouble());
    assertEquals(2, funnel.path("outside").get(6).asInt());
    JsonNode smoothed = server.run("empirical-bayes", places.formatted(""));
    assertEquals(.04, smoothed.path("rate").get(6).asDouble(), 1e-12);
    assertTrue(smoothed.path("smoothed").get(6).asDouble() < .04);
    assertTrue(
        smoothed.path("smoothed").get(6).asDouble() > smoothed.path("mean").asDouble());
    JsonNode rates = server.run("rates", places.formatted(""));
    assertEquals(10, rates.path("rate").get(0).asDouble(), 1e-9);
  }

  @Test
  void aHotSpotThatComesUpIsNew() {
    StringBuilder cells = new StringBuilder("{\"cells\":[");
    StringBuilder neighbors = new StringBuilder("\"neighbors\":[");
    for (int cell = 0; cell < 40; cell++) {
      cells.append(cell == 0 ? "[" : ",[");
      for (int period = 0; period < 12; period++) {
        boolean hot = cell >= 10 && cell <= 12 && period == 11;
        cells.append(period == 0 ? "" : ",").append(hot ? 60 : 2 + (cell * 7 + period * 3) % 4);
      }
      cells.append("]");
      neighbors.append(
          cell == 0 ? "[1]" : cell == 39 ? ",[38]" : ",[" + (cell - 1) + "," + (cell + 1) + "]");
    }
    JsonNode found = server.run("emerging-hot-spots", cells + "]," + neighbors + "]}");
    assertEquals(40, found.path("class").size());
    assertEquals("new hot spot", found.path("class").get(11).asText());
    assertEquals("no pattern", found.path("class").get(30).asText());
    assertEquals(12, found.path("z").get(0).size());
  }

  @Test
  void everyProcessHasACardAndTheInputsOfItsOwnDescription() {
    JsonNode list = ProcessServer.parse(server.get("/processes").body()).path("processes");
    assertTrue(list.size() > 15, list.toString());
    for (JsonNode process : list) {
      String id = process.path("id").asText();
      JsonNode described = ProcessServer.parse(server.get("/processes/" + id).body());
      if (!id.equals("echo")) {
        for (String line :
            new String[] {"formula", "reference", "defaults", "minimumData", "cannotSay"}) {
          assertTrue(described.path("method").path(line).asText().length() > 3, id + " " + line);
        }
      }
      described.path("inputs").forEach(input -> assertTrue(input.path("schema").isObject(), id));
      described
          .path("outputs")
          .forEach(output -> assertTrue(output.path("schema").isObject(), id));
    }
  }
}
