package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.access.TestAccounts;
import org.lamplight.http.Role;

/** What the audit trail says of imports, and of those who look at incidents. */
class ViewsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ITEMS = "/cities/los-angeles/collections/incidents/items";
  private static OwnServer server;
  private static String administrator = "";

  @BeforeAll
  static void start() throws Exception {
    server = OwnServer.start(Map.of(), 300);
    administrator = server.accounts.cookie("administrator");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> ask(String path, String... headers) throws Exception {
    URI uri = URI.create("http://localhost:" + server.port() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).headers(headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The details of the entries of an actor, the earliest first. */
  private static List<JsonNode> entries(String query) throws Exception {
    JsonNode all =
        JSON.readTree(ask("/cities/los-angeles/audit?limit=1000&" + query, "Cookie", administrator)
            .body());
    List<JsonNode> details = new ArrayList<>();
    all.path("entries").forEach(entry -> details.add(0, entry.path("details")));
    return details;
  }

  private static TestAccounts analyst(String name) {
    return server.accounts.with(name, "los-angeles", Role.ANALYST);
  }

  @Test
  void manyPansOfOneFilterAreOneEntryAndAnotherFilterIsAnother() throws Exception {
    String cookie = analyst("panner").cookie("panner");
    for (int i = 0; i < 20; i++) {
      String box = "&bbox=-118.5,33.9,-118." + (100 + i) + ",34.1";
      assertEquals(
          200,
          ask("/cities/los-angeles/explore?group=theft&zoom=12" + box, "Cookie", cookie)
              .statusCode());
      assertEquals(
          200,
          ask(ITEMS + "?limit=" + (i + 1) + "&group=theft" + box, "Cookie", cookie)
              .statusCode());
    }
    assertEquals(200, ask(ITEMS + "?group=burglary&f=html", "Cookie", cookie).statusCode());
    List<JsonNode> seen = entries("actor=panner&action=incidents.read");
    assertEquals(3, seen.size(), seen.toString());
    assertEquals("explore", seen.get(0).path("collection").asText());
    assertEquals("?group=theft", seen.get(0).path("filter").asText());
    assertEquals("bbox -118.5,33.9,-118.100,34.1", seen.get(0).path("area").asText());
    assertEquals("explore", seen.get(0).path("purpose").asText());
    assertEquals("?group=burglary", seen.get(2).path("filter").asText());
    assertEquals("all", seen.get(2).path("area").asText());
  }

  @Test
  void aTokensPurposeIsRepeated() throws Exception {
    String token = analyst("script").token("script");
    assertEquals(
        200, ask(ITEMS + "?limit=1", "Authorization", "Bearer " + token).statusCode());
    assertEquals(
        "a test",
        entries("actor=script&action=incidents.read").get(0).path("purpose").asText());
  }

  @Test
  void aSingleIncidentIsAnEntryThatNamesIt() throws Exception {
    String cookie = analyst("clicker").cookie("clicker");
    JsonNode page =
        JSON.readTree(ask(ITEMS + "?limit=1&f=json", "Cookie", cookie).body());
    String id = page.at("/features/0/id").asText();
    for (int i = 0; i < 3; i++) {
      assertEquals(200, ask(ITEMS + "/" + id, "Cookie", cookie).statusCode());
    }
    assertEquals(404, ask(ITEMS + "/999999999", "Cookie", cookie).statusCode());
    List<JsonNode> seen = entries("actor=clicker&action=incidents.read");
    assertEquals(2, seen.size(), seen.toString());
    assertEquals("?id=" + id, seen.get(1).path("filter").asText());
  }

  @Test
  void aManagersLookAtIncidentsIsARefusal() throws Exception {
    String cookie = server.accounts.with("curious", "los-angeles", Role.MANAGER).cookie("curious");
    for (int i = 0; i < 3; i++) {
      assertEquals(404, ask(ITEMS, "Cookie", cookie).statusCode());
      assertEquals(404, ask("/cities/los-angeles/explore", "Cookie", cookie).statusCode());
    }
    List<JsonNode> refused = entries("actor=curious&outcome=refused");
    assertEquals(2, refused.size(), refused.toString());
    assertEquals("collection incidents", refused.get(0).path("what").asText());
    assertEquals("GET /cities/{city}/explore", refused.get(1).path("what").asText());
  }

  @Test
  void importsOfTheDemoAreInTheTrail() throws Exception {
    List<JsonNode> loads = entries("action=import.load");
    JsonNode incidents = loads.stream()
        .filter(load -> load.path("kind").asText().equals("incidents"))
        .findFirst()
        .orElseThrow();
    assertTrue(incidents.path("sha256").asText().matches("[0-9a-f]{64}"), incidents.toString());
    assertEquals(
        incidents.path("read").asInt(),
        incidents.path("accepted").asInt()
            + incidents.path("flagged").asInt()
            + incidents.path("rejected").asInt());
  }

  @Test
  void incidentsThatCannotBeWrittenDownAreNotShown() throws Exception {
    try (OwnServer other = OwnServer.start(Map.of(), 50)) {
      String cookie = other.accounts.cookie("analyst");
      String explore = "http://localhost:" + other.port() + "/cities/los-angeles/explore";
      assertEquals(200, status(explore, cookie));
      other.execute(
          "revoke execute on function append_audit(text, text, text, text, text, jsonb) from lamplight_auth");
      assertEquals(200, status(explore, cookie), "written down already");
      assertEquals(500, status(explore + "?group=theft", cookie));
      assertEquals(500, status(explore.replace("explore", "collections/incidents/items"), cookie));
    }
  }

  private static int status(String uri, String cookie) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri)).header("Cookie", cookie).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
