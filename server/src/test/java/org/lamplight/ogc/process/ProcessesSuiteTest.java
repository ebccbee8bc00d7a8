package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the OGC's executable suite for Processes 1.0 asks, by somebody who is not signed in. */
class ProcessesSuiteTest extends ProcessTest {

  private static final String JSON = "application/json";
  private static final String TYPES =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  /** As the suite fills the inputs: strings and objects. */
  private static final String ALL = """
      {"inputs":{"text":"teststring","mixed":{"value":"teststring"}},
       "outputs":{"text":{"transmissionMode":"value"},"numbers":{"transmissionMode":"value"},
                  "box":{"transmissionMode":"value"},"mixed":{"transmissionMode":"value"},
                  "document":{"transmissionMode":"value"}}""";

  private static final String ONE = """
      {"inputs":{"text":"teststring"%s},"outputs":{"text":{"transmissionMode":"value"}},"response":"%s"}""";

  private static HttpResponse<String> post(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Accept";
    all[1] = JSON;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return server.execute("echo", body, all);
  }

  @Test
  void theListHasLinksAndHoldsItsLimit() {
    JsonNode one =
        ProcessServer.parse(server.get("/processes?limit=1", "Accept", JSON).body());
    assertEquals(1, one.path("processes").size());
    assertTrue(one.path("links").isArray());
    JsonNode all = ProcessServer.parse(server.get("/processes", "Accept", JSON).body());
    for (JsonNode process : all.path("processes")) {
      assertTrue(process.path("id").isTextual() && process.path("version").isTextual());
    }
  }

  @Test
  void echoIsDescribedWithEveryKindOfInputThatTheSuiteTries() {
    JsonNode echo =
        ProcessServer.parse(server.get("/processes/echo", "Accept", JSON).body());
    assertEquals("text", echo.path("inputs").fieldNames().next(), "the first input is the string");
    assertEquals("string", echo.at("/inputs/text/schema/type").asText());
    assertEquals("array", echo.at("/inputs/numbers/schema/type").asText());
    assertEquals("ogc-bbox", echo.at("/inputs/box/schema/allOf/0/format").asText());
    assertEquals("string", echo.at("/inputs/mixed/schema/oneOf/0/type").asText());
    assertTrue(echo.at("/inputs/document/schema").has("contentMediaType"));
    assertEquals("integer", echo.at("/inputs/pause/schema/type").asText());
    assertTrue(echo.path("outputs").size() >= 2);
    echo.path("outputs")
        .fieldNames()
        .forEachRemaining(id -> assertTrue(echo.path("inputs").has(id)));
    assertTrue(echo.path("jobControlOptions").toString().contains("sync-execute"));
    assertTrue(echo.path("jobControlOptions").toString().contains("async-execute"));
  }

  @Test
  void severalRawOutputsComeAsPartsThatBeginAtTheFirstByte() {
    HttpResponse<String> answer = post(ALL + "}");
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("multipart/related"));
    assertTrue(answer.body().startsWith("--"), answer.body());
    assertTrue(
        answer.body().contains("Content-Type: text/plain; charset=utf-8\r\n"), answer.body());
    assertTrue(answer.body().contains("\r\n\r\nteststring\r\n--"), answer.body());
  }

  @Test
  void aDocumentIsOneObjectWithTheOutputsByTheirIds() {
    HttpResponse<String> answer = post(ALL + ",\"response\":\"document\"}");
    assertEquals(JSON, answer.headers().firstValue("Content-Type").orElse(""));
    JsonNode document = ProcessServer.parse(answer.body());
    assertEquals("teststring", document.path("text").asText());
    assertEquals("teststring", document.path("mixed").asText());
  }

  @Test
  void oneRawOutputIsItsValue() {
    assertEquals("teststring", post(ONE.formatted("", "raw")).body());
    String numbers = "{\"inputs\":{\"numbers\":[1,2,3]},\"outputs\":{\"numbers\":{}}}";
    assertEquals("[1,2,3]", post(numbers).body());
    String box = """
        {"inputs":{"box":{"bbox":[51.9,7,52,7.1],"crs":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}},"outputs":{}}""";
    assertEquals(7, ProcessServer.parse(post(box).body()).at("/bbox/1").asInt());
  }

  @Test
  void wrongInputIsRefusedAsPlainJsonToClientsThatKnowNoOther() {
    String wrong =
        "{\"inputs\":{\"text\":\"teststring\",\"document\":{\"type\":\"wrong/type_1\"}}}";
    HttpResponse<String> answer = post(wrong);
    assertEquals(400, answer.statusCode());
    assertEquals(JSON, answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(ProcessServer.parse(answer.body()).path("type").isTextual());
    HttpResponse<String> plain = server.execute("echo", wrong);
    assertEquals(
        "application/problem+json", plain.headers().firstValue("Content-Type").orElse(""));
    assertEquals(400, post("{\"invalid-execute-request\":\"true)\"}").statusCode());
  }

  @Test
  void aJobIsMadeWhereTheAnswerMayComeLater() {
    HttpResponse<String> made = post(ALL + "}", "Prefer", "respond-async ");
    assertEquals(201, made.statusCode(), made.body());
    String job = made.headers().firstValue("Location").orElseThrow();
    requireStatus(ProcessServer.parse(made.body()));
    JsonNode status = server.over(job);
    requireStatus(status);
    assertEquals("successful", status.path("status").asText());
    String results = "";
    Set<String> rels = new java.util.HashSet<>();
    for (JsonNode link : status.path("links")) {
      rels.add(link.path("rel").asText());
      if (link.path("rel").asText().equals("http://www.opengis.net/def/rel/ogc/1.0/results")) {
        results = link.path("href").asText();
      }
    }
    assertTrue(rels.contains("monitor"), rels.toString());
    HttpResponse<String> found = server.get(results);
    assertEquals(200, found.statusCode());
    assertTrue(found.body().contains("teststring"));
    assertEquals(post(ALL + "}").body(), found.body(), "later or at once, the same bytes");
    JsonNode list = ProcessServer.parse(server.get("/jobs", "Accept", JSON).body());
    assertFalse(list.path("jobs").isEmpty());
    assertTrue(list.path("links").isArray());
    list.path("jobs").forEach(ProcessesSuiteTest::requireStatus);
  }

  private static void requireStatus(JsonNode status) {
    assertTrue(status.path("jobID").isTextual(), status.toString());
    assertEquals("process", status.path("type").asText());
    assertTrue(Set.of("accepted", "running", "successful", "failed", "dismissed")
        .contains(status.path("status").asText()));
  }

  @Test
  void whatIsNotReadyOrNotThereHasItsOwnType() {
    HttpResponse<String> made =
        post(ONE.formatted(",\"pause\":5", "raw"), "Prefer", "respond-async");
    String job = made.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> early = server.get(job + "/results", "Accept", JSON);
    assertEquals(404, early.statusCode());
    assertEquals(TYPES + "result-not-ready", type(early));
    assertEquals(200, server.send("DELETE", job, null).statusCode());
    for (String path : new String[] {"/jobs/invalid-job-1", "/jobs/invalid-job-1/results"}) {
      HttpResponse<String> none = server.get(path, "Accept", JSON);
      assertEquals(404, none.statusCode());
      assertEquals(TYPES + "no-such-job", type(none));
    }
    HttpResponse<String> process = server.get("/processes/none", "Accept", JSON);
    assertEquals(404, process.statusCode());
    assertEquals(TYPES + "no-such-process", type(process));
  }

  private static String type(HttpResponse<String> answer) {
    return ProcessServer.parse(answer.body()).path("type").asText();
  }
}
