package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city with other columns, dates and geometries needs a profile and no Java. */
class ThirdCityTest {

  private static final String ROW =
      "select concat_ws('|', record, c.code, o.slug, hour, weekday, firearm, round(i.lon::numeric, 2),"
          + " round(i.lat::numeric, 2), address, flags) from incident i"
          + " join offence_code c on c.city = i.city and c.id = i.code"
          + " join offence o on o.city = c.city and o.id = c.offence where record = '";

  @TempDir
  Path folder;

  @Test
  void instantsAndEveryKindOfGeometryAreRead() {
    try (CityUnderTest town = ThirdCity.open()) {
      ImportReport report = town.incidents(ThirdCity.file("instants.csv"));
      assertEquals(7, report.read());
      assertEquals(
          Map.of("no_location", 1L, "default_location", 1L, "bad_date", 1L, "unmapped:ZZ", 1L),
          report.reasons());
      assertEquals("000001|R1|robbery|0|6|t|-87.60|41.60|1 Quay St|0", row(town, "000001"));
      assertEquals("000002|R2|robbery|22|5|f|-87.61|41.61|2 Quay St|0", row(town, "000002"));
      assertEquals("000003|R1|robbery|1|7|f|-87.62|41.62|3 Quay St|0", row(town, "000003"));
      assertEquals("000004|ZZ|other|18|6|f|-87.65|41.60|4 \"Old\" Quay St|0", row(town, "000004"));
      assertEquals("000005|R1|robbery|18|7|f|-87.50|41.50|5 Quay St|2", row(town, "000005"));
      assertEquals("000006|R1|robbery|18|1|f|6 Quay St|1", row(town, "000006"));
      assertEquals(
          2, town.number("select count(*) from incident where geom is null and areas = '{}'"));
    }
  }

  @Test
  void wallClockTimesAreFlaggedOrRejectedWithTheirReason() throws IOException {
    Path lines = folder.resolve("report.csv");
    try (CityUnderTest town = ThirdCity.open()) {
      Path file = Path.of(ThirdCity.file("wall-clock.csv"));
      ImportReport refused = town.incidents(file, 0.2, lines);
      assertTrue(String.valueOf(refused.refused()).startsWith("4 of 10 rows were rejected"));
      assertEquals(
          0,
          town.number("select count(*) from incident")
              + town.number("select count(*) from import_run"));
      ImportReport report = town.incidents(file, 0.5, lines);
      assertEquals(10, report.read());
      assertEquals(6, report.flagged());
      assertEquals("a1|R1|robbery|3|7|f|-87.60|41.60|Dock\\Pier|16", row(town, "a1"));
      assertEquals("a2|R1|robbery|1|7|f|-87.60|41.60|Dock 2|296", row(town, "a2"));
      assertEquals(
          "2023-11-05 06:30:00",
          town.text(
              "select (occurred_from at time zone 'UTC')::text from incident where record = 'a2'"));
      assertEquals("a3|R2|robbery|0|4|f|-87.60|41.60|Dock 3|64", row(town, "a3"));
      assertEquals("a4|R1|robbery|22|3|f|Dock 4|129", row(town, "a4"));
      assertEquals("a5|R1|robbery|0|4|f|Dock 5|65", row(town, "a5"));
      assertEquals("a10|R1|robbery|12|4|f|-88.60|41.60|Dock 10|4", row(town, "a10"));
      List<String> written = Files.readAllLines(lines);
      assertTrue(written.contains("7,a6,rejected,bad_time,"), written.toString());
      assertTrue(written.contains("8,a7,rejected,missing_date,"), written.toString());
      assertTrue(
          written.contains("10,a9,rejected,ragged_row,\"3 fields, the header has 10\""),
          written.toString());
      assertTrue(written.contains("2,a1,flagged,dst_gap,"), written.toString());
      assertEquals(11, written.size());
    }
  }

  @Test
  void outlinesAreMendedOrRejectedAndSitesTakeTheirProgramsSchedule() {
    try (CityUnderTest town = ThirdCity.open()) {
      ImportRequest wards = new ImportRequest(
          town.city,
          ImportKind.AREAS,
          ThirdCity.file("wards.geojson"),
          "wards",
          null,
          1,
          "test",
          false);
      ImportReport areas = town.importer.run(wards, Progress.NONE);
      assertEquals(
          Map.of("missing_name", 1L, "geometry_type", 1L, "not_longitude_latitude", 1L),
          areas.reasons());
      assertEquals(
          "ward-old-docks:1:1200,ward-old-docks-2:2:",
          town.text(
              "select string_agg(slug || ':' || code || ':' || coalesce(population::text, ''), ',' order by slug) from area"));
      ImportRequest places = new ImportRequest(
          town.city,
          ImportKind.SITES,
          ThirdCity.file("places.geojson"),
          null,
          null,
          1,
          "test",
          false);
      ImportReport sites = town.importer.run(places, Progress.NONE);
      assertEquals(
          Map.of("no_location", 1L, "unknown_program", 1L, "bad_status", 1L), sites.reasons());
      assertEquals(
          "{1,5,6,7} --06-01 19:00:00 00:00:00 active",
          town.text(
              "select concat_ws(' ', weekdays::text, season_from, hours_from, hours_until, status) from site where slug = 'night-courts-pier-park'"));
    }
  }

  private static String row(CityUnderTest town, String record) {
    return town.text(ROW + record + "'");
  }
}
