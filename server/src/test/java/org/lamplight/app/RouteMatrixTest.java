package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.app.RouteMatrix.Identity;
import org.lamplight.app.RouteMatrix.Row;
import org.lamplight.http.Callers;
import org.lamplight.http.Raw;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;

/** Every route, with every method, asked by everybody who might ask: who is let through stands in a table here. */
class RouteMatrixTest {

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** What only works something out is open to tokens too. */
  private static final Pattern COMPUTING = Pattern.compile(
      "/cities/\\{city}/(processes/\\{id}/execution|jobs/\\{id}|studies/\\{id}/rerun)");

  private static OwnServer server;

  @BeforeAll
  static void start() throws Exception {
    server = OwnServer.startPublished(2_000);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theTableNamesEveryRoute() {
    assertEquals(Set.of(), unnamed(server.routes()));
  }

  @Test
  void aRouteThatTheTableDoesNotNameIsSeen() {
    List<Route> more = new ArrayList<>(server.routes());
    more.add(Route.get("/cities/{city}/unseen", Role.PUBLIC, ctx -> ctx.result("seen")));
    assertEquals(Set.of("GET /cities/{city}/unseen"), unnamed(more));
  }

  private static Set<String> unnamed(List<Route> routes) {
    Set<String> names = RouteMatrix.served(routes);
    names.removeAll(RouteMatrix.named());
    return names;
  }

  @Test
  void nobodyIsLetThroughWhoMayNotAndNobodyRefusedWhoMay() {
    List<String> wrong = new ArrayList<>();
    for (Row row : RouteMatrix.rows(server.routes())) {
      for (Identity who : Identity.values()) {
        ask(server.port(), row, who, who.header(server)).ifPresent(wrong::add);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void methodsThatARouteDoesNotHaveAreRefusedToEverybody() {
    List<String> wrong = new ArrayList<>();
    for (Identity who : Identity.values()) {
      String proof = who.header(server);
      for (Row row : RouteMatrix.rows(server.routes())) {
        for (String method : METHODS) {
          if (!RouteMatrix.has(method, row.pattern())) {
            int status = send(server.port(), method, row.sample(), proof).status();
            if (!Set.of(403, 404, 405).contains(status)) {
              wrong.add(who + " " + method + " " + row.sample() + " got " + status);
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aRouteThatForgetsItsRoleIsSeen() {
    Row row = new Row("GET", "/cities/{city}/explore", "/cities/los-angeles/explore", "analyst");
    Route open = Route.get(row.pattern(), Role.PUBLIC, ctx -> ctx.result("everything"));
    try (Server careless =
        Server.start(ServerSettings.local(Callers.NOBODY, e -> Optional.empty()), List.of(open))) {
      assertTrue(ask(careless.port(), row, Identity.PUBLIC, "Accept: */*").isPresent());
    }
  }

  @Test
  void aRouteThatRefusesWhoMayIsSeen() {
    Row row = new Row("GET", "/cities", "/cities", "all");
    Route shut = Route.get(row.pattern(), Role.ADMINISTRATOR, ctx -> ctx.result("nothing"));
    try (Server careless =
        Server.start(ServerSettings.local(Callers.NOBODY, e -> Optional.empty()), List.of(shut))) {
      assertTrue(ask(careless.port(), row, Identity.PUBLIC, "Accept: */*").isPresent());
    }
  }

  /** What is wrong with the decision. */
  private static Optional<String> ask(int port, Row row, Identity who, String proof) {
    Raw answer = send(port, row.method(), row.sample(), proof);
    boolean changes = !row.method().equals("GET");
    boolean may = who.isAmong(row.who())
        && !(changes
            && who == Identity.TOKEN
            && !COMPUTING.matcher(row.pattern()).matches());
    boolean right = may ? reached(row, answer) : refused(who, changes, answer);
    return right
        ? Optional.empty()
        : Optional.of(who + " " + row.method() + " " + row.sample() + " got " + answer.status()
            + (may ? " but may: " : " but may not: ")
            + answer.text().lines().findFirst().orElse(""));
  }

  private static boolean reached(Row row, Raw answer) {
    boolean roleMissing = answer.status() == 404 && answer.text().contains("there is nothing here");
    boolean turnedAway = Set.of(401, 403, 405, 415, 429).contains(answer.status());
    boolean good = row.method().equals("GET") ? answer.status() < 400 || row.empty() : true;
    return !roleMissing && !turnedAway && good && answer.status() < 500;
  }

  private static boolean refused(Identity who, boolean changes, Raw answer) {
    boolean tokenChanges = who == Identity.TOKEN && changes;
    return answer.status() == 404 || (tokenChanges && answer.status() == 403);
  }

  private static Raw send(int port, String method, String path, String proof) {
    String origin = "Origin: http://localhost:" + port;
    return method.equals("GET")
        ? Raw.get(port, path, proof)
        : Raw.json(port, method, path, "{}", proof, origin);
  }
}
