package org.lamplight.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;

class CityStoreTest {

  @Test
  void registeringTwiceChangesNothing() {
    try (Database database = TestDatabase.open()) {
      CityStore store = new CityStore(database);
      List<City> first = store.registerAll(CityProfiles.load(null));
      List<Map<String, Object>> rows = codes(database);
      assertEquals(first, store.registerAll(CityProfiles.load(null)));
      assertEquals(rows, codes(database));
      assertEquals(0, store.dataVersion(first.get(0)));
    }
  }

  @Test
  void aCodeThatLeavesTheProfileCountsAsOtherAndComesBackToItsNumber() {
    try (Database database = TestDatabase.open()) {
      CityStore store = new CityStore(database);
      CityProfile profile = CityProfiles.load(null).stream()
          .filter(city -> city.slug().equals("los-angeles"))
          .findFirst()
          .orElseThrow();
      store.register(profile);
      List<Map<String, Object>> rows = codes(database);
      store.register(without(profile, "homicide"));
      assertEquals("other", offenceOf(database, "110"));
      store.register(profile);
      assertEquals("homicide", offenceOf(database, "110"));
      assertEquals(rows, codes(database));
    }
  }

  private static CityProfile without(CityProfile p, String offence) {
    List<Offence> rest =
        p.offences().stream().filter(o -> !o.id().equals(offence)).toList();
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
        rest,
        p.incidentFormats(),
        p.siteFormats());
  }

  private static List<Map<String, Object>> codes(Database database) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery(
                "select c.city, c.id, code, c.offence, mapped, slug, grp, origin from offence_code c"
                    + " join offence o on o.city = c.city and o.id = c.offence order by 1, 2")
            .mapToMap()
            .list());
  }

  private static String offenceOf(Database database, String code) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery(
                "select slug from offence_code c join offence o on o.city = c.city and o.id = c.offence where code = ?")
            .bind(0, code)
            .mapTo(String.class)
            .one());
  }
}
