package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  private static Answer signIn(String name, String password) {
    return server.ask("POST", "/session", Map.of("name", name, "password", password));
  }

  @Test
  void whoSignsInIsKnownUntilHeSignsOut() {
    Answer nobody = server.ask("GET", "/session", null);
    assertTrue(nobody.json().path("account").isNull());
    assertTrue(nobody.json().path("oidc").isNull());
    Answer in = signIn(" ANA ", PASSWORD);
    assertEquals(200, in.status(), in.body());
    JsonNode account = in.json().path("account");
    assertEquals("ana", account.path("name").asText());
    assertEquals("analyst", account.at("/roles/los-angeles/0").asText());
    assertEquals("los-angeles", account.at("/sensitive/0").asText());
    assertEquals("session", account.path("proof").asText());
    assertFalse(account.path("secondFactor").asBoolean(true));
    assertEquals("private, no-store", in.header("Cache-Control"));
    AccessServer.Client ana = server.as(in.cookie());
    assertEquals(in.json(), ana.ask("GET", "/session", null).json());
    assertEquals(200, ana.ask("GET", "/cities/los-angeles/secret", null).status());
    assertEquals(404, ana.ask("GET", "/cities/atlanta/secret", null).status());
    Answer out = ana.ask("DELETE", "/session", null);
    assertEquals(204, out.status());
    assertTrue(out.header("Set-Cookie").contains("Max-Age=0"));
    assertEquals(404, ana.ask("GET", "/cities/los-angeles/secret", null).status());
    assertEquals(404, ana.ask("DELETE", "/session", null).status());
  }

  @Test
  void wrongPasswordsAndUnknownNamesAreAnsweredAlike() {
    Answer wrong = signIn("ana", "not the password of ana");
    Answer unknown = signIn("nobody-of-that-name", PASSWORD);
    assertEquals(401, wrong.status());
    assertEquals(wrong.body(), unknown.body());
    assertEquals(401, unknown.status());
    assertEquals("application/problem+json", wrong.header("Content-Type"));
    assertEquals("", wrong.header("Set-Cookie"));
    assertEquals("private, no-store", wrong.header("Cache-Control"));
  }

  @Test
  void theIdIsNewAtEachSignInAndTheOldOneDies() {
    String first = signIn("ana", PASSWORD).cookie();
    Answer again =
        server.as(first).ask("POST", "/session", Map.of("name", "ana", "password", PASSWORD));
    assertNotEquals(first, again.cookie());
    assertEquals(404, server.as(first).ask("GET", "/account", null).status());
    assertEquals(200, server.as(again.cookie()).ask("GET", "/account", null).status());
  }

  @Test
  void theCookieIsPlainOnThisMachineAloneAndHostBoundOverHttps() {
    Answer here = signIn("ana", PASSWORD);
    assertTrue(here.header("Set-Cookie")
        .matches("lamplight=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"));
    try (AccessServer proxied = new AccessServer("https://map.example")) {
      proxied.test.with("ana", "*", Role.ANALYST);
      proxied.accounts.create(
          "bo", PASSWORD, new Grant("*", Set.of(Role.ANALYST), false), AccessServer.BY);
      Answer there = proxied.ask("POST", "/session", Map.of("name", "bo", "password", PASSWORD));
      assertTrue(
          there
              .header("Set-Cookie")
              .matches(
                  "__Host-lamplight=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure"),
          there.header("Set-Cookie"));
      assertEquals(200, proxied.as(there.cookie()).ask("GET", "/account", null).status());
      String plain = there.cookie().replace("__Host-", "");
      assertEquals(404, proxied.as(plain).ask("GET", "/account", null).status());
    }
  }

  @Test
  void nobodySignsInOverPlainHttpFromElsewhere() {
    try (AccessServer plain = new AccessServer("http://map.example")) {
      Answer answer = plain.ask("POST", "/session", Map.of("name", "ana", "password", PASSWORD));
      assertEquals(409, answer.status());
      assertTrue(answer.body().contains("PUBLIC_URL"), answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"name\": \"ana\"}",
        "{\"name\": 1, \"password\": \"x\"}",
        "{\"name\": \"a\", \"password\": \"x\", \"admin\": true}",
        "{\"name\": \"a\", \"name\": \"b\", \"password\": \"x\"}",
        "{\"name\": \"a\", \"password\": \"\\u0000\"}",
        "{\"name\": \"a\", \"password\": \"x\"} {}"
      })
  void aBodyThatIsNotWhatIsAskedForIsInvalid(String body) {
    assertEquals(400, server.ask("POST", "/session", body).status(), body);
  }

  @Test
  void aSessionEndsAfterHalfAnHourWithoutUseAndAfterTwelveHoursInAll() {
    for (String past : new String[] {
      "seen_at = now() - interval '31 minutes'", "started_at = now() - interval '12 hours 1 second'"
    }) {
      String cookie = server.test.cookie("ana");
      server.sql(
          "update session set " + past + " where hash = ?",
          Secret.hash(cookie.replace("lamplight=", "")));
      assertEquals(404, server.as(cookie).ask("GET", "/account", null).status(), past);
    }
  }

  @Test
  void useIsNotedOnceAMinute() {
    String cookie = server.test.cookie("ana");
    byte[] hash = Secret.hash(cookie.replace("lamplight=", ""));
    server.sql("update session set seen_at = now() - interval '2 minutes' where hash = ?", hash);
    assertEquals(200, server.as(cookie).ask("GET", "/account", null).status());
    assertEquals(
        0,
        server.count("select count(*) from session where seen_at < now() - interval '1 minute' and"
            + " seen_at > now() - interval '3 minutes'"));
  }
}
