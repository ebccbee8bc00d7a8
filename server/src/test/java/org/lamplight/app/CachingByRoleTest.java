package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Account;
import org.lamplight.http.Caller;
import org.lamplight.http.Callers;
import org.lamplight.http.Raw;
import org.lamplight.http.ReadyAnswer;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;

/** What every answer says to caches and to pages of other sites, by who asked; the routes are those of the running server. */
class CachingByRoleTest {

  private static final String NOBODY = "Accept: */*";
  private static OwnServer server;

  @BeforeAll
  static void start() throws Exception {
    server = OwnServer.start(Map.of(), 1_000);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyAnswerSaysForWhomItIs() {
    List<String> wrong = new ArrayList<>();
    for (RouteMatrix.Row row : RouteMatrix.rows(server.routes())) {
      if (row.method().equals("GET")) {
        for (String proof : proofs()) {
          wrong.addAll(judge(server.port(), row.sample(), proof));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> proofs() {
    List<String> proofs = new ArrayList<>();
    for (String name : List.of("analyst", "manager", "administrator", "elsewhere")) {
      proofs.add("Cookie: " + server.accounts.cookie(name));
    }
    proofs.add("Authorization: Bearer " + server.accounts.token("analyst"));
    return proofs;
  }

  @Test
  void anAnswerByRoleThatSaysItIsForEverybodyIsSeen() {
    Account account =
        new Account(1, "ana", Account.Proof.SESSION, Map.of("*", Set.of(Role.ANALYST)), Set.of());
    Callers callers =
        ctx -> ctx.header("Cookie") == null ? Caller.ANYBODY : new Caller(account, null);
    Route careless = Route.get("/careless", Role.PUBLIC, ctx -> {
      String text = Caller.of(ctx).isAnybody() ? "areas" : "incidents";
      ReadyAnswer.of("text/plain", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
          .send(ctx, "public, max-age=60");
    });
    try (Server back =
        Server.start(ServerSettings.local(callers, e -> Optional.empty()), List.of(careless))) {
      assertTrue(!judge(back.port(), "/careless", "Cookie: a=b").isEmpty());
    }
  }

  @Test
  void whoShowsACookieOrATokenOfNoWorthGetsTheAnswerOfAnybodyAndNoWordToOtherSites() {
    String path = "/cities/los-angeles/collections";
    for (String proof : List.of("Cookie: a=b", "Authorization: Bearer none")) {
      Raw answer = Raw.get(server.port(), path, proof);
      assertEquals(Raw.get(server.port(), path, NOBODY).text(), answer.text());
      assertTrue(answer.find("Access-Control-Allow-Origin").isEmpty(), proof);
    }
  }

  /** What is wrong with the answers of a path to somebody who is signed in, beside the one to anybody. */
  private static List<String> judge(int port, String path, String proof) {
    Raw open = Raw.get(port, path, NOBODY);
    Raw staff = Raw.get(port, path, proof);
    List<String> wrong = new ArrayList<>();
    boolean shared = staff.header("Cache-Control").startsWith("public");
    check(wrong, open.header("Access-Control-Allow-Origin").equals("*"), "others may not read");
    check(wrong, open.header("Cross-Origin-Resource-Policy").equals("cross-origin"), "not shared");
    check(wrong, staff.all("Vary").size() == 1, "Vary on several lines");
    if (shared) {
      check(wrong, open.text().equals(staff.text()), "public, and another than anybody's");
    } else {
      String vary = staff.header("Vary");
      check(wrong, vary.contains("Cookie") && vary.contains("Authorization"), "Vary: " + vary);
      check(wrong, open.header("Vary").contains("Cookie"), "Vary: " + open.header("Vary"));
      check(wrong, staff.header("Cache-Control").matches("private, no-(store|cache)"), "kept");
      check(wrong, staff.find("Access-Control-Allow-Origin").isEmpty(), "others may read");
      check(
          wrong, staff.header("Cross-Origin-Resource-Policy").equals("same-origin"), "embeddable");
    }
    return wrong.stream().map(words -> path + " with " + proof + ": " + words).toList();
  }

  private static void check(List<String> wrong, boolean good, String words) {
    if (!good) {
      wrong.add(words);
    }
  }
}
