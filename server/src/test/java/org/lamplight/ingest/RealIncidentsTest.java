package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real files of the shared folder, to the row and twice; skipped where the folder is absent. */
class RealIncidentsTest {

  @ParameterizedTest
  @CsvSource({
    "los-angeles, lapd_incidents_2020_sample.csv.gz, 10000, 0",
    "los-angeles, lapd_incidents_api_sample.csv, 1000, 0",
    "los-angeles, lapd_vehicle_theft_2021.csv.gz, 23632, 0",
    "los-angeles, lapd_incidents_2023_jan_feb.csv.gz, 30902, 0",
    "atlanta, atlanta_incidents_2020_jan_sep.csv.gz, 14831, 0",
    "atlanta, atlanta_incidents_2020_oct_nov.csv.gz, 3836, 3",
    "atlanta, atlanta_incidents_2021.csv.gz, 21397, 12"
  })
  void everyRowIsAccountedForAndTheSameFileAgainChangesNothing(
      String slug, String name, long rows, long rejected) {
    String file = SharedData.file(name);
    try (CityUnderTest town = new CityUnderTest(slug)) {
      ImportReport first = town.incidents(file);
      System.out.println(name + " " + first);
      assertEquals(rows, first.read());
      assertEquals(rejected, first.rejected(), first.toString());
      assertEquals(rows - rejected, first.inserted());
      assertEquals(rows - rejected, town.number("select count(*) from incident"));
      String before = town.checksum();
      ImportReport again = town.incidents(file);
      assertEquals(rows - rejected, again.unchanged());
      assertNotNull(again.sameAs());
      assertEquals(before, town.checksum());
      assertEquals(1, town.number("select data_version from city where id = " + town.city.id()));
    }
  }
}
