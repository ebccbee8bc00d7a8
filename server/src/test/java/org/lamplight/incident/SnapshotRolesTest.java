package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.DatabaseRoles;
import org.lamplight.db.TestDatabase;

/** The database role of staff may make a snapshot, though it may not read partitions by their names. */
class SnapshotRolesTest {

  @Test
  void theRoleOfStaffMakesTheSnapshotAndKeepsShapes() {
    DatabaseAddress address = TestDatabase.create();
    try (Database owner = Database.open(address, "test", 2, 60)) {
      City city = SyntheticIncidents.write(owner, 300, 0.33);
      DatabaseAddress staff = DatabaseRoles.provide(address, Map.of()).of(DatabaseRole.STAFF);
      try (Database reader = Database.open(staff, "test-staff", 4, 60)) {
        Incidents incidents = new Incidents(
            new IncidentStore(reader), new CityStore(reader), new AreaNamesStore(reader));
        incidents.refresh(city);
        assertEquals(300, incidents.at(city).index().orElseThrow().size());
        assertEquals(true, incidents.shapes().find(city, "a".repeat(26)).isEmpty());
        incidents.close();
      }
    }
  }
}
