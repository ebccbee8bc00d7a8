package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.city.CityStore;

/** Counts of a stored layer by period, where nothing is recorded between 2 May and 30 May 2022. */
class LayerPeriodsTest extends ProcessTest {

  private static final String LAYER =
      "{\"layer\":{\"filter\":{\"datetime\":\"../%s\"},\"periods\":{\"days\":%d,\"count\":%d}%s}%s}";

  @BeforeAll
  static void takeAMonthOut() {
    server.database.jdbi().useTransaction(handle -> {
      handle.execute(
          "delete from incident where occurred_from >= '2022-05-02 America/Los_Angeles' and occurred_from < '2022-05-30 America/Los_Angeles'");
      CityStore.bump(handle, server.city, false);
    });
    server.incidents.refresh(server.city);
  }

  private static String layer(String until, int days, int count, String more, String inputs) {
    return LAYER.formatted(until, days, count, more, inputs);
  }

  @Test
  void aPeriodOfWhichNothingIsRecordedIsMissingAndNotQuiet() {
    // Periods of 28 days that end on 26 June: one of them is the gap.
    JsonNode trend = server.run("mann-kendall", layer("2022-06-26", 28, 13, "", ""));
    assertTrue(trend.at("/run/warnings").toString().contains("from 2022-05-02"), trend.toString());
    JsonNode inline = server.run("mann-kendall", "{\"series\":" + counts("2022-06-26", 13) + "}");
    assertEquals(inline.path("s").asDouble(), trend.path("s").asDouble());
    // A method that needs each period takes what comes after the gap, and says so where that is too
    // little.
    String refused = server.refused("change-points", layer("2022-06-26", 28, 13, "", ""));
    assertTrue(refused.contains("more. Hardly anything is recorded in 1"), refused);
    assertTrue(refused.contains("from 2022-05-02 to 2022-05-29"), refused);
    JsonNode weeks = server.run("scan-correction", layer("2022-12-04", 7, 60, "", ",\"window\":2"));
    assertTrue(weeks.at("/run/warnings").toString().contains("only what comes after"));
    assertEquals(
        "2022-05-30",
        server
            .run("alerts", layer("2022-12-04", 7, 60, "", ",\"method\":\"c2\""))
            .path("starts")
            .get(0)
            .asText());
    JsonNode change = server.run("count-change", layer("2022-06-26", 28, 13, "", ""));
    double mean = ProcessServer.parse(counts("2022-06-26", 13)).get(12).asDouble();
    assertTrue(change.path("expected").asDouble() > 0.5 * mean);
    assertTrue(
        server.refused("count-change", layer("2022-05-29", 28, 3, "", "")).contains("last period"));
  }

  /** What the database holds, as the series of a request. */
  private static String counts(String until, int count) {
    LocalDate end = LocalDate.parse(until).plusDays(1);
    StringBuilder series = new StringBuilder("[");
    for (int i = count; i > 0; i--) {
      int back = i;
      long found = server
          .database
          .jdbi()
          .withHandle(handle -> handle
              .createQuery(
                  "select count(*) from incident where occurred_from >= :from::timestamp at time zone 'America/Los_Angeles' and occurred_from < :until::timestamp at time zone 'America/Los_Angeles' and code = 1")
              .bind("from", end.minusDays(28L * back).toString())
              .bind("until", end.minusDays(28L * back - 28).toString())
              .mapTo(Long.class)
              .one());
      series.append(i == count ? "" : ",").append(found == 0 ? "null" : String.valueOf(found));
    }
    return series.append("]").toString();
  }

  @Test
  void aPackLeavesTheMissingPeriodOut() {
    String pack = layer("2022-06-26", 28, 4, ",\"areas\":\"neighborhoods\",\"by\":\"offence\"", "");
    JsonNode found = server.run("monthly-pack", pack);
    int city = found.path("names").size() - 1;
    JsonNode series = found.path("series").get(city);
    assertTrue(series.get(2).isNull(), series.toString());
    double expected = (series.get(0).asDouble() + series.get(1).asDouble()) / 2;
    assertEquals(expected, found.path("expected").get(city).asDouble(), 1e-9);
    JsonNode cube = server.run(
        "emerging-hot-spots",
        layer("2022-06-26", 28, 13, ",\"grid\":{\"kind\":\"squares\",\"size\":2000}", ""));
    assertTrue(cube.path("z").get(0).get(11).isNull());
  }

  @Test
  void alertsNameTheDatesOfTheirPeriods() {
    JsonNode found = server.run("alerts", layer("2022-04-24", 7, 60, "", ",\"method\":\"c2\""));
    assertEquals(60, found.path("series").size());
    assertEquals("2022-04-18", found.path("starts").get(59).asText());
    assertEquals(51, found.path("judged").asInt());
    assertTrue(server.refused("alerts", layer("2022-04-24", 7, 60, "", "")).contains("263"));
  }

  @Test
  void periodsBeforeTheFirstRecordAreRefused() {
    String refused = server.refused("mann-kendall", layer("2022-04-24", 28, 20, "", ""));
    assertTrue(refused.contains("recorded from 2021-01-01"), refused);
  }

  @Test
  void concentrationAndNeighborsRunOnTheLayer() {
    JsonNode found =
        server.run("concentration", "{\"layer\":{\"grid\":{\"kind\":\"squares\",\"size\":1000}}}");
    assertTrue(found.path("places").asInt() > 100);
    double half = found.path("halfShare").asDouble();
    assertTrue(half > 0 && half < 0.5, found.toString().substring(0, 200));
    double low = found.path("interval").get(0).asDouble();
    double high = found.path("interval").get(1).asDouble();
    assertTrue(low < high);
    JsonNode near = server.run("nearest-neighbor", "{\"layer\":{}}");
    assertEquals(1, near.path("clarkEvans").asDouble(), 0.1);
    assertTrue(server.refused("harm", "{\"layer\":{}}").contains("no table of harm weights"));
  }

  @Test
  void theHoursOfALayerHaveTheTimeOfItsFilter() {
    JsonNode found =
        server.run("aoristic", "{\"layer\":{\"filter\":{\"datetime\":\"2022-03-01/2022-04-30\"}}}");
    double hours = 0;
    for (JsonNode each : found.path("exposureHours")) {
      hours += each.asDouble();
    }
    // One hour less, for the clocks went forward.
    assertEquals(61 * 24 - 1, hours, 1e-9);
  }
}
