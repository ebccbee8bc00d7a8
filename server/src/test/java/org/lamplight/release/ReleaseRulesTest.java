package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

/** The decided rules of a release, one by one. */
class ReleaseRulesTest {

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
  void countsBelowTenAreHiddenButZeroIsShown() {
    try (TestCity city = city(3)) {
      city.add("d1-n1", "2024-02", TestCity.VIOLENT, 9);
      city.add("d1-n2", "2024-02", TestCity.VIOLENT, 10);
      city.add("d2-n1", "2024-01", TestCity.VIOLENT, 1);
      city.add("d2-n2", "2024-01", TestCity.VIOLENT, 40);
      city.add("d2-n3", "2024-03", TestCity.VIOLENT, 50);
      Published release = city.publish("2024-05-01").orElseThrow();
      assertNull(TestCity.count(release, UNIT, "d1-n1", "2024-02", TestCity.VIOLENT));
      assertNull(TestCity.count(release, UNIT, "d2-n1", "2024-01", TestCity.VIOLENT));
      assertEquals(0, TestCity.count(release, UNIT, "d1-n3", "2024-02", TestCity.VIOLENT));
      assertEquals(30, TestCity.count(release, UNIT, "d1-n3", "2024-02", TestCity.BURGLARY));
      assertEquals(180, TestCity.count(release, "city", "testville", "2024-01", TestCity.BURGLARY));
      assertEquals(270, TestCity.count(release, "districts", "d1", "2024-Q1", TestCity.BURGLARY));
    }
  }

  @Test
  void homicideIsShownAsItIs() {
    try (TestCity city = city(3)) {
      city.add("d1-n1", "2024-02", TestCity.HOMICIDE, 1);
      city.add("d1-n2", "2024-02", TestCity.HOMICIDE, 3);
      Published release = city.publish("2024-05-01").orElseThrow();
      assertEquals(1, TestCity.count(release, UNIT, "d1-n1", "2024-02", TestCity.HOMICIDE));
      assertEquals(4, TestCity.count(release, "districts", "d1", "2024-Q1", TestCity.HOMICIDE));
      assertEquals(0, TestCity.count(release, UNIT, "d2-n2", "2024-02", TestCity.HOMICIDE));
    }
  }

  @Test
  void sensitiveOffencesAreALineOfTheCityByQuarterFromTwentyOn() {
    try (TestCity city = city(9)) {
      city.add("d1-n1", "2024-01", TestCity.HARASSMENT, 19);
      city.add("d1-n1", "2024-04", TestCity.HARASSMENT, 12);
      city.add("d2-n1", "2024-06", TestCity.HARASSMENT, 8);
      city.add("d1-n1", "2024-03", TestCity.TRESPASS, 9);
      city.add("d1-n1", "2024-05", TestCity.TRESPASS, 11);
      Published release = city.publish("2024-11-01").orElseThrow();
      assertEquals(
          List.of(TestCity.HOMICIDE, TestCity.VIOLENT, TestCity.BURGLARY),
          release.groups().stream().map(PublicGroup::id).toList());
      assertEquals(
          List.of(Line.Kind.SENSITIVE, Line.Kind.POLICE),
          release.lines().stream().map(Line::kind).toList());
      assertEquals(
          "[2024-Q1=null, 2024-Q2=20, 2024-Q3=null]", text(release.lines().get(0)));
      assertEquals("[2024-Q1=null, 2024-Q2=11, 2024-Q3=0]", text(release.lines().get(1)));
    }
  }

  private static String text(Line line) {
    return line.counts().entrySet().toString();
  }

  @Test
  void aNeighborhoodOfFewOrUnknownResidentsIsCountedWithinItsDistrictOnly() {
    try (TestCity city = city(3)) {
      city.residents("d1-n1", 2_499);
      city.residents("d1-n2", null);
      city.residents("d1-n3", 2_500);
      Published release = city.publish("2024-05-01").orElseThrow();
      assertTrue(release.area(UNIT, "d1-n1").isEmpty());
      assertTrue(release.area(UNIT, "d1-n2").isEmpty());
      assertEquals(30, TestCity.count(release, UNIT, "d1-n3", "2024-01", TestCity.BURGLARY));
      assertEquals(90, TestCity.count(release, "districts", "d1", "2024-01", TestCity.BURGLARY));
      assertEquals(
          List.of("d1-n1", "d1-n2"),
          release.unlisted().stream().map(PublicArea::slug).sorted().toList());
      assertEquals(4_999, release.area("districts", "d1").orElseThrow().population());
    }
  }

  @Test
  void aDistrictOfFewResidentsIsNoUnit() {
    try (TestCity city = city(3)) {
      city.residents("d1-n1", 800);
      city.residents("d1-n2", 800);
      city.residents("d1-n3", 800);
      Published release = city.publish("2024-05-01").orElseThrow();
      assertTrue(release.area("districts", "d1").isEmpty());
      assertEquals(180, TestCity.count(release, "city", "testville", "2024-01", TestCity.BURGLARY));
    }
  }

  @Test
  void withoutAnyPopulationNothingIsBuilt() {
    try (TestCity city = city(1)) {
      for (int d = 1; d <= 2; d++) {
        for (int n = 1; n <= 3; n++) {
          city.residents("d" + d + "-n" + n, null);
        }
      }
      Fault fault = assertThrows(Fault.class, () -> city.publish("2024-05-01"));
      assertTrue(fault.sentence().contains("population"), fault.sentence());
    }
  }

  @Test
  void recordsWithoutANeighborhoodAreARowOfTheirOwn() {
    try (TestCity city = city(1)) {
      city.add(TestCity.NOWHERE, "2024-01", TestCity.BURGLARY, 25);
      Published release = city.publish("2024-05-01").orElseThrow();
      assertEquals(
          25,
          TestCity.count(
              release, "districts", PublicArea.WITHOUT_PLACE, "2024-01", TestCity.BURGLARY));
      assertEquals(205, TestCity.count(release, "city", "testville", "2024-01", TestCity.BURGLARY));
      assertNull(release.withoutPlace().outline());
    }
  }

  @Test
  void ratesNeedTwentyIncidentsAndAThousandResidents() {
    try (TestCity city = city(3)) {
      city.add("d1-n1", "2024-01", TestCity.VIOLENT, 19);
      city.add("d1-n2", "2024-01", TestCity.VIOLENT, 20);
      city.residents("d2-n1", 4_000);
      Published release = city.publish("2024-05-01").orElseThrow();
      assertNull(
          TestCity.cell(release, UNIT, "d1-n1", "2024-01", TestCity.VIOLENT).ratePer1000());
      assertEquals(
          48.0,
          TestCity.cell(release, UNIT, "d1-n2", "2024-01", TestCity.VIOLENT).ratePer1000());
      assertEquals(
          90.0,
          TestCity.cell(release, UNIT, "d2-n1", "2024-Q1", TestCity.BURGLARY).ratePer1000());
      assertNull(TestCity.cell(
              release, "districts", PublicArea.WITHOUT_PLACE, "2024-01", TestCity.BURGLARY)
          .ratePer1000());
    }
  }

  @Test
  void theUsualRangeComesFromThreeShownYearsOfTheSameSeason() {
    try (TestCity city = new TestCity(2, 3)) {
      for (String year : List.of("2020", "2021", "2022", "2023")) {
        for (int m = 1; m <= 3; m++) {
          fill(city, year + "-0" + m);
        }
        for (int m = 4; m <= 12; m++) {
          fill(city, "%s-%02d".formatted(year, m));
        }
      }
      city.add("d1-n1", "2023-02", TestCity.BURGLARY, 70);
      Published release = city.publish("2024-05-01").orElseThrow();
      UsualRange usual =
          TestCity.cell(release, UNIT, "d1-n1", "2023-02", TestCity.BURGLARY).usual();
      assertEquals(UsualRange.of(List.of(30, 30, 30)), usual);
      assertNotNull(usual);
      assertTrue(!usual.holds(100) && usual.holds(30));
      assertNull(
          TestCity.cell(release, UNIT, "d1-n1", "2022-02", TestCity.BURGLARY).usual());
      assertNotNull(
          TestCity.cell(release, UNIT, "d1-n1", "2023-Q1", TestCity.BURGLARY).usual());
      assertNotNull(
          TestCity.cell(release, "districts", "d2", "2023", TestCity.BURGLARY).usual());
    }
  }

  @Test
  void aHiddenYearBeforeLeavesNoUsualRange() {
    try (TestCity city = new TestCity(2, 3)) {
      for (String year : List.of("2020", "2021", "2022", "2023")) {
        fill(city, year + "-01");
        for (int n = 1; n <= 3; n++) {
          city.add("d1-n" + n, year + "-01", TestCity.VIOLENT, year.equals("2021") ? 4 : 30);
        }
      }
      fill(city, "2024-01");
      Published release = city.publish("2024-05-01").orElseThrow();
      assertNull(TestCity.count(release, UNIT, "d1-n1", "2021-01", TestCity.VIOLENT));
      Cell cell = TestCity.cell(release, UNIT, "d1-n1", "2023-01", TestCity.VIOLENT);
      if (!cell.hidden()) {
        assertNull(cell.usual());
      }
      assertNull(
          TestCity.cell(release, UNIT, "d1-n1", "2024-01", TestCity.VIOLENT).usual());
    }
  }
}
