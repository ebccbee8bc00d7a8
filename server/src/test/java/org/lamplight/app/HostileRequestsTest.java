package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lamplight.access.TestAccounts;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;
import org.slf4j.LoggerFactory;

/** Twenty thousand requests of somebody who wants to break the server, over real connections. */
class HostileRequestsTest {

  private static final long SEED = 20_261_124;
  private static final int REQUESTS = 20_000;
  private static final int ROWS = 2_000;
  private static final int CONNECTIONS = 4;
  private static final double MOST_GROWTH = 1.10;

  @Test
  void nothingBreaksAndNothingLeaks() throws Exception {
    // What the server itself calls a bug, for an answer may be lost with its connection.
    ListAppender<ILoggingEvent> bugs = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger("org.lamplight.http.Problems");
    bugs.start();
    log.addAppender(bugs);
    try (OwnServer server = OwnServer.start(Map.of(), ROWS)) {
      besiege(server, bugs);
    } finally {
      log.detachAppender(bugs);
    }
  }

  private static void besiege(OwnServer server, ListAppender<ILoggingEvent> bugs) throws Exception {
    int port = server.port();
    Attackers attackers = () -> proofs(server.accounts);
    attack(port, server.routes(), attackers, SEED + CONNECTIONS, REQUESTS / 4);
    long before = heap();
    long began = System.nanoTime();
    Result result = attack(port, server.routes(), attackers, SEED, REQUESTS);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    long after = heap();
    System.out.printf(
        "hostile requests: %,d in %.1f s, answers %s, heap %,d to %,d kB%n",
        REQUESTS, took.toMillis() / 1e3, result.statuses(), before >> 10, after >> 10);
    assertEquals(List.of(), result.findings());
    assertEquals(
        List.of(), bugs.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    assertEquals(200, alive(port));
    assertTrue(result.statuses().getOrDefault(200, 0) > REQUESTS / 25, "too few reached a handler");
    assertTrue(after <= before * MOST_GROWTH, "the heap grew from " + before + " to " + after);
  }

  /** Sessions and tokens of every role, new ones at times, because some of the requests end them. */
  private static Supplier<String> proofs(TestAccounts accounts) {
    List<String> proofs = new ArrayList<>();
    AtomicInteger given = new AtomicInteger();
    return () -> {
      int count = given.getAndIncrement();
      if (count % 100 == 0) {
        proofs.clear();
        for (String name : List.of("analyst", "manager", "administrator", "elsewhere")) {
          proofs.add("Cookie: " + accounts.cookie(name));
          proofs.add("Authorization: Bearer " + accounts.token(name));
        }
      }
      return proofs.get(count % proofs.size());
    };
  }

  @Test
  void anAnswerThatTellsAnExceptionIsSeen() throws Exception {
    assertSeen(
        "tells",
        Route.get(
            "/cities/{city}",
            Role.PUBLIC,
            ctx -> ctx.status(400)
                .result(
                    new IllegalStateException("relation \"incident\" does not exist").toString())));
  }

  @Test
  void anAnswerThatBreaksIsSeen() throws Exception {
    assertSeen("status 500", Route.get("/cities/{city}", Role.PUBLIC, ctx -> {
      throw new IllegalStateException("broken");
    }));
  }

  @Test
  void anAnswerThatLacksAHeaderIsSeen() throws Exception {
    assertSeen("lacks ", Route.get("/cities/{city}", Role.PUBLIC, ctx -> {
      ctx.res().reset();
      ctx.result("bare");
    }));
  }

  private static void assertSeen(String words, Route route) throws Exception {
    try (Server server =
        Server.start(ServerSettings.local(e -> Optional.empty()), List.of(route))) {
      Result result = attack(server.port(), List.of(route), () -> () -> "Cookie: a=b", SEED, 100);
      assertTrue(
          result.findings().stream().anyMatch(finding -> finding.startsWith(words)),
          "not seen: " + words + " in " + result);
    }
  }

  /** Gives each attacker what he shows of himself. */
  @FunctionalInterface
  private interface Attackers {
    Supplier<String> next();
  }

  /** What was found wrong, a few of each, and how often each status came; 0 where the connection just ended. */
  private record Result(List<String> findings, Map<Integer, Integer> statuses) {}

  private static Result attack(int port, List<Route> routes, Attackers who, long seed, int requests)
      throws Exception {
    List<String> findings = Collections.synchronizedList(new ArrayList<>());
    Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());
    ExecutorService attackers = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        HostileRequests hostile = new HostileRequests(routes, who.next(), seed + i);
        running.add(attackers.submit(() -> {
          attack(port, hostile, requests / CONNECTIONS, findings, statuses);
          return true;
        }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      attackers.shutdownNow();
    }
    return new Result(List.copyOf(findings), new TreeMap<>(statuses));
  }

  private static void attack(
      int port,
      HostileRequests hostile,
      int requests,
      List<String> findings,
      Map<Integer, Integer> statuses)
      throws IOException {
    try (HostileClient client = new HostileClient(port)) {
      for (int i = 0; i < requests; i++) {
        HostileRequests.Hostile request = hostile.next();
        HostileClient.Answer answer = client.send(request);
        statuses.merge(answer.status(), 1, Integer::sum);
        Leaks.of(answer)
            .filter(finding -> findings.size() < 20)
            .ifPresent(finding -> findings.add(finding + " to " + shortened(request.text()) + " by "
                + shortened(answer.head() + answer.body())));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() > 600 ? text.substring(0, 600) + "..." : text;
  }

  private static int alive(int port) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/live"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Bytes in use once all that can go has gone. */
  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
