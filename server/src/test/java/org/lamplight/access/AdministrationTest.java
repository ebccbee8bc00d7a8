package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Role;

/** What administrators of a city may do to accounts, and what not. */
class AdministrationTest {

  private static final String ACCOUNTS = "/cities/los-angeles/accounts";
  private AccessServer server;
  private AccessServer.Client admin;

  @BeforeEach
  void start() {
    server = new AccessServer();
    server
        .test
        .with("admin", "los-angeles", Role.ADMINISTRATOR)
        .with("ana", "los-angeles", Role.ANALYST)
        .with("both", "los-angeles", Role.ANALYST)
        .with("both", "atlanta", Role.ANALYST)
        .with("chief", "*", Role.ADMINISTRATOR)
        .with("far", "atlanta", Role.MANAGER);
    admin = server.as(server.test.cookie("admin"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, Object> change(List<String> roles, boolean disabled) {
    return Map.of("roles", roles, "sensitive", false, "disabled", disabled);
  }

  private Answer put(String name, List<String> roles, boolean disabled) {
    return admin.ask("PUT", ACCOUNTS + "/" + name, change(roles, disabled));
  }

  @Test
  void theListHoldsTheAccountsOfTheCityAndOfEveryCity() {
    JsonNode list = admin.ask("GET", ACCOUNTS, null).json().path("accounts");
    List<String> names = StreamSupport.stream(list.spliterator(), false)
        .map(account -> account.path("name").asText())
        .toList();
    assertEquals(List.of("admin", "ana", "both", "chief"), names);
    assertEquals("analyst", list.at("/1/roles/0").asText());
    assertEquals("administrator", list.at("/3/rolesEverywhere/0").asText());
    assertTrue(!list.toString().contains("argon2") && !list.toString().contains("atlanta"));
  }

  @Test
  void anInvitationIsALinkThatIsShownOnce() {
    Answer made = admin.ask(
        "POST",
        ACCOUNTS,
        Map.of("name", "Neu@Haus", "roles", List.of("manager"), "sensitive", false));
    assertEquals(201, made.status(), made.body());
    String link = made.json().path("link").asText();
    assertTrue(link.startsWith(server.url("/set-password#")), link);
    assertEquals(
        409,
        admin
            .ask(
                "POST",
                ACCOUNTS,
                Map.of("name", "neu@haus", "roles", List.of("analyst"), "sensitive", true))
            .status());
    for (Map<String, Object> wrong : List.<Map<String, Object>>of(
        Map.of("name", "x", "roles", List.of("manager"), "sensitive", false),
        Map.of("name", "<b>", "roles", List.of("manager"), "sensitive", false),
        Map.of("name", "new", "roles", List.of(), "sensitive", false),
        Map.of("name", "new", "roles", List.of("public"), "sensitive", false),
        Map.of("name", "new", "roles", "manager", "sensitive", false))) {
      assertEquals(400, admin.ask("POST", ACCOUNTS, wrong).status(), wrong.toString());
    }
  }

  @Test
  void newRolesEndTheSessionsOfWhoHadTheOld() {
    String cookie = server.test.cookie("ana");
    String secret = "/cities/los-angeles/secret";
    assertEquals(200, server.as(cookie).ask("GET", secret, null).status());
    assertEquals(200, put("ana", List.of("analyst"), false).status());
    assertEquals(200, server.as(cookie).ask("GET", secret, null).status(), "nothing had changed");
    String token = server.test.token("ana");
    assertEquals(200, server.bearing(token).ask("GET", secret, null).status());
    assertEquals(200, put("ana", List.of("manager"), false).status());
    assertEquals(404, server.as(cookie).ask("GET", "/account", null).status());
    assertEquals(404, server.bearing(token).ask("GET", secret, null).status());
    assertEquals(200, server.bearing(token).ask("GET", "/account", null).status());
  }

  @Test
  void whoChangesHisOwnRolesGoesOnUnderANewId() {
    String before = server.test.cookie("admin");
    Answer changed = server
        .as(before)
        .ask("PUT", ACCOUNTS + "/admin", change(List.of("administrator", "analyst"), false));
    assertEquals(200, changed.status(), changed.body());
    assertEquals(404, server.as(before).ask("GET", "/account", null).status());
    AccessServer.Client after = server.as(changed.cookie());
    assertEquals(200, after.ask("GET", "/cities/los-angeles/secret", null).status());
  }

  @Test
  void whoIsShutOutIsOutAtOnce() {
    String cookie = server.test.cookie("ana");
    String token = server.test.token("ana");
    assertEquals(200, server.as(cookie).ask("GET", "/account", null).status());
    assertEquals(200, server.bearing(token).ask("GET", "/account", null).status());
    assertEquals(200, put("ana", List.of("analyst"), true).status());
    assertEquals(404, server.as(cookie).ask("GET", "/account", null).status());
    assertEquals(404, server.bearing(token).ask("GET", "/account", null).status());
    assertEquals(200, put("ana", List.of("analyst"), false).status());
    assertEquals(404, server.as(cookie).ask("GET", "/account", null).status());
    assertEquals(409, put("admin", List.of("administrator"), true).status(), "himself");
  }

  @Test
  void whatHoldsInOtherCitiesTooIsNotForTheAdministratorOfOne() {
    for (String name : List.of("both", "chief", "far")) {
      Answer link = admin.ask("POST", ACCOUNTS + "/" + name + "/link", Map.of());
      assertEquals(403, link.status(), name);
      assertEquals(403, put(name, List.of(), true).status(), name);
    }
    assertEquals(200, admin.ask("POST", ACCOUNTS + "/ana/link", Map.of()).status());
    assertEquals(200, put("both", List.of("manager"), false).status());
    assertEquals(
        1,
        server.count(
            "select count(*) from account_role where city = 'atlanta' and role = 'analyst'"));
    assertEquals(
        1,
        server.count("select count(*) from account_role where city = '*'"),
        "roles of every city");
    AccessServer.Client chief = server.as(server.test.cookie("chief"));
    assertEquals(200, chief.ask("POST", ACCOUNTS + "/both/link", Map.of()).status());
    assertEquals(404, put("nobody", List.of(), false).status());
  }
}
