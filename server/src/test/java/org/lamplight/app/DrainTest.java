package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;

class DrainTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void runningRequestsFinishWhileNewOnesAreTurnedAway() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    Drain drain = new Drain();
    List<Route> routes = drain.guard(List.of(
        Route.get("/slow", Role.PUBLIC, ctx -> {
          entered.countDown();
          finish.await();
          ctx.result("whole");
        }),
        Route.get("/quick", Role.PUBLIC, ctx -> ctx.result("quick"))));
    try (Server server = Server.start(ServerSettings.local(e -> Optional.empty()), routes)) {
      CompletableFuture<HttpResponse<String>> slow = ask(server, "/slow");
      entered.await();
      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(() -> drain.close(Duration.ofSeconds(20)));
      HttpResponse<String> turnedAway = ask(server, "/quick").join();
      while (turnedAway.statusCode() == 200) {
        turnedAway = ask(server, "/quick").join();
      }
      assertEquals(503, turnedAway.statusCode());
      assertEquals(
          "application/problem+json",
          turnedAway.headers().firstValue("Content-Type").orElse(""));
      assertTrue(turnedAway.headers().firstValue("Retry-After").isPresent());
      finish.countDown();
      assertEquals("whole", slow.join().body());
      closing.join();
    }
  }

  @Test
  void closingDoesNotWaitLongerThanItsPatience() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    Drain drain = new Drain();
    List<Route> routes = drain.guard(List.of(Route.get("/slow", Role.PUBLIC, ctx -> {
      entered.countDown();
      finish.await();
    })));
    try (Server server = Server.start(ServerSettings.local(e -> Optional.empty()), routes)) {
      CompletableFuture<HttpResponse<String>> slow = ask(server, "/slow");
      entered.await();
      long began = System.nanoTime();
      drain.close(Duration.ofMillis(200));
      assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 5);
      finish.countDown();
      assertEquals(200, slow.join().statusCode());
    }
  }

  @Test
  @SuppressWarnings("NullAway") // That a route without a role stops the start is what is tested.
  void aRouteWithoutARoleStopsTheStart() {
    assertThrows(
        NullPointerException.class, () -> Route.get("/open", null, ctx -> ctx.result("open")));
  }

  private static CompletableFuture<HttpResponse<String>> ask(Server server, String path) {
    URI uri = URI.create("http://localhost:" + server.port() + path);
    return CLIENT.sendAsync(
        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
