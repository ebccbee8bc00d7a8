package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.disclosure.Progress;

/** A month whose data are missing is no quiet month: the preview warns of it, and every page says it. */
class GapMonthsTest {

  private static TestCity withAGap() {
    TestCity city = new TestCity(2, 3);
    for (String month : List.of("2023-10", "2023-11", "2023-12", "2024-02", "2024-03")) {
      for (int d = 1; d <= 2; d++) {
        for (int n = 1; n <= 3; n++) {
          city.add("d" + d + "-n" + n, month, TestCity.BURGLARY, 30);
        }
      }
    }
    return city;
  }

  @Test
  void previewNamesTheMonthOfWhichHardlyAnythingIsLoaded() {
    try (TestCity city = withAGap()) {
      city.add("d1-n1", "2024-01", TestCity.BURGLARY, 12);
      List<String> notes = city.publishing("2024-05-01")
          .build(city.city, Progress.SILENT)
          .orElseThrow()
          .preview()
          .notes();
      assertTrue(
          notes.stream().anyMatch(note -> note.startsWith("hardly anything is loaded of 2024-01:")),
          notes.toString());
    }
  }

  @Test
  void pagesAndTheReleaseSayThatDataAreMissing() {
    try (TestCity city = withAGap()) {
      Published release = city.publish("2024-05-01").orElseThrow();
      assertTrue(release.isGap(Period.find("2024-01").orElseThrow()));
      assertFalse(release.isGap(Period.find("2024-Q1").orElseThrow()));
      try (PublicServer server = new PublicServer(city, "2024-05-01")) {
        assertEquals(
            "[\"2024-01\"]", server.json("/release").at("/gaps/emptyMonths").toString());
        String missing = "the data of that time are missing";
        assertTrue(server.text("/public?period=2024-01").contains(missing));
        assertFalse(server.text("/public?period=2024-02").contains(missing));
        assertTrue(server.text("/release?f=html").contains("their data are missing: January 2024"));
      }
    }
  }
}
