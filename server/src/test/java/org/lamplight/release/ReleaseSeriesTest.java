package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lamplight.disclosure.Progress;
import org.lamplight.fault.Fault;
import org.lamplight.http.Audit;

/** One release after another: what was published stands, and nothing is published by halves. */
class ReleaseSeriesTest {

  private static final String UNIT = "neighborhoods";

  /** Two districts of three neighborhoods, from January 2024 to the given month, each with thirty burglaries a month. */
  private static TestCity city(int months) {
    TestCity city = new TestCity(2, 3);
    for (int m = 1; m <= months; m++) {
      fill(city, "2024-%02d".formatted(m));
    }
    return city;
  }

  private static void fill(TestCity city, String month) {
    for (int d = 1; d <= 2; d++) {
      for (int n = 1; n <= 3; n++) {
        city.add("d" + d + "-n" + n, month, TestCity.BURGLARY, 30);
      }
    }
  }

  @Test
  void lateReportsChangeNoPublishedNumberAndQuartersAddUpFrozenMonths() {
    try (TestCity city = city(2)) {
      Published first = city.publish("2024-03-20").orElseThrow();
      assertEquals(List.of(), first.periods().of(Grain.QUARTER));
      city.add("d1-n1", "2024-01", TestCity.BURGLARY, 17);
      fill(city, "2024-03");
      Published second = city.publish("2024-04-20").orElseThrow();
      assertEquals(2, second.number());
      assertEquals(30, TestCity.count(second, UNIT, "d1-n1", "2024-01", TestCity.BURGLARY));
      assertEquals(90, TestCity.count(second, UNIT, "d1-n1", "2024-Q1", TestCity.BURGLARY));
      assertEquals(540, TestCity.count(second, "city", "testville", "2024-Q1", TestCity.BURGLARY));
    }
  }

  @Test
  void withoutANewMonthNothingIsPublished() {
    try (TestCity city = city(2)) {
      assertTrue(city.publish("2024-03-20").isPresent());
      city.add("d1-n1", "2024-01", TestCity.BURGLARY, 17);
      assertEquals(Optional.empty(), city.publish("2024-09-20"));
      assertEquals(1, city.latest().number());
      assertEquals(1, city.deeds.size());
    }
  }

  @Test
  void otherAreasAreNotPublishedBesideTheOldOnes() {
    try (TestCity city = city(2)) {
      city.publish("2024-03-20");
      fill(city, "2024-03");
      city.owner
          .jdbi()
          .useHandle(handle -> handle.execute(
              "update area set slug = 'renamed' where city = ? and slug = 'd1-n1'",
              city.city.id()));
      Fault fault = assertThrows(Fault.class, () -> city.publish("2024-09-20"));
      assertEquals(Fault.Kind.CONFLICT, fault.kind());
    }
  }

  @Test
  void whatIsListedStaysListedWhenResidentsChange() {
    try (TestCity city = city(2)) {
      city.residents("d1-n2", 1_000);
      city.publish("2024-03-20");
      city.residents("d1-n1", 1_000);
      city.residents("d1-n2", 9_000);
      fill(city, "2024-03");
      Published second = city.publish("2024-09-20").orElseThrow();
      assertTrue(second.area(UNIT, "d1-n1").isPresent());
      assertTrue(second.area(UNIT, "d1-n2").isEmpty());
    }
  }

  @Test
  void whoComesSecondDoesNotPublish() {
    try (TestCity city = city(2)) {
      Publishing publishing = city.publishing("2024-03-20");
      Publishing.Ready late = publishing.build(city.city, Progress.SILENT).orElseThrow();
      city.publish("2024-03-20");
      Fault fault =
          assertThrows(Fault.class, () -> publishing.publish(late, "x", details -> deed(details)));
      assertEquals(Fault.Kind.CONFLICT, fault.kind());
      assertEquals(1, new ReleaseStore(city.everybody).list(city.city).size());
    }
  }

  @Test
  void withoutItsEntryInTheTrailNothingIsPublished() {
    try (TestCity city = city(2)) {
      Audit broken = deed -> {
        throw new IllegalStateException("no trail");
      };
      Publishing publishing = new Publishing(city.imports, broken, TestCity.on("2024-03-20"));
      Publishing.Ready ready = publishing.build(city.city, Progress.SILENT).orElseThrow();
      assertThrows(
          IllegalStateException.class,
          () -> publishing.publish(ready, "x", details -> deed(details)));
      assertEquals(List.of(), new ReleaseStore(city.everybody).list(city.city));
    }
  }

  private static Audit.Deed deed(Map<String, String> details) {
    return new Audit.Deed("release.publish", "done", "x", "test", "testville", details);
  }

  @Test
  void aBuildCanBeCancelled() {
    try (TestCity city = city(2)) {
      IllegalStateException stop = new IllegalStateException("enough");
      IllegalStateException thrown = assertThrows(
          IllegalStateException.class,
          () -> city.publishing("2024-03-20").build(city.city, (fraction, words) -> {
            throw stop;
          }));
      assertEquals(stop, thrown);
    }
  }

  @Test
  void theSameDataGiveTheSameRelease() {
    try (TestCity city = city(4)) {
      city.add("d1-n1", "2024-02", TestCity.VIOLENT, 7);
      city.add("d2-n3", "2024-03", TestCity.VIOLENT, 22);
      Publishing publishing = city.publishing("2024-09-20");
      Publishing.Ready one = publishing.build(city.city, Progress.SILENT).orElseThrow();
      Publishing.Ready two = publishing.build(city.city, Progress.SILENT).orElseThrow();
      assertEquals(one.draft(), two.draft());
    }
  }
}
