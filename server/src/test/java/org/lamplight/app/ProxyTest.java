package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Callers;
import org.lamplight.http.Raw;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerLimits;
import org.lamplight.http.ServerSettings;

/** The server behind nginx with a cache. */
class ProxyTest {

  private static final String NOBODY = "Accept: */*";
  private static final String LIBRARY = "/webjars/leaflet/1.9.4/dist/leaflet.css";
  private static OwnServer server;
  private static Nginx nginx;

  @BeforeAll
  static void start() throws Exception {
    server = OwnServer.start(Map.of("TRUSTED_PROXIES", "127.0.0.1"), 1_000);
    nginx = Nginx.before(server.port());
  }

  @AfterAll
  static void stop() throws Exception {
    nginx.close();
    server.close();
  }

  @Test
  void whatStaffSeeIsNeverReplayedToAnybodyElse() {
    List<String> proofs = List.of(
        "Cookie: " + server.accounts.cookie("analyst"),
        "Authorization: Bearer " + server.accounts.token("analyst"),
        "Cookie: " + server.accounts.cookie("administrator"));
    List<String> wrong = new ArrayList<>();
    for (RouteMatrix.Row row : RouteMatrix.rows(server.routes())) {
      if (row.method().equals("GET")) {
        wrong.addAll(replays(server.port(), nginx.port(), row.sample(), proofs));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void whatAnybodySeesIsNotReplayedToStaff() {
    String path = "/cities/los-angeles/collections?f=json";
    Raw.get(nginx.port(), path, NOBODY);
    Raw.get(nginx.port(), path, NOBODY);
    Raw analyst = Raw.get(nginx.port(), path, "Cookie: " + server.accounts.cookie("analyst"));
    assertTrue(analyst.text().contains("\"incidents\""), analyst.text());
  }

  @Test
  void whatIsTheSameForEverybodyIsKept() {
    Raw.get(nginx.port(), LIBRARY, NOBODY);
    Raw again = Raw.get(nginx.port(), LIBRARY, NOBODY);
    assertEquals("HIT", again.header("X-Cache"));
    assertEquals(Raw.get(server.port(), LIBRARY, NOBODY).text(), again.text());
    Raw packed = Raw.get(nginx.port(), LIBRARY, "Accept-Encoding: gzip");
    assertEquals("gzip", packed.header("Content-Encoding"));
    assertEquals("", Raw.get(nginx.port(), LIBRARY, NOBODY).header("Content-Encoding"));
  }

  @Test
  void aCarelessAnswerToStaffWouldBeReplayedAndIsSeen() throws Exception {
    Callers callers = ctx -> ctx.header("Cookie") == null
        ? org.lamplight.http.Caller.ANYBODY
        : new org.lamplight.http.Caller(analyst(), null);
    Route careless = Route.get("/careless", Role.PUBLIC, ctx -> {
      ctx.res().setHeader("Vary", "Accept-Encoding");
      ctx.header("Cache-Control", "public, max-age=60");
      ctx.result(ctx.header("Cookie") == null ? "areas" : "incidents");
    });
    try (Server back =
            Server.start(ServerSettings.local(callers, e -> Optional.empty()), List.of(careless));
        Nginx front = Nginx.before(back.port())) {
      assertNotEquals(
          List.of(), replays(back.port(), front.port(), "/careless", List.of("Cookie: a=b")));
    }
  }

  private static org.lamplight.http.Account analyst() {
    return new org.lamplight.http.Account(
        1,
        "ana",
        org.lamplight.http.Account.Proof.SESSION,
        Map.of("*", java.util.Set.of(Role.ANALYST)),
        java.util.Set.of());
  }

  /** Asks through the proxy as staff, then as others, and compares with what the server itself says to those. */
  private static List<String> replays(int back, int front, String path, List<String> proofs) {
    List<String> wrong = new ArrayList<>();
    for (String proof : proofs) {
      Raw.get(front, path, proof);
      Raw staff = Raw.get(front, path, proof);
      if (staff.header("X-Cache").equals("HIT") && staff.header("Vary").contains("Cookie")) {
        wrong.add(path + " is kept for " + proof);
      }
      List<String> others = new ArrayList<>(proofs);
      others.remove(proof);
      others.add(0, NOBODY);
      for (String other : others) {
        Raw through = Raw.get(front, path, other);
        Raw direct = Raw.get(back, path, "Host: localhost:" + front, other);
        if (through.status() != direct.status() || !content(through).equals(content(direct))) {
          wrong.add(path + " after " + proof + " shows " + other + " " + through.status()
              + " instead of " + direct.status());
        }
      }
    }
    return wrong;
  }

  /** The body without the moment at which it was made. */
  private static String content(Raw answer) {
    return answer.text().replaceAll("\"timeStamp\":\"[^\"]*\"", "");
  }

  @Test
  void postsOfOtherSitesAreRefused() {
    String session = "Cookie: " + server.accounts.cookie("administrator");
    for (String origin : List.of(
        "http://evil.example", "null", "http://localhost:" + server.port(), "http://localhost")) {
      for (String path : List.of("/session", "/account/tokens")) {
        Raw answer = Raw.json(nginx.port(), "POST", path, "{}", session, "Origin: " + origin);
        assertTrue(List.of(403, 404).contains(answer.status()), path + " " + answer.text());
      }
    }
    Raw own = Raw.json(
        nginx.port(), "POST", "/session", "{}", "Origin: http://localhost:" + nginx.port());
    assertEquals(400, own.status(), own.text());
  }

  @Test
  void aForgedWayDoesNotMakeAnotherClient() throws Exception {
    ServerSettings settings = ServerSettings.local(e -> Optional.empty())
        .behind(null, List.of("127.0.0.1"))
        .with(ServerLimits.of(1, 5));
    List<Route> routes = List.of(Route.get("/data", Role.PUBLIC, ctx -> ctx.result("data")));
    try (Server back = Server.start(settings, routes);
        Nginx front = Nginx.before(back.port())) {
      assertTrue(passed("127.0.0.2", front.port(), 60) < 40, "through the proxy");
      assertTrue(passed("127.0.0.3", back.port(), 60) < 40, "past the proxy");
      assertEquals(5, passed("127.0.0.4", front.port(), 5), "another client");
    }
  }

  /** How many requests were let through that each name another client. */
  private static long passed(String from, int port, int requests) {
    return IntStream.range(0, requests)
        .filter(i -> Raw.send(
                    from,
                    port,
                    "GET /data HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113." + i
                        + "\r\nForwarded: for=203.0.113." + i
                        + "\r\nX-Real-IP: 203.0.113." + i + "\r\nConnection: close\r\n\r\n")
                .status()
            == 200)
        .count();
  }
}
