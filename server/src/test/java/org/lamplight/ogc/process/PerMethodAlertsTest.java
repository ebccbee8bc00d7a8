package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.ogc.process.Inline.each;
import static org.lamplight.ogc.process.Inline.field;
import static org.lamplight.ogc.process.Inline.inputs;
import static org.lamplight.ogc.process.Inline.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.analysis.chance.Oracle;

/** Alerts, baselines, harm, concentration and ratios over HTTP, held to R, closed forms or methods.md. */
class PerMethodAlertsTest extends ProcessTest {

  private static final Oracle MODELS = Oracle.read("series/models.txt");
  private static final Oracle WEEKS = Oracle.read("series/farrington.txt");

  private static double[] tail(JsonNode list, int length) {
    double[] all = numbers(list);
    return Arrays.copyOfRange(all, all.length - length, all.length);
  }

  private static double[] alarms(JsonNode list, int length) {
    double[] tail = new double[length];
    for (int i = 0; i < length; i++) {
      tail[i] = list.get(list.size() - length + i).asBoolean() ? 1 : 0;
    }
    return tail;
  }

  @Test
  void farringtonsBoundsAreThoseOfR() {
    JsonNode found =
        server.run("alerts", inputs(field("series", WEEKS.numbers("counts")), "\"from\":320"));
    int judged = WEEKS.numbers("quantile.upper").length;
    assertEquals(judged, found.path("judged").asInt());
    WEEKS.assertSame("quantile.upper", tail(found.path("upperBound"), judged), 0);
    WEEKS.assertSame("quantile.expected", tail(found.path("expected"), judged), 1e-4);
    WEEKS.assertSame("quantile.alarm", alarms(found.path("alarm"), judged), 0);
    assertTrue(found.path("upperBound").get(318).isNull());
    JsonNode power = server.run(
        "alerts",
        inputs(
            field("series", WEEKS.numbers("counts")),
            "\"from\":320,\"years\":4,\"seasons\":1,\"leftOut\":3,\"alpha\":0.05,\"bound\":\"power\""));
    WEEKS.assertSame("plain.upper", tail(power.path("upperBound"), judged), 1e-4);
    WEEKS.assertSame("plain.alarm", alarms(power.path("alarm"), judged), 0);
  }

  @Test
  void aHistoryThatIsTooShortIsSaidWithAWayOut() {
    String short3 = inputs(field("series", Arrays.copyOf(WEEKS.numbers("counts"), 200)));
    assertTrue(server.refused("alerts", short3).contains("c1, c2, c3"));
    assertTrue(server
            .run("alerts", short3.replace("}", ",\"years\":3}"))
            .path("judged")
            .asInt()
        > 0);
  }

  @ParameterizedTest
  @CsvSource({"c1", "C2", "c3"})
  void earsIsThatOfR(String method) {
    JsonNode found = server.run(
        "alerts", inputs(field("series", MODELS.numbers("day")), "\"method\":\"" + method + "\""));
    String name = "ears." + method.toUpperCase(java.util.Locale.ROOT);
    int judged = MODELS.numbers(name).length;
    MODELS.assertSame(name, tail(found.path("upperBound"), judged), 1e-8);
    MODELS.assertSame(name + ".alarm", alarms(found.path("alarm"), judged), 0);
    assertEquals(judged, found.path("judged").asInt());
  }

  @Test
  void cumulativeSumsAreThoseOfR() {
    double[] day = MODELS.numbers("day");
    JsonNode found = server.run(
        "alerts",
        inputs(
            field("series", Arrays.copyOfRange(day, 1, day.length)),
            "\"method\":\"cusum\",\"mean\":6,\"sd\":" + Math.sqrt(6)));
    double[] alarm = MODELS.numbers("cusum.alarm");
    double[] upward = numbers(found.path("statistic"));
    for (int i = 0; i < alarm.length; i++) {
      assertEquals(alarm[i] > 0, upward[i] >= 4);
    }
  }

  @Test
  void theBaselineIsThatOfR() {
    JsonNode found = server.run(
        "harmonic-baseline",
        inputs(
            field("series", MODELS.numbers("counts")),
            "\"columns\":[" + list(MODELS.numbers("law")) + "]",
            field("exposure", MODELS.numbers("days"))));
    MODELS.assertSame("poisson.coefficient", numbers(found.path("coefficient")), 1e-7);
    MODELS.assertSame("poisson.error", numbers(found.path("se")), 1e-7);
    MODELS.assertSame("poisson.quasi", numbers(found.path("quasiSe")), 1e-7);
    MODELS.assertSame("poisson.neweywest", numbers(found.path("neweyWestSe")), 1e-6);
    MODELS.assertSame("poisson.fit", each(found, "phi", "deviance"), 1e-7);
    MODELS.assertSame("nb.coefficient", numbers(found.at("/negativeBinomial/coefficient")), 1e-4);
    MODELS.assertSame(
        "nb.theta",
        each(found.path("negativeBinomial"), "theta", "thetaSe", "twoLogLikelihood"),
        1e-4);
    assertTrue(server
        .refused("harmonic-baseline", "{\"series\":[1,2,3,4,5,6],\"columns\":[[1,2]]}")
        .contains("columns[0]"));
  }

  private static String list(double[] values) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    Arrays.stream(values).forEach(each -> list.add(Double.toString(each)));
    return list.toString();
  }

  @Test
  void breaksOfCountsHaveTheLargestLikelihood() {
    String few = field("series", MODELS.numbers("few"));
    JsonNode found =
        server.run("change-points", inputs(few, "\"cost\":\"poisson\",\"mostBreaks\":3"));
    MODELS.assertSame("few.at", numbers(found.path("breaks")), 0);
    MODELS.assertSame("few.bic", numbers(found.path("bic")), 1e-8);
    MODELS.assertSame("few", numbers(found.path("series")), 0);
    assertTrue(server
        .refused("change-points", inputs("\"series\":[1.5,2,3,4,5,6,7,8]", "\"cost\":\"poisson\""))
        .contains("whole"));
  }

  @Test
  void theFullestStretchIsJudgedAsOneOfMany() {
    JsonNode wheeler =
        server.run("scan-correction", "{\"mean\":1,\"window\":1,\"periods\":260,\"most\":6}");
    assertEquals(0.5, wheeler.path("p").asDouble(), 0.15);
    JsonNode found = server.run(
        "scan-correction",
        "{\"series\":[1,0,2,1,0,1,1,0,5,4,6,1,0,1,2,0,1,1,0,1,0,1],\"window\":3}");
    assertEquals(15, found.path("most").asInt());
    assertEquals(9, found.path("at").asInt());
    assertEquals(29 / 22.0, found.path("mean").asDouble(), 1e-12);
    assertTrue(found.path("p").asDouble() < 0.002);
    assertTrue(server.refused("scan-correction", "{\"window\":3}").contains("most"));
  }

  @Test
  void harmIsASumOfDaysWithItsSpread() {
    JsonNode found = server.run(
        "harm",
        "{\"counts\":{\"homicide\":2,\"robbery\":30,\"theft\":400,\"drugs\":7},\"weights\":{\"homicide\":5475,\"robbery\":1095,\"theft\":2}}");
    double days = 2 * 5475 + 30 * 1095 + 400 * 2;
    double se = Math.sqrt(2 * 5475.0 * 5475 + 30 * 1095.0 * 1095 + 400 * 4);
    assertEquals(days, found.path("days").asDouble(), 1e-9);
    assertEquals(se, found.path("se").asDouble(), 1e-8);
    assertEquals(432, found.path("events").asInt());
    assertEquals("robbery", found.at("/largest/0/offence").asText());
    assertEquals("[\"drugs\"]", found.path("leftOut").toString());
    assertTrue(server
        .refused("harm", "{\"counts\":{\"theft\":1.5},\"weights\":{\"theft\":2}}")
        .contains("counts.theft"));
  }

  @ParameterizedTest
  @CsvSource({
    "'0,0,1,1', 0.5, 0",
    "'0,0,0,0,0,0,0,1,1,3', 0.78, 0.56",
    "'6,7,3,2,1,0', 0.447368421, 0.447368421",
    "'1,1,1,1', 0, 0"
  })
  void concentrationIsThatOfMethods(String counts, double gini, double generalised) {
    JsonNode found =
        server.run("concentration", "{\"values\":[" + counts + "],\"permutations\":99}");
    assertEquals(gini, found.path("gini").asDouble(), 1e-9);
    assertEquals(generalised, found.path("generalised").asDouble(), 1e-9);
    double low = found.path("interval").get(0).asDouble();
    assertTrue(low <= found.path("interval").get(1).asDouble());
  }

  @Test
  void halfOfTheIncidentsIsReadOffTheCurve() {
    JsonNode found = server.run("concentration", "{\"values\":[6,1,1,1,1,0,0,0,0,0]}");
    assertEquals(5 / 60.0, found.path("halfShare").asDouble(), 1e-12);
    assertEquals(11, found.at("/lorenz/places").size());
    assertEquals(1, found.at("/lorenz/incidents/10").asDouble(), 1e-12);
  }

  @Test
  void centreSpreadAndNeighborsAreThoseOfMethods() {
    String t12 =
        "{\"x\":[100,120,150,400,420,430,800,820,150,600,610,900],\"y\":[100,110,140,400,390,430,200,220,700,650,660,900],"
            + "\"window\":[0,0,1000,1000]}";
    JsonNode found = server.run("nearest-neighbor", t12);
    assertEquals(458.3333, found.path("centre").get(0).asDouble(), 1e-4);
    assertEquals(408.3333, found.path("centre").get(1).asDouble(), 1e-4);
    assertEquals(377.351884, found.path("standardDistance").asDouble(), 1e-6);
    assertEquals(413.368278, found.path("standardDistanceN2").asDouble(), 1e-6);
    assertEquals(85.2797173, found.path("mean").asDouble(), 1e-7);
    assertEquals(.590835213, found.path("clarkEvans").asDouble(), 1e-9);
    assertEquals(388.973007, found.path("distance").get(8).asDouble(), 1e-6);
  }

  @Test
  void ratiosAndHarmOfDifferencesAreThoseOfMethods() {
    JsonNode ratio = server.run("rate-ratio", "{\"treated\":[50,30],\"comparison\":[60,55]}");
    assertEquals(-0.4238142, ratio.path("logRatio").asDouble(), 1e-7);
    assertEquals(.6545455, ratio.path("ratio").asDouble(), 1e-7);
    assertEquals(.2969542, ratio.path("se").asDouble(), 1e-7);
    assertEquals(.153521, ratio.path("p").asDouble(), 1e-6);
    JsonNode harm = server.run(
        "wdd",
        "{\"harm\":[3,2,5,7,10],\"comparison\":[[133,91],[388,305],[148,97],[86,64],[94,67]],"
            + "\"treated\":[[130,74],[327,202],[398,190],[144,92],[183,96]]}");
    assertEquals(-1721, harm.path("estimate").asDouble(), 1e-9);
    assertEquals(304.10360077, harm.path("se").asDouble(), 1e-7);
    assertEquals(-2317.03210507, harm.path("interval").get(0).asDouble(), 1e-6);
    assertTrue(server
        .refused("wdd", "{\"harm\":[3,2],\"treated\":[1,2],\"comparison\":[[1,2],[3,4]]}")
        .contains("treated"));
  }

  @Test
  void hoursOfTheWeekAreDividedByTheTimeThatTheyHad() {
    JsonNode found = server.run(
        "aoristic",
        "{\"from\":[\"2024-03-10T03:10\",\"2024-03-05T10:00\"],\"dates\":[\"2024-03-04\",\"2024-03-10\"],\"zone\":\"America/Los_Angeles\"}");
    // The clocks went forward on Sunday 10 March at 2 h.
    assertEquals(0, found.path("exposureHours").get(6 * 24 + 2).asDouble());
    assertEquals(1, found.path("perHour").get(6 * 24 + 3).asDouble());
    assertTrue(found.path("perHour").get(6 * 24 + 2).isNull());
    assertEquals(1, found.path("perHour").get(24 + 10).asDouble());
  }
}
