package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.city.Cities;
import org.lamplight.fault.Fault;

/** What a second file does to the first: the same rows, corrected rows, rows in another order, an import taken back. */
class RepeatedImportTest {

  @TempDir
  Path folder;

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<String> rows = repeatedNumbers();
    try (CityUnderTest one = new CityUnderTest("los-angeles");
        CityUnderTest other = new CityUnderTest("los-angeles")) {
      one.incidents(LapdFile.write(folder, "one.csv", rows));
      Collections.shuffle(rows, new Random(7));
      other.incidents(LapdFile.write(folder, "other.csv", rows));
      assertEquals(one.checksum(), other.checksum());
      ImportReport again = one.incidents(LapdFile.write(folder, "other.csv", rows));
      assertEquals(rows.size(), again.unchanged());
      assertNull(again.sameAs());
    }
  }

  /** Rows of which some share record and code, and some are equal in all. */
  private static List<String> repeatedNumbers() {
    List<String> rows = new ArrayList<>(LapdFile.rows(300, 2021));
    for (int i = 0; i < 20; i++) {
      rows.add(LapdFile.row(
          i, i % 3 == 0 ? 510 : 624, "05/05/2021", "1234", "SECOND ST", "Adult Arrest"));
      rows.add(rows.get(100 + i));
    }
    return rows;
  }

  @Test
  void correctedRowsAreUpdatedAndAnUndoPutsThemBack() {
    List<String> rows = new ArrayList<>(LapdFile.rows(200, 2021));
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      town.incidents(LapdFile.write(folder, "first.csv", rows));
      String before = town.checksum();
      long seen = town.number("select sum(last_run) from incident_key");
      rows.set(0, LapdFile.row(0, 510, "02/02/2022", "1111", "MOVED ST", "Adult Arrest"));
      rows.set(1, rows.get(1).replace("Invest Cont", "Juv Arrest"));
      rows.remove(2);
      rows.add(LapdFile.row(900, 999, "02/03/2022", "1112", "NEW ST", "Invest Cont"));
      ImportReport second = town.incidents(LapdFile.write(folder, "second.csv", rows));
      assertEquals(1, second.inserted());
      assertEquals(2, second.updated());
      assertEquals(197, second.unchanged());
      assertEquals(1L, second.reasons().get("unmapped:999"));
      assertEquals(201, town.number("select count(*) from incident"));
      assertEquals(
          1, town.number("select count(*) from incident_key where last_run < " + second.run()));
      assertEquals(2, town.number("select data_version from city where id = " + town.city.id()));
      Cities cities = new Cities(List.of(town.city));
      Fault early = assertThrows(Fault.class, () -> town.importer.undo(cities, 1));
      assertTrue(early.sentence().contains("not the last one"), early.sentence());
      Importer.Undone undone =
          town.importer.undo(cities, String.valueOf(second.run()).isEmpty() ? 0 : run(second));
      assertEquals(new Importer.Undone(1, 2), undone);
      assertEquals(before, town.checksum());
      assertEquals(seen, town.number("select sum(last_run) from incident_key"));
      assertEquals(3, town.number("select data_version from city where id = " + town.city.id()));
      assertEquals(2, town.incidents(folder.resolve("second.csv")).updated());
    }
  }

  private static int run(ImportReport report) {
    Integer run = report.run();
    return run == null ? -1 : run;
  }

  @Test
  void theTwoSpellingsOfLosAngelesShareTheirReports() {
    String sample = SharedData.file("lapd_incidents_2020_sample.csv.gz");
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      town.incidents(sample);
      ImportReport api = town.incidents(SharedData.file("lapd_incidents_api_sample.csv"));
      System.out.println(api);
      assertEquals(996, api.unchanged() + api.updated());
      assertEquals(4, api.inserted());
      assertEquals(996, api.unchanged(), "the spellings differ, the reports do not");
    }
  }

  @Test
  void aPileOfManyAddressesIsFlaggedAndABusyPlaceIsNot() {
    List<String> rows = new ArrayList<>(LapdFile.rows(3_000, 2021));
    for (int i = 0; i < 300; i++) {
      rows.add(at(10_000 + i, i + " ELSEWHERE AV", "34.0522,-118.2437"));
      rows.add(at(20_000 + i, "1 MALL DR", "34.0601,-118.2501"));
    }
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      ImportReport report = town.incidents(LapdFile.write(folder, "pile.csv", rows));
      assertEquals(300L, report.reasons().get("default_location"), report.toString());
      assertEquals(
          300,
          town.number(
              "select count(*) from incident where address like '%ELSEWHERE%' and geom is null and lon is not null"));
      ImportReport few =
          town.incidents(LapdFile.write(folder, "few.csv", rows.subList(3_000, 3_010)));
      assertEquals(10, few.unchanged(), few.toString());
    }
  }

  private static String at(int number, String address, String place) {
    String row = LapdFile.row(number, 624, "03/03/2021", "1313", address, "Invest Cont");
    String head = row.substring(0, row.lastIndexOf(',', row.lastIndexOf(',') - 1) + 1);
    return head + place;
  }

  @Test
  void totalsAddUpHoweverDirtyTheRows() {
    Random random = new Random(42);
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      for (int round = 0; round < 12; round++) {
        List<String> rows = new ArrayList<>(LapdFile.rows(1 + random.nextInt(60), 2010 + round));
        rows.replaceAll(row -> dirty(row, random));
        long before = town.number("select count(*) from incident");
        ImportReport report = town.incidents(
            LapdFile.write(folder, "dirty" + round + ".csv", rows), 1, folder.resolve("r.csv"));
        assertEquals(rows.size(), report.read());
        assertEquals(report.read(), report.accepted() + report.flagged() + report.rejected());
        assertEquals(
            report.accepted() + report.flagged(),
            report.inserted() + report.updated() + report.unchanged());
        assertEquals(before + report.inserted(), town.number("select count(*) from incident"));
      }
    }
  }

  private static String dirty(String row, Random random) {
    String[] fields = row.split(",", -1);
    String[] odd = {
      "",
      "NA",
      "0",
      "-1",
      "99/99/9999",
      "2400",
      "\"a\nb\"",
      "\\N",
      "\\",
      "\t",
      "é\u0000",
      "1e999",
      "'; drop table incident",
      "02/29/2021",
      "\uD83D\uDE00"
    };
    for (int i = 0; i < random.nextInt(4); i++) {
      fields[random.nextInt(fields.length)] = odd[random.nextInt(odd.length)];
    }
    String changed = String.join(",", fields);
    return random.nextInt(20) == 0 ? changed + ",extra" : changed;
  }
}
