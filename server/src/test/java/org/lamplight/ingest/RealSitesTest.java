package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Program sites: the collected facts of the shared folder, and those that travel with the demo. */
class RealSitesTest {

  private static final Path DEMO =
      Path.of(System.getProperty("project.root", "."), "fixtures/demo");

  @Test
  void collectedFactsComeInWithTheirProgramsAndWithoutGuessedPlaces() {
    String file = SharedData.file("program_sites.csv");
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      ImportReport report = town.sites(file);
      assertEquals(52, report.read(), report.toString());
      assertEquals(34, report.accepted(), report.toString());
      assertEquals(18, report.flagged());
      assertEquals(6, town.number("select count(*) from program"));
      assertEquals(
          29,
          town.number(
              "select count(*) from site where program = 'summer-night-lights' and weekdays = '{3,4,5,6}'"));
      ImportReport again = town.sites(file);
      assertEquals(52, again.unchanged());
      assertNotNull(again.sameAs());
    }
  }

  @Test
  void theSitesOfTheDemoComeIn() {
    for (String slug : new String[] {"los-angeles", "atlanta"}) {
      try (CityUnderTest town = new CityUnderTest(slug)) {
        ImportReport programs = town.sites(DEMO.resolve(slug + "/programs.csv").toString());
        assertEquals(0, programs.rejected(), programs.toString());
        ImportReport sites = town.sites(DEMO.resolve(slug + "/sites.csv").toString());
        assertEquals(0, sites.rejected(), sites.toString());
        assertEquals(sites.read(), town.number("select count(*) from site"));
      }
    }
  }
}
