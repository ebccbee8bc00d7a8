package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lamplight.http.Role;

/** Every route of accounts x every kind of caller: who may come in. */
class ContractTest {

  private static AccessServer server;
  private static Map<String, AccessServer.Client> callers = Map.of();

  @BeforeAll
  static void start() {
    server = new AccessServer();
    server
        .test
        .with("analyst", "los-angeles", Role.ANALYST)
        .with("manager", "los-angeles", Role.MANAGER)
        .with("admin", "los-angeles", Role.ADMINISTRATOR)
        .with("elsewhere", "atlanta", Role.ADMINISTRATOR)
        .with("everywhere", "*", Role.ADMINISTRATOR);
    callers = Map.of(
        "nobody", server.with(),
        "analyst", server.as(server.test.cookie("analyst")),
        "manager", server.as(server.test.cookie("manager")),
        "admin", server.as(server.test.cookie("admin")),
        "elsewhere", server.as(server.test.cookie("elsewhere")),
        "everywhere", server.as(server.test.cookie("everywhere")),
        "token", server.bearing(server.test.token("admin")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A request with nothing in it: 400 says that the caller came in and that the body did not please. */
  private record Asked(String method, String path, Role role, int within) {}

  private static final List<Asked> ROUTES = List.of(
      new Asked("POST", "/session", Role.PUBLIC, 400),
      new Asked("GET", "/session", Role.PUBLIC, 200),
      new Asked("POST", "/password", Role.PUBLIC, 400),
      new Asked("GET", "/account", Role.SIGNED_IN, 200),
      new Asked("GET", "/account/audit", Role.SIGNED_IN, 200),
      new Asked("POST", "/account/password", Role.SIGNED_IN, 400),
      new Asked("POST", "/account/totp", Role.SIGNED_IN, 400),
      new Asked("POST", "/account/totp/confirm", Role.SIGNED_IN, 400),
      new Asked("DELETE", "/account/totp", Role.SIGNED_IN, 400),
      new Asked("POST", "/account/tokens", Role.SIGNED_IN, 400),
      new Asked("DELETE", "/account/tokens/999999", Role.SIGNED_IN, 404),
      new Asked("GET", "/cities/los-angeles/accounts", Role.ADMINISTRATOR, 200),
      new Asked("POST", "/cities/los-angeles/accounts", Role.ADMINISTRATOR, 400),
      new Asked("PUT", "/cities/los-angeles/accounts/analyst", Role.ADMINISTRATOR, 400),
      new Asked("POST", "/cities/los-angeles/accounts/analyst/link", Role.ADMINISTRATOR, 200),
      new Asked("GET", "/cities/los-angeles/audit", Role.ADMINISTRATOR, 200));

  @TestFactory
  Stream<DynamicTest> eachRouteLetsInWhoHoldsItsRoleAndNobodyElse() {
    return ROUTES.stream()
        .flatMap(route -> callers.keySet().stream()
            .map(caller -> DynamicTest.dynamicTest(
                route.method() + " " + route.path() + " as " + caller,
                () -> judge(route, caller))));
  }

  private static void judge(Asked route, String caller) {
    boolean reads = route.method().equals("GET");
    Object body = reads ? null : Map.of();
    AccessServer.Client client = Objects.requireNonNull(callers.get(caller));
    int status = client.ask(route.method(), route.path(), body).status();
    boolean in = switch (route.role()) {
      case PUBLIC -> true;
      case SIGNED_IN -> !caller.equals("nobody");
      default -> Set.of("admin", "everywhere", "token").contains(caller);
    };
    int expected = !in ? 404 : route.within();
    assertEquals(caller.equals("token") && !reads ? 403 : expected, status);
  }

  @Test
  void theTableNamesEveryRouteButSigningOut() {
    Set<String> told = ROUTES.stream()
        .map(route -> route.method() + " "
            + route
                .path()
                .replace("los-angeles", "{city}")
                .replace("/analyst", "/{name}")
                .replace("999999", "{id}"))
        .collect(java.util.stream.Collectors.toSet());
    told.addAll(List.of("DELETE /session", "DELETE /account/sessions"));
    Set<String> there = server.access.routes().stream()
        .map(route -> route.method() + " " + route.path())
        .collect(java.util.stream.Collectors.toSet());
    assertEquals(told, there);
  }

  @Test
  void aCityThatIsNotServedDoesNotExistForAnAdministratorOfAll() {
    AccessServer.Client all = Objects.requireNonNull(callers.get("everywhere"));
    assertEquals(404, all.ask("GET", "/cities/nowhere/accounts", null).status());
    assertEquals(404, all.ask("GET", "/cities/nowhere/audit", null).status());
  }

  @Test
  void signingOutEverywhereEndsEverySession() {
    server.test.with("rover", "los-angeles", Role.MANAGER);
    String one = server.test.cookie("rover");
    String two = server.test.cookie("rover");
    assertEquals(
        2, server.as(one).ask("GET", "/account", null).json().at("/sessions").size());
    assertEquals(200, server.as(two).ask("GET", "/account", null).status());
    assertEquals(204, server.as(one).ask("DELETE", "/account/sessions", null).status());
    assertEquals(404, server.as(one).ask("GET", "/account", null).status());
    assertEquals(404, server.as(two).ask("GET", "/account", null).status());
  }
}
