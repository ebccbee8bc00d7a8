package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a release holds of a year beside the source's own total, and the sealed records that it says. */
class ReconciliationTest {

  /** Every month of 2023 and 2024, thirty burglaries in each of six neighborhoods, and sixty harassments in the city. */
  private static TestCity city() {
    TestCity city = new TestCity(2, 3);
    for (int year = 2023; year <= 2024; year++) {
      for (int month = 1; month <= 12; month++) {
        String of = "%d-%02d".formatted(year, month);
        for (String area : List.of("d1-n1", "d1-n2", "d1-n3", "d2-n1", "d2-n2", "d2-n3")) {
          city.add(area, of, TestCity.BURGLARY, 30);
        }
        city.add("d1-n1", of, TestCity.HARASSMENT, 10);
        city.add("d1-n1", of, TestCity.TRESPASS, 5);
      }
    }
    return city;
  }

  @Test
  void yearsAreHeldAgainstTheSourcesTotals() {
    try (TestCity city = city()) {
      List<Reconciliation> years = Reconciliation.of(city.publish("2025-02-20").orElseThrow());
      int year = 12 * (6 * 30 + 10 + 5);
      assertEquals(
          List.of(
              new Reconciliation(Period.find("2023").orElseThrow(), year, true, null),
              new Reconciliation(Period.find("2024").orElseThrow(), year, true, 2_500L)),
          years);
      assertEquals(93.6, years.get(1).percent());
    }
  }

  @Test
  void hiddenNumbersAreLeftOutAndSaid() {
    try (TestCity city = city()) {
      city.add("d1-n2", "2024-03", TestCity.VIOLENT, 4);
      Reconciliation year =
          Reconciliation.of(city.publish("2025-02-20").orElseThrow()).get(1);
      assertEquals(12 * (6 * 30 + 10 + 5), year.shown());
      assertEquals(false, year.whole());
    }
  }

  @Test
  void sealedRecordsAreSaidInTheNextReleaseOnce() {
    try (TestCity city = city()) {
      seal(city, "a");
      seal(city, "b");
      assertEquals(2, city.publish("2024-10-20").orElseThrow().facts().sealedRecords());
      assertEquals(0, city.publish("2025-02-20").orElseThrow().facts().sealedRecords());
    }
  }

  /** In the middle of 2024, as far as the clock of the releases goes. */
  private static void seal(TestCity city, String record) {
    city.owner
        .jdbi()
        .useHandle(handle -> handle.execute(
            "insert into sealed_record (city, fingerprint, sealed_at, by_whom, reason, incidents) values (?, sha256(?::bytea), '2024-06-01', 'x', 'y', 1)",
            city.city.id(),
            record));
  }
}
