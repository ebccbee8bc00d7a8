package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Role;

/** Sessions and tokens that are not good, in every way that came to mind: none opens anything. */
class ForgedProofsTest {

  private static final String SECRET = "/cities/los-angeles/secret";
  private static AccessServer server;

  @BeforeAll
  static void start() {
    server = new AccessServer();
    server.test.with("ana", "los-angeles", Role.ANALYST);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int asked(String... headers) {
    return server.with(headers).ask("GET", SECRET, null).status();
  }

  private static List<String> spoiled(String secret) {
    Random random = new Random(7);
    List<String> all = new ArrayList<>(List.of(
        "",
        secret.substring(1),
        secret.substring(0, secret.length() - 1),
        secret + "A",
        secret + "=",
        secret.toLowerCase(Locale.ROOT),
        secret.toUpperCase(Locale.ROOT),
        new StringBuilder(secret).reverse().toString(),
        "\"" + secret.substring(1) + "\"",
        "1",
        "null",
        "' or 1=1 --",
        "..%2f..",
        "A".repeat(43),
        "A".repeat(4_000)));
    for (int i = 0; i < 6; i++) {
      int at = random.nextInt(secret.length());
      char other = secret.charAt(at) == 'Q' ? 'R' : 'Q';
      all.add(secret.substring(0, at) + other + secret.substring(at + 1));
    }
    return all;
  }

  @Test
  void noSpoiledSessionOrTokenIsTakenForAGoodOne() {
    String session = server.test.session("ana");
    String token = server.test.token("ana");
    assertEquals(200, asked("Cookie", "lamplight=" + session));
    assertEquals(200, asked("Authorization", "Bearer " + token));
    int tried = 0;
    for (String bad : spoiled(session)) {
      assertEquals(404, asked("Cookie", "lamplight=" + bad), bad);
      tried++;
    }
    for (String bad : spoiled(token)) {
      assertEquals(404, asked("Authorization", "Bearer " + bad), bad);
      tried++;
    }
    for (String[] misplaced : new String[][] {
      {"Cookie", "__Host-lamplight=" + session},
      {"Cookie", "lamplight=" + token},
      {"Cookie", "session=" + session},
      {"Authorization", "Bearer " + session},
      {"Authorization", "Basic " + token},
      {"Authorization", token},
      {"X-Authorization", "Bearer " + token},
      {"Authorization", "Bearer x", "Cookie", "lamplight=" + session}
    }) {
      assertEquals(404, asked(misplaced), String.join(" ", misplaced));
      tried++;
    }
    assertEquals(
        400, server.ask("GET", "/session?access_token=" + token, null).status(), "in the URL");
    assertTrue(tried >= 50, "tried only " + tried);
  }

  @Test
  void whatEndedStaysEnded() {
    Map<String, String> ends = Map.of(
        "delete from session where hash = ?", "signed out",
        "update session set seen_at = now() - interval '30 minutes' where hash = ?", "idle",
        "update session set started_at = now() - interval '12 hours' where hash = ?", "too old");
    ends.forEach((sql, why) -> {
      String session = server.test.session("ana");
      server.sql(sql, Secret.hash(session));
      assertEquals(404, asked("Cookie", "lamplight=" + session), why);
    });
    String expired = server.test.token("ana");
    server.sql("update token set expires_at = now() where hash = ?", Secret.hash(expired));
    assertEquals(404, asked("Authorization", "Bearer " + expired));
  }

  @Test
  void aRevokedTokenEndsAtOnceAndNobodyRevokesAnothers() {
    server.test.with("bea", "los-angeles", Role.ANALYST);
    AccessServer.Client ana = server.as(server.test.cookie("ana"));
    AccessServer.Client bea = server.as(server.test.cookie("bea"));
    Answer made = ana.ask(
        "POST", "/account/tokens", Map.of("name", "QGIS", "purpose", "weekly map", "days", 30));
    assertEquals(201, made.status(), made.body());
    String token = made.json().path("token").asText();
    assertTrue(token.matches("ll_[0-9a-f]{8}_[A-Za-z0-9_-]{43}"), token);
    String path = "/account/tokens/" + made.json().path("id").asLong();
    assertEquals(200, server.bearing(token).ask("GET", SECRET, null).status());
    assertEquals(200, server.bearing(token).ask("HEAD", SECRET, null).status());
    assertEquals(403, server.bearing(token).ask("POST", SECRET, Map.of()).status());
    assertEquals(403, server.bearing(token).ask("DELETE", "/session", null).status());
    assertEquals(404, bea.ask("DELETE", path, null).status());
    assertEquals(200, server.bearing(token).ask("GET", SECRET, null).status());
    assertEquals(204, ana.ask("DELETE", path, null).status());
    assertEquals(404, server.bearing(token).ask("GET", SECRET, null).status());
    assertEquals(
        400,
        ana.ask("POST", "/account/tokens", Map.of("name", "x", "purpose", "y", "days", 400))
            .status());
  }

  @Test
  void sessionsAndTokensOfAnotherServerAreWorthNothingHere() {
    try (AccessServer other = new AccessServer()) {
      other.test.with("ana", "los-angeles", Role.ANALYST);
      assertEquals(404, asked("Cookie", other.test.cookie("ana")));
      assertEquals(404, asked("Authorization", "Bearer " + other.test.token("ana")));
    }
  }

  @Test
  void whatAnotherProcessEndsEndsHereWithinFiveSeconds() throws Exception {
    String cookie = server.test.cookie("ana");
    String token = server.test.token("ana");
    try (AccessServer other = new AccessServer(server)) {
      assertEquals(200, asked("Cookie", cookie));
      assertEquals(200, asked("Authorization", "Bearer " + token));
      assertEquals(
          204, other.as(cookie).ask("DELETE", "/account/sessions", null).status());
      other.sql("delete from token where hash = ?", Secret.hash(token));
      Thread.sleep(5_000);
      assertEquals(404, asked("Cookie", cookie));
      assertEquals(404, asked("Authorization", "Bearer " + token));
    }
  }

  @Test
  void nothingThatIsStoredOpensAnything() {
    String session = server.test.session("ana");
    String token = server.test.token("ana");
    String stored = server
        .owner
        .jdbi()
        .withHandle(handle -> String.valueOf(handle
            .createQuery(
                "select string_agg(s::text, '') || (select string_agg(t::text, '') from token t) from session s")
            .mapTo(String.class)
            .one()));
    assertTrue(!stored.contains(session) && !stored.contains(token));
  }
}
