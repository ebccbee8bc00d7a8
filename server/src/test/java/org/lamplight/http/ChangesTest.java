package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

  private static int changes;
  private static Server server;

  @BeforeAll
  static void start() {
    List<Route> routes = List.of(
        Route.post("/change", Role.PUBLIC, ctx -> {
          ctx.bodyAsBytes();
          changes++;
          ctx.status(204);
        }),
        Route.delete("/change", Role.PUBLIC, ctx -> {
          changes++;
          ctx.status(204);
        }),
        Route.post("/staff", Role.ANALYST, ctx -> ctx.status(204)),
        Route.get("/read", Role.PUBLIC, ctx -> ctx.result("read")));
    server = Server.start(ServerSettings.local(ChangesTest::caller, e -> Optional.empty()), routes);
  }

  private static Caller caller(io.javalin.http.Context ctx) {
    String word = ctx.header("Authorization");
    if (word == null) {
      return Caller.ANYBODY;
    }
    Account.Proof proof = word.equals("Bearer x") ? Account.Proof.TOKEN : Account.Proof.SESSION;
    return new Caller(
        new Account(1, "ana", proof, Map.of("*", Set.of(Role.ANALYST)), Set.of()), null);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    changes = 0;
  }

  private static String own() {
    return "Origin: http://localhost:" + server.port();
  }

  private static Raw post(String body, String... headers) {
    return Raw.json(server.port(), "POST", "/change", body, headers);
  }

  @Test
  void ourOwnPagesMayChange() {
    assertEquals(204, post("{}", own()).status());
    assertEquals(204, post("{}", "Sec-Fetch-Site: same-origin").status());
    assertEquals(204, Raw.ask(server.port(), "DELETE", "/change", own()).status());
    assertEquals(3, changes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost",
        "Origin: https://localhost:%d",
        "Origin: http://localhost:%d.evil.example",
        "Origin: http://evil.example/localhost:%d",
        "Origin: http://localhost:%d@evil.example",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: none",
        "Accept: */*"
      })
  void pagesElsewhereMayNot(String header) {
    Raw answer = post("{}", header.replace("%d", Integer.toString(server.port())));
    assertEquals(403, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals(403, Raw.ask(server.port(), "DELETE", "/change", header).status());
    assertEquals(0, changes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "text/plain; application/json",
        ""
      })
  void onlyJsonIsRead(String type) {
    Raw answer = Raw.send(
        server.port(),
        "POST /change HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + own() + "\r\n"
            + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
            + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
    assertEquals(415, answer.status());
    assertEquals("application/json", answer.header("Accept"));
    assertEquals(0, changes);
  }

  @Test
  void aBodyAboveAMegabyteIsTooLarge() {
    assertEquals(204, post(" ".repeat(1_000_000), own()).status());
    assertEquals(413, post(" ".repeat(1_000_001), own()).status());
    String chunk = Integer.toHexString(600_000) + "\r\n" + " ".repeat(600_000) + "\r\n";
    Raw chunked = Raw.send(
        server.port(),
        "POST /change HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + own()
            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\n" + chunk + chunk + "0\r\n\r\n");
    assertEquals(413, chunked.status());
    assertEquals(1, changes);
  }

  @Test
  void aTokenReadsAndChangesNothing() {
    Raw answer = post("{}", "Authorization: Bearer x", own());
    assertEquals(403, answer.status());
    assertTrue(answer.text().contains("token"), answer.text());
    assertEquals(200, Raw.get(server.port(), "/read", "Authorization: Bearer x").status());
    assertEquals(0, changes);
  }

  @Test
  void whoLacksTheRoleLearnsNothingOfTheRoute() {
    assertEquals(404, Raw.json(server.port(), "POST", "/staff", "{}").status());
    assertEquals(404, Raw.get(server.port(), "/staff").status());
    assertEquals(404, Raw.ask(server.port(), "OPTIONS", "/staff").status());
    Raw staff = Raw.get(server.port(), "/staff", "Authorization: Session y");
    assertEquals(405, staff.status());
    assertEquals("POST, OPTIONS", staff.header("Allow"));
  }

  @Test
  void aMethodThatIsNotThereIsNamedWithThoseThatAre() {
    Raw answer = Raw.ask(server.port(), "PUT", "/change");
    assertEquals(405, answer.status());
    assertEquals("POST, DELETE, OPTIONS", answer.header("Allow"));
    assertEquals(
        "GET, HEAD, OPTIONS",
        Raw.ask(server.port(), "DELETE", "/read", "Accept: text/html").header("Allow"));
  }

  @ParameterizedTest
  @CsvSource({"TRACE,/read", "PROPFIND,/read", "BEFORE,/read", "AFTER,/nothing", "get,/read"})
  void methodsOfOtherProtocolsAreNotAllowed(String method, String path) {
    assertEquals(405, Raw.ask(server.port(), method, path).status());
  }

  @Test
  void noHeaderMakesAnotherMethodOfTheRequest() {
    Raw answer = Raw.get(server.port(), "/read", "X-HTTP-Method-Override: HEAD");
    assertEquals(400, answer.status());
    assertEquals("private, no-store", answer.header("Cache-Control"));
  }

  @Test
  void pagesElsewhereMayAskToReadAndNotToChange() {
    Raw read = Raw.ask(
        server.port(),
        "OPTIONS",
        "/read",
        "Origin: http://a.example",
        "Access-Control-Request-Method: GET");
    assertEquals(204, read.status());
    assertEquals("*", read.header("Access-Control-Allow-Origin"));
    assertEquals("GET, HEAD", read.header("Access-Control-Allow-Methods"));
    for (String method : List.of("POST", "DELETE")) {
      Raw change = Raw.ask(
          server.port(),
          "OPTIONS",
          "/change",
          "Origin: http://a.example",
          "Access-Control-Request-Method: " + method);
      assertTrue(change.find("Access-Control-Allow-Origin").isEmpty());
      assertTrue(change.find("Access-Control-Allow-Methods").isEmpty());
    }
  }
}
