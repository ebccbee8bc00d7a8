package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.fault.Fault;

class ProxiesTest {

  private static Server open;
  private static Server behind;

  @BeforeAll
  static void start() {
    List<Route> routes = List.of(
        Route.get("/from", Role.PUBLIC, ctx -> ctx.result(ClientAddress.of(ctx))),
        Route.get("/base", Role.PUBLIC, ctx -> ctx.result(BaseUrl.of(ctx))));
    ServerSettings local = ServerSettings.local(e -> Optional.empty());
    open = Server.start(local, routes);
    behind = Server.start(local.behind(null, List.of("127.0.0.1", "10.0.0.0/8", "::1")), routes);
  }

  @AfterAll
  static void stop() {
    open.close();
    behind.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 203.0.113.9",
        "Forwarded: for=203.0.113.9",
        "X-Real-IP: 203.0.113.9",
        "X-Forwarded-For: 127.0.0.1"
      })
  void nobodyIsBelievedWhoIsNoProxyOfOurs(String header) {
    assertEquals("127.0.0.1", Raw.get(open.port(), "/from", header).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 203.0.113.9 | 203.0.113.9",
        "X-Forwarded-For: 6.6.6.6, 203.0.113.9 | 203.0.113.9",
        "X-Forwarded-For: 6.6.6.6, 203.0.113.9, 10.1.2.3 | 203.0.113.9",
        "X-Forwarded-For: 10.9.9.9, 203.0.113.9, 10.1.2.3 | 203.0.113.9",
        "X-Forwarded-For: 10.9.9.9 | 10.9.9.9",
        "X-Forwarded-For: unknown, 10.1.2.3 | 10.1.2.3",
        "X-Forwarded-For: localhost | 127.0.0.1",
        "X-Forwarded-For: 203.0.113.9:4711 | 203.0.113.9",
        "X-Forwarded-For: [2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
        "X-Forwarded-For: 1.2.3.4.evil.example | 127.0.0.1",
        "Forwarded: for=6.6.6.6, for=203.0.113.9;proto=https;by=10.0.0.1 | 203.0.113.9",
        "Forwarded: for=\"[2001:db8::7]:4711\" | 2001:db8:0:0:0:0:0:7",
        "Forwarded: for=\"a, for=6.6.6.6\" | 127.0.0.1",
        "Forwarded: for=_hidden | 127.0.0.1"
      })
  void theLastAddressBeforeOurProxiesCounts(String header, String expected) {
    assertEquals(expected, Raw.get(behind.port(), "/from", header).text());
  }

  @Test
  void linesOfOneHeaderAreOneWay() {
    Raw answer =
        Raw.get(behind.port(), "/from", "X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 203.0.113.9");
    assertEquals("203.0.113.9", answer.text());
  }

  @Test
  void whatAClientWritesIntoForwardedDoesNotBeatXForwardedFor() {
    Raw answer =
        Raw.get(behind.port(), "/from", "Forwarded: for=6.6.6.6", "X-Forwarded-For: 203.0.113.9");
    assertEquals("203.0.113.9", answer.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Proto: https | https://city.example",
        "X-Forwarded-Host: maps.example:8443 | http://maps.example:8443",
        "X-Forwarded-Host: evil.example/\"> | http://city.example",
        "X-Forwarded-Proto: javascript | http://city.example",
        "Forwarded: for=1.1.1.1;proto=https;host=maps.example | https://maps.example"
      })
  void ourProxiesSayWhatTheClientAsked(String header, String expected) {
    assertEquals(
        expected, Raw.get(behind.port(), "/base", "Host: city.example", header).text());
    assertEquals(
        "http://city.example",
        Raw.get(open.port(), "/base", "Host: city.example", header).text());
  }

  @Test
  void thePublicUrlWinsAndHttpsIsSaidToStay() {
    ServerSettings settings = ServerSettings.local(e -> Optional.empty())
        .behind("https://map.city.example/", List.of("127.0.0.1"));
    List<Route> routes =
        List.of(Route.get("/base", Role.PUBLIC, ctx -> ctx.result(BaseUrl.of(ctx))));
    try (Server server = Server.start(settings, routes)) {
      Raw answer = Raw.get(server.port(), "/base", "X-Forwarded-Host: other.example");
      assertEquals("https://map.city.example", answer.text());
      assertTrue(answer.header("Strict-Transport-Security").startsWith("max-age="));
      Raw refused = Raw.send(server.port(), "NONSENSE\r\n\r\n");
      assertTrue(refused.header("Strict-Transport-Security").startsWith("max-age="));
    }
    assertTrue(Raw.get(open.port(), "/base").find("Strict-Transport-Security").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "10.0.0", "*", "10.0.0.1-proxy"})
  void aProxyThatIsNoAddressStopsTheStart(String proxy) {
    Fault fault = assertThrows(Fault.class, () -> new Proxies(List.of(proxy)));
    assertTrue(fault.sentence().startsWith("TRUSTED_PROXIES: "), fault.sentence());
  }
}
