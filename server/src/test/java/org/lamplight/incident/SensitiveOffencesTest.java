package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.Offence;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.incident.IncidentStore.Coordinates;

/** To a reader who may not see sensitive offences they do not exist, by whatever name he asks. */
class SensitiveOffencesTest {

  private static Database database;
  private static City city;
  private static Incidents incidents;
  private static Incidents.Loaded whole;
  private static Incidents.Loaded open;

  @BeforeAll
  static void write() {
    database = TestDatabase.open();
    City plain = SyntheticIncidents.write(database, 2_000, 0.4);
    city = new City(plain.id(), withSensitiveTheft(plain.profile()));
    incidents = SyntheticIncidents.open(database, city);
    whole = incidents.at(city).seenBy(true);
    open = incidents.at(city).seenBy(false);
  }

  @AfterAll
  static void close() {
    incidents.close();
    database.close();
  }

  @Test
  void theyAreInNoCountAndNoPage() {
    long all = incidents.count(city, whole.parameters().parse(Map.of()));
    long sensitive =
        incidents.count(city, whole.parameters().parse(Map.of("sensitivity", "sensitive")));
    assertTrue(sensitive > 100);
    Condition seen = open.parameters().parse(Map.of());
    assertEquals(all - sensitive, incidents.count(city, seen));
    assertEquals(all - sensitive, RowSearch.of(open, seen).orElseThrow().count());
    List<Integer> codes = new ArrayList<>();
    new IncidentStore(database)
        .page(
            city,
            new IncidentStore.Page(seen, 0, 5_000, Coordinates.DEGREES),
            incident -> codes.add(incident.code()));
    assertEquals(all - sensitive, codes.size());
    assertTrue(codes.stream().allMatch(code -> code == 2));
    assertEquals(all - sensitive, incidents.summary(open).total());
    assertEquals(all, incidents.summary(whole).total());
  }

  @Test
  void theirNamesAnswerLikeNamesThatDoNotExist() {
    for (String name : List.of("offence", "group", "sensitivity")) {
      String hidden = switch (name) {
        case "offence" -> "motor-vehicle-theft";
        case "group" -> "vehicle";
        default -> "sensitive";
      };
      assertEquals(refusal(name, "nonesuch").replace("nonesuch", hidden), refusal(name, hidden));
      assertTrue(incidents.count(city, whole.parameters().parse(Map.of(name, hidden))) > 0);
    }
    assertEquals(0, incidents.count(city, open.parameters().parse(Map.of("code", "510"))));
  }

  private static String refusal(String name, String value) {
    return assertThrows(Fault.class, () -> open.parameters().parse(Map.of(name, value)))
        .sentence();
  }

  private static CityProfile withSensitiveTheft(CityProfile p) {
    List<Offence> offences = p.offences().stream()
        .map(offence -> offence.id().equals("other")
            ? offence
            : new Offence(
                offence.id(),
                offence.title(),
                offence.group(),
                offence.origin(),
                Offence.Sensitivity.SENSITIVE,
                offence.codes()))
        .toList();
    return new CityProfile(
        p.slug(),
        p.name(),
        p.zone(),
        p.metricSrid(),
        p.extent(),
        p.cityAreas(),
        p.source(),
        p.areaSets(),
        p.groups(),
        offences,
        p.incidentFormats(),
        p.siteFormats());
  }
}
