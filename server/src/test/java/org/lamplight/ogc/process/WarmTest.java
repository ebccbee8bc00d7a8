package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.area.AreaStore;
import org.lamplight.city.CityStore;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Caller;
import org.lamplight.http.Role;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.study.Analyses;
import org.lamplight.study.HarmTables;
import org.lamplight.study.LayerReader;
import org.lamplight.study.Work;

/** What is done after a start so that the first analyst does not wait. */
class WarmTest extends ProcessTest {

  private static final Account ANALYST = new Account(
      1,
      "analyst",
      Account.Proof.SESSION,
      Map.of(Account.EVERY_CITY, Set.of(Role.ANALYST)),
      Set.of());

  @Test
  void outlinesAreReadAndJoinedBeforeTheFirstQuestion() {
    Analyses warmed = analyses(server.incidents);
    Analyses cold = analyses(server.incidents);
    warmed.warm(server.city);
    // Whoever still has to read them finds none.
    server.database.jdbi().useHandle(handle -> handle.execute("delete from area"));
    assertTrue(density(warmed).contains("\"integral\""));
    assertThrows(Fault.class, () -> density(cold));
  }

  @Test
  void aCityWithoutASnapshotIsLeftAlone() {
    try (Incidents none = new Incidents(
        new IncidentStore(server.database),
        new CityStore(server.database),
        new AreaNamesStore(server.database))) {
      assertDoesNotThrow(() -> analyses(none).warm(server.city));
    }
  }

  private static Analyses analyses(Incidents incidents) {
    return new Analyses(new LayerReader(
        incidents,
        new AreaStore(server.database),
        new IncidentStore(server.database),
        new HarmTables(null, List.of(server.city))));
  }

  private static String density(Analyses analyses) {
    ObjectNode inputs = new ObjectMapper().createObjectNode();
    inputs.putObject("layer");
    byte[] found = analyses
        .prepare(
            server.city,
            new Caller(ANALYST, server.city.slug()),
            analyses.find("density").orElseThrow(),
            inputs,
            Set.of())
        .run(Work.UNWATCHED);
    return new String(found, StandardCharsets.UTF_8);
  }
}
