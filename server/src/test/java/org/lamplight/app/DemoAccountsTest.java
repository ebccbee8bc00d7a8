package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.db.TestDatabase;

class DemoAccountsTest {

  @Test
  void theFirstStartMakesOneForEachRoleAndLaterOnesKeepThem(@TempDir Path home) throws Exception {
    Map<String, String> settings = Map.of("LAMPLIGHT_HOME", home.toString());
    try (Installation installation =
        Installation.open(TestServer.settings(TestDatabase.create(), settings))) {
      String first = made(installation);
      Path file = home.resolve("demo-accounts.txt");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      List<String> kept = Files.readAllLines(file);
      assertEquals(3, kept.size());
      kept.forEach(line -> assertTrue(first.contains(line), first));
      try (Lamplight server = Lamplight.start(installation)) {
        for (String line : kept) {
          String[] words = line.split("\\s+", -1);
          HttpResponse<String> in = signIn(server.port(), words[0], words[1]);
          assertEquals(200, in.statusCode(), in.body());
          assertTrue(in.body().contains("\"*\":[\"" + words[0] + "\"]"), in.body());
          assertTrue(in.body().contains("\"sensitive\":[]"), in.body());
        }
      }
      String second = made(installation);
      kept.forEach(line -> assertFalse(second.contains(line), second));
      assertTrue(second.contains(file.toString()), second);
      assertEquals(kept, Files.readAllLines(file));
    }
  }

  private static String made(Installation installation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DemoAccounts.make(installation, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> signIn(int port, String name, String password)
      throws Exception {
    String body = "{\"name\": \"" + name + "\", \"password\": \"" + password + "\"}";
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://localhost:" + port + "/session"))
        .header("Content-Type", "application/json")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
