package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Role;

/** Signing in and out over HTTP. */
class SignInTest {

  private static final String PASSWORD = "a lamp at every corner";
  private static AccessServer server;

  @BeforeAll
  static void start() {
    server = new AccessServer();
    server.accounts.create(
        "ana", PASSWORD, new Grant("los-angeles", Set.of(Role.ANALYST), true), AccessServer.BY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoSignsInIsKnownUntilHeSignsOut() {
    Answer nobody = server.ask("GET", "/session", null);
    assertTrue(nobody.json().path("account").isNull());
    Answer in = server.ask("POST", "/session", Map.of("name", " ANA ", "password", PASSWORD));
    assertEquals(200, in.status(), in.body());
    JsonNode account = in.json().path("account");
    assertEquals("ana", account.path("name").asText());
    assertEquals("analyst", account.at("/roles/los-angeles/0").asText());
    assertEquals("los-angeles", account.at("/sensitive/0").asText());
    assertEquals("session", account.path("proof").asText());
    assertEquals("private, no-store", in.header("Cache-Control"));
    String cookie = in.cookie();
    assertEquals(
        "ana",
        server
            .as(cookie)
            .ask("GET", "/session", null)
            .json()
            .at("/account/name")
            .asText());
    assertEquals(
        200, server.as(cookie).ask("GET", "/cities/los-angeles/secret", null).status());
    assertEquals(
        404, server.as(cookie).ask("GET", "/cities/atlanta/secret", null).status());
    Answer out = server.as(cookie).ask("DELETE", "/session", null);
    assertEquals(204, out.status());
    assertTrue(out.header("Set-Cookie").contains("Max-Age=0"));
    assertEquals(
        404, server.as(cookie).ask("GET", "/cities/los-angeles/secret", null).status());
  }
}
