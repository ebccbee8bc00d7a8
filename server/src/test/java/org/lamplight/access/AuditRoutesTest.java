package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.http.Audit;
import org.lamplight.http.Role;

/** The trail as administrators read it. */
class AuditRoutesTest {

  private static final String AUDIT = "/cities/los-angeles/audit";
  private AccessServer server;
  private AccessServer.Client chief;
  private AccessServer.Client admin;

  @BeforeEach
  void start() {
    server = new AccessServer();
    server
        .test
        .with("chief", "*", Role.ADMINISTRATOR)
        .with("admin", "los-angeles", Role.ADMINISTRATOR)
        .with("far", "atlanta", Role.ANALYST);
    chief = server.as(server.test.cookie("chief"));
    admin = server.as(server.test.cookie("admin"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(String action, String outcome, String actor, @Nullable String city) {
    server
        .access
        .audit()
        .write(new Audit.Deed(action, outcome, actor, "127.0.0.1", city, Map.of("k", "v")));
  }

  private static List<String> actions(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    List<String> actions = new ArrayList<>();
    for (JsonNode entry : answer.json().path("entries")) {
      actions.add(entry.path("action").asText() + " " + entry.path("actor").asText("-"));
    }
    return actions;
  }

  @Test
  void everybodySignedInReadsWhatHeDidHimselfAndNothingElse() {
    write("incidents.read", "done", "far", "atlanta");
    write("incidents.read", "done", "fare", "atlanta");
    write("audit.export", "done", "chief", null);
    AccessServer.Client far = server.as(server.test.cookie("far"));
    Answer mine = far.ask("GET", "/account/audit?limit=1", null);
    assertEquals(List.of("incidents.read far"), actions(mine));
    assertEquals(
        "/account/audit?limit=1&before="
            + mine.json().path("entries").path(0).path("id").asText(),
        mine.json().path("next").asText());
    assertTrue(actions(far.ask("GET", "/account/audit", null)).stream()
        .allMatch(action -> action.endsWith(" far")));
    assertEquals(
        404, server.as("lamplight=none").ask("GET", "/account/audit", null).status());
  }

  @Test
  void theLatestComesFirstAndPagesHangTogether() {
    for (int i = 0; i < 7; i++) {
      write("export.csv", "done", "ana" + i, "los-angeles");
    }
    List<String> all = new ArrayList<>();
    String path = AUDIT + "?limit=3&action=export";
    int pages = 0;
    while (!path.isEmpty()) {
      Answer page = admin.ask("GET", path, null);
      all.addAll(actions(page));
      path = page.json().path("next").asText("");
      path = path.equals("null") ? "" : path;
      pages++;
    }
    assertEquals(3, pages);
    assertEquals(
        List.of(6, 5, 4, 3, 2, 1, 0).stream().map(i -> "export.csv ana" + i).toList(), all);
  }

  @Test
  void filtersAreByActorActionAndOutcome() {
    write("export.csv", "done", "ana", "los-angeles");
    write("export.pdf", "refused", "ana", "los-angeles");
    write("exporting.csv", "done", "bo", "los-angeles");
    assertEquals(
        List.of("export.pdf ana", "export.csv ana"),
        actions(admin.ask("GET", AUDIT + "?action=export", null)));
    assertEquals(
        List.of("export.csv ana"), actions(admin.ask("GET", AUDIT + "?action=export.csv", null)));
    assertEquals(
        List.of("export.pdf ana"), actions(admin.ask("GET", AUDIT + "?outcome=refused", null)));
    assertEquals(List.of("exporting.csv bo"), actions(admin.ask("GET", AUDIT + "?actor=bo", null)));
  }

  @Test
  void theAdministratorOfACitySeesNothingOfAnotherCity() {
    write("export.csv", "done", "far", "atlanta");
    write("session.open", "done", "far", null);
    write("session.open", "done", "admin", null);
    String seen = admin.ask("GET", AUDIT, null).body();
    assertFalse(seen.contains("\"far\"") || seen.contains("atlanta"), seen);
    assertTrue(seen.contains("session.open"), seen);
    assertTrue(
        actions(chief.ask("GET", AUDIT, null)).contains("session.open far"), "of no city, by all");
    assertEquals(404, admin.ask("GET", "/cities/atlanta/audit", null).status());
  }

  @Test
  void aSpreadsheetTakesNoCellForAFormula() {
    for (String actor :
        new String[] {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "plain", "a,\"b\""}) {
      write("export.csv", "done", actor, "los-angeles");
    }
    Answer csv = admin.ask("GET", AUDIT + "?f=csv&action=export", null);
    assertEquals("text/csv;charset=utf-8", csv.header("Content-Type"));
    assertEquals("private, no-store", csv.header("Cache-Control"));
    for (String cell : new String[] {
      ",'=1+1,", ",'+1,", ",'-1,", ",'@sum,", ",'\tx,", ",plain,", ",\"a,\"\"b\"\"\","
    }) {
      assertTrue(csv.body().contains(cell), cell + " in " + csv.body());
    }
    assertTrue(csv.body().contains("'\rx"));
    assertTrue(csv.body().startsWith("id,at,action,outcome,actor,from,city,details\r\n"));
    assertEquals(
        1,
        server.count(
            "select count(*) from audit_entry where action = 'audit.export' and actor = 'admin'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?before=0", "?before=x", "?outcome=maybe", "?limit=0", "?who=me", "?f=xml"})
  void wrongQuestionsAreNamed(String query) {
    Answer answer = admin.ask("GET", AUDIT + query, null);
    assertEquals(400, answer.status());
    assertTrue(answer.body().contains(query.substring(1).replaceFirst("=.*", "")), answer.body());
  }

  @Test
  void aRefusalIsWrittenOnceAMinute() {
    for (int i = 0; i < 5; i++) {
      assertEquals(404, admin.ask("GET", "/cities/los-angeles/secret", null).status());
    }
    assertEquals(404, server.ask("GET", "/cities/los-angeles/secret", null).status());
    assertEquals(
        List.of("role.refused admin"), actions(admin.ask("GET", AUDIT + "?outcome=refused", null)));
  }

  @Test
  void signingInChangesAndRefusalsAreAllThere() {
    String password = "a lamp at every corner";
    String link = server.accounts.invite(
        "ana", new Grant("los-angeles", java.util.Set.of(Role.ANALYST), false), AccessServer.BY);
    server.ask("POST", "/password", Map.of("link", link, "password", password));
    Answer in = server.ask("POST", "/session", Map.of("name", "ana", "password", password));
    AccessServer.Client ana = server.as(in.cookie());
    long token = ana.ask(
            "POST", "/account/tokens", Map.of("name", "n", "purpose", "weekly map", "days", 1))
        .json()
        .path("id")
        .asLong();
    ana.ask("DELETE", "/account/tokens/" + token, null);
    ana.ask("DELETE", "/session", null);
    server.ask("POST", "/session", Map.of("name", "ana", "password", "wrong"));
    server.ask("POST", "/session", Map.of("name", "hunter2 typed here", "password", "wrong"));
    admin.ask(
        "PUT",
        "/cities/los-angeles/accounts/ana",
        Map.of("roles", List.of("manager"), "sensitive", false, "disabled", true));
    Answer trail = chief.ask("GET", AUDIT, null);
    List<String> actions = actions(trail);
    assertTrue(
        actions.containsAll(List.of(
            "account.make a test",
            "link.make a test",
            "password.set -",
            "session.open ana",
            "token.make ana",
            "token.revoke ana",
            "session.close ana",
            "session.open -",
            "account.roles admin",
            "account.disable admin")),
        actions.toString());
    assertFalse(trail.body().contains("hunter2"), "what was typed for a name");
    assertFalse(trail.body().contains(password) || trail.body().contains(link));
  }
}
