package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lamplight.study.Lane;

/** Jobs: whose they are, how they end, what bounds them, and what is left of them after a restart. */
class JobsTest extends ProcessTest {

  private static final String MORAN =
      "{\"inputs\":{\"values\":[1,2,5,9],\"neighbors\":[[1],[0,2],[1,3],[2]]},\"response\":\"document\"}";
  private static final String LONG = "{\"inputs\":{\"text\":\"x\",\"pause\":10}}";

  private static String[] later(String... headers) {
    List<String> all = new ArrayList<>(List.of("Prefer", "respond-async, wait=1"));
    all.addAll(List.of(headers));
    return all.toArray(String[]::new);
  }

  private static String begin(ProcessServer at, String process, String body, String... headers) {
    HttpResponse<String> made = at.execute(process, body, later(headers));
    assertEquals(201, made.statusCode(), made.body());
    return made.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void whatIsFoundLaterIsWhatIsFoundAtOnce() {
    String job = begin(server, "moran", MORAN, server.as("analyst"));
    JsonNode status = server.over(job, server.as("analyst"));
    assertEquals("successful", status.path("status").asText(), status.toString());
    assertEquals(100, status.path("progress").asInt());
    assertEquals(
        server.execute("moran", MORAN, server.as("analyst")).body(),
        server.get(job + "/results", server.as("analyst")).body());
  }

  @Test
  void permutationsTellHowFarTheyAre() throws InterruptedException {
    String job = begin(server, "moran", manyPermutations(), server.as("analyst"));
    Set<Integer> seen = new TreeSet<>();
    JsonNode status;
    do {
      Thread.sleep(20);
      status = ProcessServer.parse(server.get(job, server.as("analyst")).body());
      seen.add(status.path("progress").asInt());
    } while (List.of("accepted", "running").contains(status.path("status").asText()));
    assertEquals("successful", status.path("status").asText(), status.toString());
    assertTrue(seen.stream().anyMatch(part -> part > 0 && part < 100), "told: " + seen);
  }

  /** A lattice of 40 x 40 whose values are dealt 99,999 times. */
  private static String manyPermutations() {
    int side = 40;
    List<Object> values = new ArrayList<>();
    List<List<Integer>> neighbors = new ArrayList<>();
    for (int i = 0; i < side * side; i++) {
      values.add((i * 37) % 101);
      List<Integer> near = new ArrayList<>();
      if (i % side > 0) {
        near.add(i - 1);
      }
      if (i % side < side - 1) {
        near.add(i + 1);
      }
      neighbors.add(near);
    }
    return "{\"inputs\":{\"permutations\":99999,\"values\":" + values + ",\"neighbors\":"
        + neighbors + "},\"response\":\"document\"}";
  }

  @Test
  void aJobIsItsOwnersAloneAndListsHoldOnlyOnesOwn() {
    String job = begin(server, "moran", MORAN, server.as("analyst"));
    for (String other : List.of("colleague", "manager", "administrator", "nobody")) {
      assertEquals(404, server.get(job, server.as(other)).statusCode(), other);
      assertEquals(404, server.get(job + "/results", server.as(other)).statusCode(), other);
      assertEquals(404, server.send("DELETE", job, null, server.as(other)).statusCode(), other);
      assertTrue(!server.get("/jobs", server.as(other)).body().contains(id(job)), other);
    }
    assertEquals(200, server.get(job, "X-Caller", "token").statusCode(), "his token is he");
    assertTrue(server
        .get("/jobs?processID=moran&status=successful,running,accepted", server.as("analyst"))
        .body()
        .contains(id(job)));
    assertTrue(!server.get("/jobs?processID=echo", server.as("analyst")).body().contains(id(job)));
    assertTrue(
        !server.get("/jobs?datetime=../2020-01-01", server.as("analyst")).body().contains(id(job)));
    assertEquals(400, server.get("/jobs?colour=red", server.as("analyst")).statusCode());
  }

  private static String id(String job) {
    return job.substring(job.lastIndexOf('/') + 1);
  }

  @Test
  void whoIsNotSignedInRunsEchoAndNothingElse() {
    HttpResponse<String> refused = server.execute("moran", MORAN);
    assertEquals(404, refused.statusCode());
    assertTrue(refused.body().contains("signing in"), refused.body());
    assertEquals(200, server.get("/processes/moran").statusCode());
    String large = "{\"inputs\":{\"text\":\"" + "x".repeat(70_000) + "\"}}";
    assertEquals(413, server.execute("echo", large).statusCode());
  }

  @Test
  void aTokenMayComputeAndACookieOnlyFromOurOwnPage() {
    assertEquals(200, server.execute("moran", MORAN, "X-Caller", "token").statusCode());
    String job = begin(server, "moran", MORAN, "X-Caller", "token");
    assertEquals(200, server.send("DELETE", job, null, "X-Caller", "token").statusCode());
    assertEquals(403, server.execute("moran", MORAN, "X-Caller", "analyst").statusCode());
    assertEquals(
        403,
        server
            .execute("moran", MORAN, "X-Caller", "analyst", "Origin", "http://evil.example")
            .statusCode());
    assertEquals(403, server.execute("echo", LONG, "X-Caller", "analyst").statusCode());
  }

  @Test
  void aStoredLayerIsForItsAnalysts() {
    String layer =
        "{\"inputs\":{\"layer\":{\"collection\":\"incidents\"},\"bandwidth\":500,\"grid\":2000},\"response\":\"document\"}";
    assertEquals(200, server.execute("density", layer, server.as("analyst")).statusCode());
    String none = layer.replace("incidents", "unicorns");
    HttpResponse<String> hidden = server.execute("density", layer, server.as("manager"));
    HttpResponse<String> missing = server.execute("density", none, server.as("analyst"));
    assertEquals(404, hidden.statusCode());
    assertEquals(missing.body(), hidden.body(), "what is hidden answers like what is not there");
    assertEquals(200, server.execute("moran", MORAN, server.as("manager")).statusCode());
  }

  @Test
  void aJobThatIsDismissedEndsAndForgets() {
    String job = begin(server, "echo", LONG);
    HttpResponse<String> ended = server.send("DELETE", job, null);
    assertEquals(200, ended.statusCode());
    assertEquals("dismissed", ProcessServer.parse(ended.body()).path("status").asText());
    assertEquals("dismissed", server.over(job).path("status").asText());
    assertEquals(404, server.get(job + "/results").statusCode());
  }

  @Test
  void aRunThatIsRefusedFailsItsJobWithTheSameSentence() {
    String same = "{\"inputs\":{\"values\":[3,3,3,3],\"neighbors\":[[1],[0],[3],[2]]}}";
    HttpResponse<String> now = server.execute("moran", same, server.as("analyst"));
    assertEquals(400, now.statusCode());
    assertEquals(
        "application/problem+json", now.headers().firstValue("Content-Type").orElse(""));
    String job = begin(server, "moran", same, server.as("analyst"));
    JsonNode status = server.over(job, server.as("analyst"));
    assertEquals("failed", status.path("status").asText());
    HttpResponse<String> results = server.get(job + "/results", server.as("analyst"));
    assertEquals(400, results.statusCode());
    String sentence = ProcessServer.parse(now.body()).path("detail").asText();
    assertEquals(sentence, status.path("message").asText());
    assertEquals(sentence, ProcessServer.parse(results.body()).path("detail").asText());
  }

  @Test
  void workThatTakesTooLongIsEndedAndMoreThanIsMeantTurnedAway() {
    Lane shortLane = new Lane("open", 1, 1, 2, Duration.ofMillis(300), Duration.ofMillis(700));
    try (ProcessServer small = new ProcessServer(server, List.of(shortLane, Lane.ANALYSES))) {
      HttpResponse<String> slow = small.execute("echo", LONG);
      assertEquals(504, slow.statusCode());
      assertTrue(slow.body().contains("respond-async"), slow.body());
      String first = begin(small, "echo", LONG);
      begin(small, "echo", LONG);
      assertEquals(503, small.execute("echo", LONG, later()).statusCode());
      JsonNode status = small.over(first);
      assertEquals("failed", status.path("status").asText());
      assertEquals(504, small.get(first + "/results").statusCode());
    }
  }

  @Test
  void resultsOutliveTheServerAndWhatItBrokeOffSaysSo() {
    String done;
    String broken;
    try (ProcessServer first = new ProcessServer(server, List.of(Lane.OPEN, Lane.ANALYSES))) {
      done = begin(first, "moran", MORAN, first.as("analyst"));
      first.over(done, first.as("analyst"));
      broken = begin(first, "echo", LONG);
    }
    server
        .database
        .jdbi()
        .useHandle(handle -> handle.execute(
            "update job set status = 'running', message = null, fault = null, finished_at = null, updated_at = now() - interval '1 minute' where id = ?",
            id(broken)));
    try (ProcessServer second = new ProcessServer(server, List.of(Lane.OPEN, Lane.ANALYSES))) {
      HttpResponse<String> found =
          second.get("/jobs/" + id(done) + "/results", second.as("analyst"));
      assertEquals(200, found.statusCode());
      assertEquals(server.execute("moran", MORAN, server.as("analyst")).body(), found.body());
      JsonNode status = ProcessServer.parse(second.get("/jobs/" + id(broken)).body());
      assertEquals("failed", status.path("status").asText());
      assertTrue(status.path("message").asText().contains("run it again"), status.toString());
    }
  }

  @Test
  void aSecondServerLeavesTheJobsOfTheFirstAlone() {
    String job = begin(server, "echo", LONG);
    try (ProcessServer second = new ProcessServer(server, List.of(Lane.OPEN, Lane.ANALYSES))) {
      String status = ProcessServer.parse(second.get("/jobs/" + id(job)).body())
          .path("status")
          .asText();
      assertTrue(List.of("accepted", "running").contains(status), status);
    } finally {
      server.send("DELETE", job, null);
    }
  }

  @Test
  void aJobThatIsAliveSaysSo() throws InterruptedException {
    String job = begin(server, "echo", LONG);
    change(job, "updated_at = now() - interval '20 seconds'");
    assertTrue(until(80, () -> silence(job) < 15), "no sign of life");
    server.send("DELETE", job, null);
  }

  @Test
  void aJobThatIsDismissedElsewhereEndsHere() throws InterruptedException {
    assertTrue(until(150, () -> echoes() == 0), "another one goes on");
    String job = begin(server, "echo", LONG);
    assertTrue(until(50, () -> echoes() == 1), "it does not begin");
    change(job, "status = 'dismissed', finished_at = now()");
    // By itself it would go on for ten seconds.
    assertTrue(until(80, () -> echoes() == 0), "it goes on");
  }

  private static void change(String job, String what) {
    server
        .database
        .jdbi()
        .useHandle(handle -> handle.execute("update job set " + what + " where id = ?", id(job)));
  }

  private static double silence(String job) {
    return server
        .database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(
                "select extract(epoch from clock_timestamp() - updated_at)::float8 from job where id = :id")
            .bind("id", id(job))
            .mapTo(Double.class)
            .one());
  }

  /** Threads in which an echo waits. */
  private static long echoes() {
    return Thread.getAllStackTraces().values().stream()
        .filter(stack -> java.util.Arrays.stream(stack)
            .anyMatch(frame -> frame.getClassName().endsWith("Echo$Asked")))
        .count();
  }

  private static boolean until(int tenths, java.util.function.BooleanSupplier there)
      throws InterruptedException {
    for (int tries = 0; tries < tenths && !there.getAsBoolean(); tries++) {
      Thread.sleep(100);
    }
    return there.getAsBoolean();
  }
}
