package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.app.bench.LamplightProcess;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.TestDatabase;

/** Accounts, tokens and the trail at the command line, beside a server that was started for the first time. */
class AccountCommandsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String PASSWORD = "a lamp at every corner";
  private final DatabaseAddress database = TestDatabase.create();

  @TempDir
  Path home = Path.of(".");

  private record Result(int exit, String output) {}

  private Map<String, String> settings() {
    String place = database.jdbcUrl().substring("jdbc:postgresql://".length());
    return Map.of(
        "DATABASE_URL",
        "postgres://" + database.user() + ":" + database.password() + "@" + place,
        "LAMPLIGHT_HOME",
        home.toString(),
        "PUBLIC_URL",
        "",
        "HOST",
        "127.0.0.1");
  }

  private Result run(String input, String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "org.lamplight.app.Main"));
    words.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(settings());
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
    return new Result(process.exitValue(), output);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String url, String json) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  @Test
  void theFirstStartPrintsALinkAndCommandsKeepAccountsTokensAndTheTrail() throws Exception {
    try (LamplightProcess server =
        LamplightProcess.start(settings(), List.of(), "serve", "--port", "0")) {
      String address = server.address();
      String link = server
          .output()
          .lines()
          .filter(line -> line.startsWith(address + "/set-password#"))
          .findFirst()
          .orElseThrow();
      String secret = link.substring(link.indexOf('#') + 1);
      String set = "{\"link\": \"" + secret + "\", \"password\": \"" + PASSWORD + "\"}";
      assertEquals(204, post(address + "/password", set).statusCode());
      String in = "{\"name\": \"administrator\", \"password\": \"" + PASSWORD + "\"}";
      assertEquals(200, post(address + "/session", in).statusCode());

      Result add = run(
          PASSWORD + "\n",
          "user",
          "add",
          "Ana",
          "--role",
          "analyst",
          "--city",
          "los-angeles",
          "--password-stdin");
      assertEquals(0, add.exit(), add.output());
      assertEquals(
          200, post(address + "/session", in.replace("administrator", "ana")).statusCode());
      Result invited = run("", "user", "add", "bo", "--role", "manager", "--city", "*");
      assertTrue(invited.output().contains(address + "/set-password#"), invited.output());
      tokens(address);
      Result list = run("", "user", "list");
      assertTrue(list.output().contains("ana  los-angeles:analyst"), list.output());
      assertTrue(list.output().contains("bo  *:manager  (no password yet)"), list.output());
    }
    wrongUse();
    trail();
  }

  private void tokens(String address) throws Exception {
    Result made = run(
        "", "token", "create", "ana", "--scope", "read", "--days", "7", "--purpose", "weekly map");
    assertEquals(0, made.exit(), made.output());
    String token = made.output().strip();
    HttpRequest.Builder account = HttpRequest.newBuilder(URI.create(address + "/account"))
        .header("Authorization", "Bearer " + token);
    assertEquals(200, send(account).statusCode());
    Result list = run("", "token", "list", "ana");
    assertTrue(list.output().contains(token.substring(0, 11) + "...  weekly map"), list.output());
    assertFalse(list.output().contains(token), "a token is shown twice");
    String number = list.output().strip().replaceFirst("\\s.*", "");
    assertEquals(0, run("", "token", "revoke", number).exit());
    Thread.sleep(5_000);
    assertEquals(404, send(account).statusCode(), "revoked elsewhere");
    assertEquals(0, run("", "user", "disable", "ana").exit());
  }

  private void wrongUse() throws Exception {
    for (String[] command : new String[][] {
      {"user", "add", "x", "--role", "analyst", "--city", "los-angeles"},
      {"user", "add", "new", "--role", "king", "--city", "los-angeles"},
      {"user", "add", "new", "--role", "analyst", "--city", "nowhere"},
      {"user", "disable", "nobody"},
      {"token", "create", "ana", "--scope", "write", "--days", "7"},
      {"token", "revoke", "12345"},
      {"user"}
    }) {
      Result result = run("", command);
      assertEquals(Main.WRONG_USE, result.exit(), String.join(" ", command) + result.output());
    }
  }

  private void trail() throws Exception {
    Result list = run("", "audit", "list", "--limit", "500");
    assertTrue(list.output().contains("account.disable  done"), list.output());
    Result whole = run("", "audit", "verify");
    assertEquals(0, whole.exit(), whole.output());
    assertTrue(
        whole
            .output()
            .matches("(?s)the audit trail is whole: \\d+ entries, the last [0-9a-f]{64}\\s*"),
        whole.output());
    try (Database owner = Database.open(database, "owner", 1, 5)) {
      owner.jdbi().useTransaction(handle -> {
        handle.execute("set local session_replication_role = replica");
        handle.execute("update audit_entry set actor = 'somebody' where id = 2");
      });
    }
    Result broken = run("", "audit", "verify");
    assertEquals(AuditCommand.BROKEN, broken.exit(), broken.output());
    assertTrue(broken.output().contains("entry 2 was changed"), broken.output());
  }
}
