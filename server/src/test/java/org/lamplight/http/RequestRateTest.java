package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRateTest {

  private static final int BURST = 5;
  private static final Callers BEARERS = ctx -> "Bearer good".equals(ctx.header("Authorization"))
      ? new Caller(
          new Account(
              1, "ana", Account.Proof.TOKEN, Map.of("here", Set.of(Role.ANALYST)), Set.of()),
          null)
      : Caller.ANYBODY;

  private static Server server() {
    return Server.start(
        ServerSettings.local(BEARERS, e -> Optional.empty())
            .with(ServerLimits.of(1, BURST))
            .behind(null, List.of("127.0.0.1")),
        List.of(
            Route.get("/data", Role.PUBLIC, ctx -> ctx.result("data")),
            Route.get("/file", Role.PUBLIC, ctx -> ctx.result("file")).drawingOn(Allowance.FILES),
            Route.get("/live", Role.PUBLIC, ctx -> ctx.result("live")).drawingOn(Allowance.FREE)));
  }

  /** How many of the requests were let through. */
  private static long passed(Server server, int requests, String path, String... headers) {
    return IntStream.range(0, requests)
        .filter(i -> Raw.get(server.port(), path, headers).status() == 200)
        .count();
  }

  @Test
  void whoAsksTooMuchIsToldWhenToComeAgain() throws Exception {
    try (Server server = server()) {
      assertEquals(BURST, passed(server, BURST, "/data"));
      Raw refused = Raw.get(server.port(), "/data");
      assertEquals(429, refused.status());
      assertEquals("application/problem+json", refused.header("Content-Type"));
      int seconds = Integer.parseInt(refused.header("Retry-After"));
      assertTrue(seconds == 1 || seconds == 2, "Retry-After: " + seconds);
      Thread.sleep(seconds * 1_000L);
      assertEquals(200, Raw.get(server.port(), "/data").status());
    }
  }

  @Test
  void methodsAndPathsThatAreNotThereCountToo() {
    try (Server server = server()) {
      for (int i = 0; i < BURST; i++) {
        assertEquals(405, Raw.ask(server.port(), "PUT", "/data").status());
      }
      assertEquals(429, Raw.ask(server.port(), "PUT", "/data").status());
      assertEquals(429, Raw.ask(server.port(), "OPTIONS", "/data").status());
    }
  }

  @Test
  void filesHaveAWiderAllowanceAndHealthIsFree() {
    try (Server server = server()) {
      passed(server, BURST, "/data");
      assertEquals(20 * BURST, passed(server, 20 * BURST, "/file"));
      assertTrue(passed(server, 200 * BURST, "/file") < 200 * BURST, "files are never refused");
      assertEquals(50, passed(server, 50, "/live"));
    }
  }

  @Test
  void whoIsSignedInIsNotCounted() {
    try (Server server = server()) {
      passed(server, BURST + 1, "/data");
      assertEquals(40, passed(server, 40, "/data", "Authorization: Bearer good"));
    }
  }

  @Test
  void badProofsAreCountedBeforeTheyAreLookedAt() {
    try (Server server = server()) {
      int guesses = 200 * BURST;
      assertTrue(passed(server, guesses, "/live", "Authorization: Bearer guess") < guesses);
      assertEquals(
          429, Raw.get(server.port(), "/live", "Authorization: Bearer good").status());
      assertEquals(200, Raw.get(server.port(), "/live").status());
    }
  }

  @Test
  void clientsDoNotDrawOnEachOther() {
    try (Server server = server()) {
      passed(server, BURST, "/data", "X-Forwarded-For: 203.0.113.1");
      assertEquals(0, passed(server, 1, "/data", "X-Forwarded-For: 203.0.113.1"));
      assertEquals(1, passed(server, 1, "/data", "X-Forwarded-For: 203.0.113.2"));
      passed(server, BURST, "/data", "X-Forwarded-For: 2001:db8::1");
      assertEquals(
          0, passed(server, 1, "/data", "X-Forwarded-For: 2001:db8::ffff:1"), "the same network");
      assertEquals(1, passed(server, 1, "/data", "X-Forwarded-For: 2001:db8:0:1::1"));
    }
  }

  @Test
  void itsMemoryIsBoundedHoweverManyClientsThereAre() {
    RequestRate rate = new RequestRate(1, 1);
    for (int i = 0; i < 2 * RequestRate.MOST_BUCKETS; i++) {
      rate.draw(Allowance.DATA, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
    }
    assertTrue(rate.size() <= RequestRate.MOST_BUCKETS, "keeps " + rate.size());
    rate.draw(Allowance.DATA, "192.0.2.1");
    assertThrows(Refusal.class, () -> rate.draw(Allowance.DATA, "192.0.2.1"));
  }
}
