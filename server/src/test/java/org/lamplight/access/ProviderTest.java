package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lamplight.http.Role;

/** Signing in by an OpenID provider that the test runs itself. */
class ProviderTest {

  private static final UnaryOperator<JWTClaimsSet.Builder> AS_IT_IS = UnaryOperator.identity();
  private static TestProvider provider;
  private static AccessServer server;

  @BeforeAll
  static void start() {
    provider = new TestProvider();
    server = new AccessServer(provider.setting());
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  /** A browser on its way: where the provider is, and the cookie to come back with. */
  private record Way(URI provider, String cookie, String state) {}

  private static Way setOut() {
    Answer answer = server.ask("GET", "/session/oidc/start", null);
    assertEquals(302, answer.status(), answer.body());
    URI there = URI.create(answer.header("Location"));
    String state = there.getQuery().replaceFirst(".*\\bstate=([^&]+).*", "$1");
    return new Way(there, answer.cookie(), state);
  }

  private static Answer comeBack(Way way, String code) {
    return comeBack(way.cookie(), way.state(), code);
  }

  private static Answer comeBack(String cookie, String state, String code) {
    String query = "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8) + "&state=" + state;
    return server.as(cookie).ask("GET", "/session/oidc/return" + query, null);
  }

  private static Answer signIn(
      UnaryOperator<JWTClaimsSet.Builder> changes, TestProvider.Form form) {
    Way way = setOut();
    return comeBack(way, provider.authorize(way.provider(), changes, form));
  }

  /** The cookie of the session; empty where none was begun. */
  private static String session(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("lamplight="))
        .map(cookie -> cookie.replaceFirst(";.*", ""))
        .findFirst()
        .orElse("");
  }

  private static void assertRefused(Answer answer) {
    assertEquals("", session(answer), "a session was begun");
    assertEquals(302, answer.status(), answer.body());
    assertEquals(server.url("/sign-in#problem=provider"), answer.header("Location"));
  }

  @Test
  void theFirstSignInMakesAnAccountAndTheClaimGivesItsRoles() {
    Answer first = signIn(
        claims -> claims.subject("jo").claim("preferred_username", "First.One"),
        TestProvider.Form.SIGNED);
    assertEquals(server.url("/"), first.header("Location"));
    AccessServer.Client jo = server.as(session(first));
    assertEquals(
        "first.one", jo.ask("GET", "/session", null).json().at("/account/name").asText());
    assertEquals(200, jo.ask("GET", "/cities/los-angeles/secret", null).status());
    assertEquals(404, jo.ask("GET", "/cities/atlanta/secret", null).status());

    List<String> roles = List.of("atlanta:analyst", "atlanta:sensitive", "mars:analyst", "boss");
    Answer later =
        signIn(claims -> claims.subject("jo").claim("roles", roles), TestProvider.Form.SIGNED);
    AccessServer.Client again = server.as(session(later));
    assertEquals(404, again.ask("GET", "/cities/los-angeles/secret", null).status());
    assertEquals(200, again.ask("GET", "/cities/atlanta/secret", null).status());
    assertEquals(
        "atlanta",
        again.ask("GET", "/session", null).json().at("/account/sensitive/0").asText());
    assertEquals(404, jo.ask("GET", "/account", null).status(), "the session with the old roles");
    assertEquals(1, server.count("select count(*) from account where subject = 'jo'"));
    assertEquals(
        409, again.ask("POST", "/account/totp", Map.of("password", "x")).status());
  }

  @Test
  void aLocalAccountOfTheSameNameIsSomebodyElse() {
    server.test.with("pat", "*", Role.ADMINISTRATOR);
    Answer in = signIn(
        claims -> claims.subject("pat-1").claim("preferred_username", "pat"),
        TestProvider.Form.SIGNED);
    Answer who = server.as(session(in)).ask("GET", "/session", null);
    assertEquals("pat-2", who.json().at("/account/name").asText());
    assertFalse(who.body().contains("administrator"));
  }

  @Test
  void theSignInPageIsTold() {
    Answer answer = server.ask("GET", "/session", null);
    assertEquals("City sign-on", answer.json().at("/oidc/name").asText());
    assertEquals("/session/oidc/start", answer.json().at("/oidc/href").asText());
  }

  @Test
  void theWayThereCarriesStateNonceAndChallenge() {
    String query = setOut().provider().getQuery();
    for (String part : List.of(
        "response_type=code",
        "code_challenge_method=S256",
        "code_challenge=",
        "nonce=",
        "state=")) {
      assertTrue(query.contains(part), query);
    }
  }

  @TestFactory
  Stream<DynamicTest> tokensThatAreNotGoodAreRefused() {
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = Map.of(
        "another nonce", claims -> claims.claim("nonce", Secret.random()),
        "no nonce", claims -> claims.claim("nonce", null),
        "another audience", claims -> claims.audience("somebody-else"),
        "expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))),
        "another issuer", claims -> claims.issuer("http://localhost:1"),
        "no subject", claims -> claims.subject(null));
    Stream<DynamicTest> claims = wrong.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(
            each.getKey(), () -> assertRefused(signIn(each.getValue(), TestProvider.Form.SIGNED))));
    Stream<DynamicTest> forms = Stream.of(TestProvider.Form.values())
        .filter(form -> form != TestProvider.Form.SIGNED)
        .map(form ->
            DynamicTest.dynamicTest(form.name(), () -> assertRefused(signIn(AS_IT_IS, form))));
    return Stream.concat(claims, forms);
  }

  @Test
  void aStateComesBackOnceAndToTheBrowserThatSetOut() {
    Way way = setOut();
    String code = provider.authorize(way.provider(), AS_IT_IS, TestProvider.Form.SIGNED);
    assertRefused(comeBack("lamplight-provider=" + Secret.random(), way.state(), code));
    assertRefused(comeBack("other=1", way.state(), code));
    assertRefused(comeBack(way.cookie(), Secret.random(), code));
    String forged = Secret.random();
    assertRefused(comeBack("lamplight-provider=" + forged, forged, code));
    assertTrue(!session(comeBack(way, code)).isEmpty(), "the good way was closed");
    assertRefused(comeBack(way, code));
    Way next = setOut();
    assertRefused(comeBack(next, code));
  }

  @Test
  void aCodeOfAnotherWayDoesNotAnswerItsChallenge() {
    Way victim = setOut();
    Way attacker = setOut();
    String code = provider.authorize(victim.provider(), AS_IT_IS, TestProvider.Form.SIGNED);
    assertRefused(comeBack(attacker, code));
  }

  @Test
  void aWayThatTookTooLongIsClosed() {
    Way way = setOut();
    String code = provider.authorize(way.provider(), AS_IT_IS, TestProvider.Form.SIGNED);
    server.sql("update provider_sign_in set expires_at = now()");
    assertRefused(comeBack(way, code));
  }

  @Test
  void whoIsShutOutIsNotLetInByTheProvider() {
    Answer in = signIn(
        claims -> claims.subject("out").claim("preferred_username", "out"),
        TestProvider.Form.SIGNED);
    assertTrue(!session(in).isEmpty());
    server.accounts.setDisabled("out", true, AccessServer.BY);
    assertRefused(signIn(claims -> claims.subject("out"), TestProvider.Form.SIGNED));
  }

  @Test
  void aProviderThatIsAwayIsSaidToBeAway() {
    Access.Oidc nobody = new Access.Oidc("http://localhost:1", "a", "b", "c", "roles");
    try (AccessServer lonely = new AccessServer(nobody)) {
      assertEquals(503, lonely.ask("GET", "/session/oidc/start", null).status());
    }
  }
}
