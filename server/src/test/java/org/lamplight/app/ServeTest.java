package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.app.bench.LamplightProcess;
import org.lamplight.db.ClusterControl;
import org.lamplight.db.PrivatePostgis;

/** The server as a process: its home, its database, its signals. */
class ServeTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SIGTERM = 143;
  private Path home = Path.of(".");

  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createTempDirectory(Path.of("/var/tmp"), "lamplight home with spaces ");
  }

  @AfterEach
  void removeHome() throws IOException {
    Path folder = PrivatePostgis.folder(home);
    if (PrivatePostgis.exists(folder)) {
      PrivatePostgis.remove(folder);
    }
    try (var files = Files.walk(home)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .forEach(file -> file.toFile().delete());
    }
  }

  @Test
  void theHomeHasOneServerWhoseDatabaseOutlivesKillsAndEndsWithIt() throws Exception {
    LamplightProcess first = serve();
    String address = first.address();
    assertEquals(200, ready(address));
    ClusterControl cluster = new ClusterControl(PrivatePostgis.folder(home));
    long database = cluster.pid();

    LamplightProcess second = serve();
    assertEquals(Main.WRONG_USE, second.await(PATIENCE));
    assertTrue(
        second.output().contains("process " + first.pid() + " at " + address), second.output());

    first.kill();
    first.await(PATIENCE);
    assertTrue(cluster.running(), "the database ended with a killed server");
    LamplightProcess third = serve();
    assertEquals(200, ready(third.address()));
    assertEquals(database, cluster.pid(), "the database was not taken over");

    long began = System.nanoTime();
    third.terminate();
    assertEquals(SIGTERM, third.await(PATIENCE));
    assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 15);
    assertFalse(cluster.running(), "the database outlived its last user");
  }

  @Test
  void aRestartedDatabaseIsFoundAgainAndFailuresMeanwhileSayTryLater() throws Exception {
    try (LamplightProcess server = serve()) {
      URI cities = URI.create(server.address() + "/cities/los-angeles/collections/sites/items");
      assertEquals(200, ask(cities).statusCode());
      Thread restart = new Thread(() -> new ClusterControl(PrivatePostgis.folder(home)).restart());
      restart.start();
      long readyAt = 0;
      long goodAt = 0;
      while (goodAt == 0) {
        long began = System.nanoTime();
        HttpResponse<String> answer = ask(cities);
        long now = System.nanoTime();
        assertTrue(now - began < 10_000_000_000L, "a request hung");
        if (answer.statusCode() != 200) {
          assertTrue(List.of(503, 504).contains(answer.statusCode()), answer.body());
          assertEquals(
              "application/problem+json",
              answer.headers().firstValue("Content-Type").orElse(""));
        }
        if (readyAt == 0 && !restart.isAlive()) {
          readyAt = now;
        }
        if (readyAt > 0 && answer.statusCode() == 200) {
          goodAt = now;
        }
      }
      assertTrue(goodAt - readyAt < 5_000_000_000L, "it took too long to find the database again");
    }
  }

  @Test
  void aServerBesideAnImportKeepsItsDatabase() throws Exception {
    try (LamplightProcess server = serve()) {
      server.address();
      LamplightProcess other = LamplightProcess.start(settings(Map.of()), List.of(), "status");
      assertEquals(0, other.await(PATIENCE), other.output());
      assertTrue(other.output().contains("los-angeles: 0 incidents"), other.output());
      assertEquals(200, ready(server.address()));
    }
  }

  @Test
  void stopAndResetEndTheServerAndItsData() throws Exception {
    LamplightProcess server = serve();
    server.address();
    LamplightProcess refused = run("reset", "--yes");
    assertEquals(Main.WRONG_USE, refused.await(PATIENCE));
    assertTrue(refused.output().contains("./lamplight stop"), refused.output());
    LamplightProcess stop = run("stop");
    assertEquals(0, stop.await(PATIENCE), stop.output());
    server.await(PATIENCE);
    assertEquals(0, run("reset", "--yes").await(PATIENCE));
    assertFalse(PrivatePostgis.exists(PrivatePostgis.folder(home)));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, eighty",
    "HOST, no.such.host.invalid",
    "BASEMAP_URL, nowhere",
    "DATABASE_URL, mysql://me:hush@db/x",
    "DATABASE_URL, postgres://me:hush@127.0.0.1:1/x",
    "LAMPLIGHT_CITIES, /no/such/folder"
  })
  void aBadSettingStopsTheStartAtOnceWithoutItsSecret(String name, String value) {
    long began = System.nanoTime();
    LamplightProcess server =
        LamplightProcess.start(settings(Map.of(name, value)), List.of(), "serve", "--port", "0");
    assertTrue(server.await(PATIENCE) > 0);
    assertTrue(server.output().contains(name + ": "), server.output());
    assertFalse(server.output().contains("hush"), server.output());
    assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 20, "too slow");
  }

  private LamplightProcess serve() {
    return LamplightProcess.start(settings(Map.of()), List.of(), "serve", "--port", "0");
  }

  private LamplightProcess run(String... command) {
    return LamplightProcess.start(settings(Map.of()), List.of(), command);
  }

  private Map<String, String> settings(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(Map.of(
        "LAMPLIGHT_HOME", home.toString(),
        "DATABASE_URL", "",
        "HOST", "127.0.0.1",
        "PUBLIC_URL", ""));
    all.putAll(others);
    return all;
  }

  /** Ready within a few beats of the database's pulse. */
  private static int ready(String address) throws Exception {
    URI uri = URI.create(address + "/health/ready");
    for (int i = 0; i < 50 && ask(uri).statusCode() != 200; i++) {
      Thread.sleep(100);
    }
    return ask(uri).statusCode();
  }

  private static HttpResponse<String> ask(URI uri) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
