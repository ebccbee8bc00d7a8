package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Role;

/** The second factor over HTTP. */
class SecondFactorTest {

  private static final String PASSWORD = "a lamp at every corner";
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private AccessServer server;
  private byte[] secret = {};
  private JsonNode recoveryCodes = MissingNode.getInstance();

  @BeforeEach
  void start() {
    server = new AccessServer();
    server.accounts.create(
        "ana", PASSWORD, new Grant("*", Set.of(Role.ANALYST), false), AccessServer.BY);
    AccessServer.Client ana = server.as(server.test.cookie("ana"));
    Answer proposed = ana.ask("POST", "/account/totp", Map.of("password", PASSWORD));
    assertEquals(200, proposed.status(), proposed.body());
    String text = proposed.json().path("secret").asText();
    assertEquals(
        "otpauth://totp/Lamplight:ana?secret=" + text + "&issuer=Lamplight",
        proposed.json().path("uri").asText());
    secret = decode(text);
    assertEquals(200, signIn(null).status(), "a proposed factor counts already");
    assertEquals(
        400, ana.ask("POST", "/account/totp/confirm", Map.of("code", code(5))).status());
    Answer confirmed = ana.ask("POST", "/account/totp/confirm", Map.of("code", code(-1)));
    assertEquals(200, confirmed.status(), confirmed.body());
    recoveryCodes = confirmed.json().path("recoveryCodes");
    assertEquals(10, recoveryCodes.size());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] decode(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    int bits = 0;
    int buffer = 0;
    int at = 0;
    for (int i = 0; i < base32.length(); i++) {
      buffer = (buffer << 5 | ALPHABET.indexOf(base32.charAt(i))) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }

  private String code(int off) {
    return Totp.code(secret, Totp.step(Instant.now()) + off, 6);
  }

  private Answer signIn(@Nullable String code) {
    Map<String, String> body = new HashMap<>(Map.of("name", "ana", "password", PASSWORD));
    if (code != null) {
      body.put("code", code);
    }
    return server.ask("POST", "/session", body);
  }

  @Test
  void aRightPasswordAloneAsksForTheCode() {
    Answer without = signIn(null);
    assertEquals(401, without.status());
    assertTrue(without.json().path("secondFactor").asBoolean());
    assertEquals("", without.header("Set-Cookie"));
    Answer with = signIn(code(0));
    assertEquals(200, with.status(), with.body());
    assertTrue(with.json().at("/account/secondFactor").asBoolean());
  }

  @Test
  void aCodeWorksOnceAndNoneBeforeIt() {
    assertEquals(401, signIn(code(-1)).status(), "the code that confirmed works again");
    String now = code(0);
    assertEquals(200, signIn(now).status());
    assertEquals(401, signIn(now).status());
  }

  @Test
  void wrongCodesLockTheAccountLikeWrongPasswords() {
    for (int i = 0; i < 5; i++) {
      // Asking without a code between must not begin the count anew.
      assertEquals(401, signIn(null).status());
      assertEquals(401, signIn(code(40 + i)).status());
    }
    assertEquals(429, signIn(code(0)).status());
  }

  @Test
  void aRecoveryCodeStandsInOnce() {
    String spelled = " " + recoveryCodes.path(3).asText().toLowerCase(java.util.Locale.ROOT);
    assertEquals(200, signIn(spelled).status());
    assertEquals(401, signIn(spelled).status());
    assertEquals(200, signIn(recoveryCodes.path(4).asText()).status());
    assertEquals(8, server.count("select count(*) from recovery_code"));
    assertEquals(
        2, server.count("select count(*) from audit_entry where action = 'recovery-code.use'"));
  }

  @Test
  void itIsTakenAwayWithThePasswordAlone() {
    AccessServer.Client ana = server.as(server.test.cookie("ana"));
    assertEquals(
        409, ana.ask("POST", "/account/totp", Map.of("password", PASSWORD)).status());
    assertEquals(
        409, ana.ask("POST", "/account/totp/confirm", Map.of("code", code(1))).status());
    assertEquals(
        401,
        ana.ask("DELETE", "/account/totp", Map.of("password", "not hers at all"))
            .status());
    assertEquals(
        204, ana.ask("DELETE", "/account/totp", Map.of("password", PASSWORD)).status());
    assertEquals(200, signIn(null).status());
    assertEquals(0, server.count("select count(*) from recovery_code"));
  }

  @Test
  void aLinkForALostPasswordTakesItAway() {
    server.test.with("admin", "*", Role.ADMINISTRATOR);
    AccessServer.Client admin = server.as(server.test.cookie("admin"));
    Answer made = admin.ask("POST", "/cities/atlanta/accounts/ana/link", Map.of());
    String link = made.json().path("link").asText().replaceFirst(".*#", "");
    assertEquals(401, signIn(null).status(), "an unused link takes nothing away");
    Map<String, String> body = Map.of("link", link, "password", PASSWORD);
    assertEquals(204, server.ask("POST", "/password", body).status());
    assertEquals(200, signIn(null).status());
  }

  @Test
  void theSecretIsNotInTheDatabaseAndNotInTheTrail() {
    byte[] stored = server
        .owner
        .jdbi()
        .withHandle(h -> h.createQuery("select totp_secret from account where name = 'ana'")
            .mapTo(byte[].class)
            .one());
    assertFalse(contains(stored, secret));
    assertEquals(
        0,
        server.count("select count(*) from audit_entry where details::text like '%"
            + Totp.base32(secret) + "%'"));
  }

  private static boolean contains(byte[] whole, byte[] part) {
    for (int i = 0; i + part.length <= whole.length; i++) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
