package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.ogc.process.Inline.each;
import static org.lamplight.ogc.process.Inline.field;
import static org.lamplight.ogc.process.Inline.inputs;
import static org.lamplight.ogc.process.Inline.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.analysis.chance.Oracle;

/** Each method of series and counts over HTTP, held to what R found of the same data. */
class PerMethodSeriesTest extends ProcessTest {

  private static final Oracle MODELS = Oracle.read("series/models.txt");

  @ParameterizedTest
  @CsvSource({
    "stl.periodic, month, 0, false",
    "stl.periodic, month, \"periodic\", false",
    "stl.window, month, 13, false",
    "stl.periodic.robust, rough, 0, true",
    "stl.window.robust, rough, 7, true"
  })
  void seasonAndTrendAreThoseOfR(String name, String series, String window, boolean robust) {
    JsonNode found = server.run(
        "seasonal",
        inputs(
            field("series", MODELS.numbers(series)),
            "\"period\":12",
            "\"seasonalWindow\":" + window,
            "\"robust\":" + robust));
    MODELS.assertSame(name + ".seasonal", numbers(found.path("seasonal")), 1e-8);
    MODELS.assertSame(name + ".trend", numbers(found.path("trend")), 1e-8);
    double[] remainder = MODELS.numbers(name + ".remainder");
    for (int i = 0; i < remainder.length; i++) {
      assertEquals(remainder[i], found.path("remainder").get(i).asDouble(), 1e-9);
    }
  }

  @Test
  void aSeasonThatIsNotSpokenOfStaysTheSame() {
    JsonNode found =
        server.run("seasonal", inputs(field("series", MODELS.numbers("month")), "\"period\":12"));
    MODELS.assertSame("stl.periodic.seasonal", numbers(found.path("seasonal")), 1e-8);
    assertTrue(server
        .refused("seasonal", "{\"series\":[1,2,3,4,5],\"period\":4}")
        .contains("two periods"));
  }

  @Test
  void changePointsAreThoseOfR() {
    JsonNode found = server.run(
        "change-points", inputs(field("series", MODELS.numbers("level")), "\"period\":12"));
    MODELS.assertSame("break.at", numbers(found.path("breaks")), 0);
    MODELS.assertSame("break.lower", numbers(found.path("lower")), 0);
    MODELS.assertSame("break.upper", numbers(found.path("upper")), 0);
    MODELS.assertSame("break.rss", numbers(found.path("rss")), 1e-8);
    MODELS.assertSame("break.bic", numbers(found.path("bic")), 1e-8);
    MODELS.assertSame("break.means", numbers(found.path("means")), 1e-8);
    MODELS.assertSame("break.supF", each(found, "supF", "supFAt"), 1e-8);
  }

  @Test
  void trendsAreThoseOfR() {
    Oracle r = Oracle.read("series/trend.txt");
    for (int i = 0; i < 5; i++) {
      JsonNode found =
          server.run("mann-kendall", inputs(field("series", r.numbers("series." + i))));
      r.assertSame("result." + i, each(found, "s", "variance", "z", "p", "tau", "sen"), 1e-8);
    }
  }

  @Test
  void emergingHotSpotsAreThoseOfR() {
    Oracle r = Oracle.read("area/emerging.txt");
    int side = (int) r.numbers("size")[0];
    for (String name : new String[] {"cells", "series"}) {
      StringJoiner cells = new StringJoiner(",", "\"" + name + "\":[", "]");
      for (int i = 0; i < side * side; i++) {
        cells.add(field("", r.numbers("count." + i)).substring(3));
      }
      JsonNode found = server.run(
          "emerging-hot-spots", inputs(cells.toString(), field("neighbors", Inline.lattice(side))));
      for (int i = 0; i < side * side; i++) {
        r.assertSame("z." + i, numbers(found.path("z").get(i)), 1e-8);
        r.assertSame("p." + i, numbers(found.path("pAdjusted").get(i)), 1e-8);
        double[] trend = r.numbers("trend." + i);
        assertEquals(trend[0], found.path("trendS").get(i).asDouble());
        Oracle.assertClose("Z", trend[2], found.path("trendZ").get(i).asDouble(), 1e-8);
        Oracle.assertClose("p", trend[3], found.path("trendP").get(i).asDouble(), 1e-8);
        assertEquals(words(r.text("pattern." + i)), found.path("class").get(i).asText());
      }
    }
  }

  /** R's NEW_HOT is "new hot spot" in an answer. */
  private static String words(String pattern) {
    String words = pattern.toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.startsWith("no pattern") ? "no pattern" : words + " spot";
  }

  @Test
  void countsAreJudgedAsByR() {
    Oracle r = Oracle.read("change/counts.txt");
    double[] first = r.numbers("first");
    double[] second = r.numbers("second");
    double[] exposure = r.numbers("exposure");
    for (int i = 0; i < first.length; i++) {
      String counts = "\"now\":" + (long) first[i] + ",\"before\":[" + (long) second[i] + "]";
      for (String exposures :
          new String[] {"[1," + exposure[i] + "]", "{\"now\":1,\"before\":" + exposure[i] + "}"}) {
        JsonNode found = server.run("count-change", inputs(counts, "\"exposure\":" + exposures));
        Oracle.assertClose("p", r.numbers("p")[i], found.path("exact").asDouble(), 1e-8);
        Oracle.assertClose("mid", r.numbers("mid")[i], found.path("exactMidP").asDouble(), 1e-8);
        assertEquals(exposure[i] == 1, found.path("eTest").isNumber());
        if (exposure[i] == 1) {
          Oracle.assertClose("E", r.numbers("etest")[i], found.path("eTest").asDouble(), 1e-8);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, .0883790, 0.25",
    "6, 2, .1748748, .2890625",
    "20, 10, .0688318, .0987371",
    "50, 30, .0253022, .0329926",
    "100, 80, .1365207,",
    "25, 16, .1647963,"
  })
  void testsOfTwoCountsAreThoseOfTheTable(int now, int before, double eTest, Double exact) {
    for (String earlier : new String[] {"[" + before + "]", Integer.toString(before)}) {
      JsonNode found =
          server.run("count-change", "{\"now\":" + now + ",\"before\":" + earlier + "}");
      assertEquals(eTest, found.path("eTest").asDouble(), 5e-8);
      assertEquals(
          2 * (Math.sqrt(now) - Math.sqrt(before)) / Math.sqrt(2),
          found.path("z").asDouble(),
          1e-12);
      if (exact != null) {
        assertEquals(exact, found.path("exact").asDouble(), 5e-8);
      }
    }
  }

  @Test
  void anExposureWhoseOwnerIsNotSaidIsRefused() {
    String asked = "{\"now\":25,\"before\":[192],\"exposure\":%s}";
    assertTrue(server.refused("count-change", asked.formatted("12")).contains("whose"));
    assertTrue(server.refused("count-change", asked.formatted("[12]")).contains("2 numbers"));
    assertTrue(server
        .refused("count-change", asked.formatted("{\"now\":1,\"past\":12}"))
        .contains("past"));
  }
}
