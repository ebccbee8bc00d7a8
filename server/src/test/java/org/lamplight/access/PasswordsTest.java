package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.fault.Fault;
import org.lamplight.http.Role;

/** Passwords: what is stored, what may be one, and how one is set. */
class PasswordsTest {

  private static final String PASSWORD = "a lamp at every corner";
  private AccessServer server;

  @BeforeEach
  void start() {
    server = new AccessServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer set(String link, String password) {
    return server.ask("POST", "/password", Map.of("link", link, "password", password));
  }

  private int signIn(String name, String password) {
    return server
        .ask("POST", "/session", Map.of("name", name, "password", password))
        .status();
  }

  @Test
  void aHashNamesItsParametersAndKnowsItsPasswordAlone() {
    Passwords passwords = new Passwords(Argon2id::hash);
    String hash = passwords.hash(PASSWORD);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertTrue(passwords.matches(PASSWORD, hash));
    assertFalse(passwords.matches(PASSWORD + " ", hash));
    assertFalse(passwords.matches(PASSWORD, null));
    assertFalse(hash.equals(passwords.hash(PASSWORD)), "two hashes share a salt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eleven char",
        "Password1234",
        "passwordpassword",
        "123456789012",
        "aaaaaaaaaaaa",
        "abababababab",
        "ana.the.second",
        "1ana.the.second!",
        "qwertyuiopasdfghjkl"
      })
  void whatIsTriedFirstMayNotBeAPassword(String password) {
    Fault fault = assertThrows(Fault.class, () -> PasswordRules.check(password, "ana.the.second"));
    assertTrue(fault.sentence().startsWith("password: "));
  }

  @Test
  void anythingElseThatIsLongMay() {
    for (String password :
        new String[] {PASSWORD, "éééé 漢字 lamp post", "x1y2z3w4v5u6", "Tr0ub4dor&three"}) {
      assertDoesNotThrow(() -> PasswordRules.check(password, "ana"), password);
    }
    assertThrows(Fault.class, () -> PasswordRules.check("abcdef".repeat(40), "ana"));
  }

  @Test
  void anInvitationSetsAPasswordOnce() {
    String link =
        server.accounts.invite("ana", new Grant("*", Set.of(Role.ANALYST), false), AccessServer.BY);
    assertEquals(401, signIn("ana", PASSWORD));
    assertEquals(400, set(link, "short").status());
    assertEquals(204, set(link, PASSWORD).status());
    assertEquals(200, signIn("ana", PASSWORD));
    Answer again = set(link, "another long password");
    assertEquals(400, again.status());
    assertTrue(again.body().contains("link: "), again.body());
    assertEquals(200, signIn("ana", PASSWORD));
  }

  @Test
  void aLinkEndsAfterADayWithANewerOneAndWithTheAccount() {
    server.test.with("ana", "*", Role.ANALYST);
    String first = server.accounts.link("ana", AccessServer.BY);
    String second = server.accounts.link("ana", AccessServer.BY);
    assertEquals(400, set(first, PASSWORD).status(), "the earlier link works");
    server.sql("update one_time_link set expires_at = now()");
    assertEquals(400, set(second, PASSWORD).status(), "it works after a day");
    String third = server.accounts.link("ana", AccessServer.BY);
    server.accounts.setDisabled("ana", true, AccessServer.BY);
    assertEquals(400, set(third, PASSWORD).status(), "it works for who is shut out");
    assertEquals(400, set("A".repeat(43), PASSWORD).status());
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    server.accounts.create(
        "ana", PASSWORD, new Grant("*", Set.of(Role.ANALYST), false), AccessServer.BY);
    String here = server.test.cookie("ana");
    String there = server.test.cookie("ana");
    assertEquals(200, server.as(there).ask("GET", "/account", null).status());
    Map<String, String> wrong = Map.of("current", "not the one", "password", "a new long password");
    assertEquals(401, server.as(here).ask("POST", "/account/password", wrong).status());
    Map<String, String> right = Map.of("current", PASSWORD, "password", "a new long password");
    assertEquals(204, server.as(here).ask("POST", "/account/password", right).status());
    assertEquals(200, server.as(here).ask("GET", "/account", null).status());
    assertEquals(404, server.as(there).ask("GET", "/account", null).status());
    assertEquals(401, signIn("ana", PASSWORD));
    assertEquals(200, signIn("ana", "a new long password"));
  }

  @Test
  void theFirstStartLetsAnAdministratorInAndALaterOneDoesNot() {
    String lost = server.accounts.setUp().orElseThrow();
    String link = server.accounts.setUp().orElseThrow();
    assertEquals(400, set(lost, PASSWORD).status());
    assertEquals(204, set(link, PASSWORD).status());
    assertEquals(Optional.empty(), server.accounts.setUp());
    Answer in =
        server.ask("POST", "/session", Map.of("name", "administrator", "password", PASSWORD));
    assertEquals("administrator", in.json().at("/account/roles/*/0").asText());
    assertEquals(
        200, server.as(in.cookie()).ask("GET", "/cities/atlanta/accounts", null).status());
  }
}
