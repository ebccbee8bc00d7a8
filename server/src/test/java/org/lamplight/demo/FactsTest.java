package org.lamplight.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class FactsTest {

  private static final List<String> SITE_FIELDS = List.of(
      "program",
      "site",
      "site_type",
      "address",
      "lon",
      "lat",
      "place_precision",
      "place_source",
      "status",
      "opened",
      "opened_precision",
      "closed",
      "listed_years",
      "season_from",
      "season_until",
      "weekdays",
      "hours_from",
      "hours_until",
      "schedule_note",
      "note",
      "source");
  private static final Set<String> SIGNS = Set.of(
      "shield",
      "sun",
      "leaf",
      "zone",
      "heart",
      "house",
      "van",
      "lamp",
      "camera",
      "exchange",
      "circle");
  private static final Set<String> STATUS =
      Set.of("proposed", "active", "paused", "ended", "unknown");

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void everyProgramHasANameInBothLanguagesASignAndASource(String slug) {
    Set<String> slugs = new HashSet<>();
    for (var row : Facts.rows(slug + "/programs.csv")) {
      assertTrue(row.getField("slug").matches("[a-z]+(-[a-z]+)*"), row.getField("slug"));
      assertTrue(slugs.add(row.getField("slug")), "twice: " + row.getField("slug"));
      assertTrue(SIGNS.contains(row.getField("sign")), row.getField("sign"));
      for (String field : List.of("name", "name_es", "operator", "description", "source")) {
        assertFalse(row.getField(field).isBlank(), row.getField("slug") + " lacks " + field);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void everySiteIsWellFormedAndSaysItsSource(String slug) {
    Set<String> programs = Facts.rows(slug + "/programs.csv").stream()
        .map(row -> row.getField("slug"))
        .collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (var row : Facts.rows(slug + "/sites.csv")) {
      String name = row.getField("program") + "/" + row.getField("site");
      assertEquals(SITE_FIELDS, row.getHeader(), name);
      assertTrue(programs.contains(row.getField("program")), name);
      assertTrue(seen.add(name), "twice: " + name);
      assertTrue(STATUS.contains(row.getField("status")), name);
      assertFalse(row.getField("source").isBlank(), name);
      checkDates(row, name);
      checkSchedule(row, name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void everyKnownPlaceLiesInTheCityAndSaysWhereItComesFrom(String slug) {
    var city = DemoCity.of(slug).outline().buffer(0.006);
    for (var row : Facts.rows(slug + "/sites.csv")) {
      String name = row.getField("site");
      assertEquals(row.getField("lon").isEmpty(), row.getField("lat").isEmpty(), name);
      assertEquals(row.getField("lon").isEmpty(), row.getField("place_source").isEmpty(), name);
      assertEquals(
          row.getField("lon").isEmpty(), row.getField("place_precision").isEmpty(), name);
      if (!row.getField("lon").isEmpty()) {
        var at = new Coordinate(Facts.number(row, "lon"), Facts.number(row, "lat"));
        assertTrue(city.covers(DemoCity.GEOMETRY.createPoint(at)), name);
      }
    }
  }

  @Test
  void camerasHaveNoPlace() {
    assertTrue(Facts.rows("atlanta/sites.csv").stream()
        .noneMatch(row -> row.getField("program").equals("camera-registry")));
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void everyOffenceHasARhythmAndItsSharesAddUp(String slug) {
    var rhythms = Rhythm.all().keySet();
    double sum = 0;
    for (OffenceCode code : OffenceCode.of(slug)) {
      assertTrue(rhythms.contains(code.kind()), code.code());
      assertTrue(code.per10000() > 0, code.code());
      sum += code.per10000();
    }
    assertEquals(10_000, sum, 20);
  }

  @Test
  void theHoursOfEachRhythmAddUpToAThousand() {
    for (var row : Facts.rows("rhythms.csv")) {
      double hours = 0;
      for (int h = 0; h < 24; h++) {
        hours += Facts.number(row, "h" + (h < 10 ? "0" : "") + h);
      }
      double days = 0;
      for (int d = 1; d <= 7; d++) {
        days += Facts.number(row, "d" + d);
      }
      assertEquals(1_000, hours, row.getField("kind"));
      assertEquals(1_000, days, row.getField("kind"));
    }
  }

  private static void checkDates(NamedCsvRecord row, String name) {
    String date = "(\\d{4}(-\\d{2}(-\\d{2})?)?)?";
    assertTrue(row.getField("opened").matches(date), name);
    assertTrue(row.getField("closed").matches(date), name);
    int length = row.getField("opened").length();
    String precision = length == 0 ? "" : length == 4 ? "year" : length == 7 ? "month" : "day";
    assertEquals(precision, row.getField("opened_precision"), name);
    assertTrue(row.getField("listed_years").matches("(\\d{4}(;\\d{4})*)?"), name);
  }

  private static void checkSchedule(NamedCsvRecord row, String name) {
    assertTrue(row.getField("weekdays").matches("([1-7](;[1-7])*)?"), name);
    assertEquals(
        row.getField("season_from").isEmpty(), row.getField("season_until").isEmpty(), name);
    assertEquals(
        row.getField("hours_from").isEmpty(), row.getField("hours_until").isEmpty(), name);
    if (!row.getField("season_from").isEmpty()) {
      MonthDay from = MonthDay.parse(row.getField("season_from"));
      assertTrue(from.isBefore(MonthDay.parse(row.getField("season_until"))), name);
    }
    if (!row.getField("hours_from").isEmpty()) {
      LocalTime from = LocalTime.parse(row.getField("hours_from"));
      assertTrue(from.isBefore(LocalTime.parse(row.getField("hours_until"))), name);
      assertFalse(row.getField("schedule_note").isBlank(), name);
    }
  }
}
