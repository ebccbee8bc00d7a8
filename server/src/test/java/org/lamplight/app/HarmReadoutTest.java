package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Whom a map points at, by harm: the weights beside the city's profile reach the counts of stored incidents. */
class HarmReadoutTest {

  private static JsonNode readout(String filter) throws IOException, InterruptedException {
    return run("equity-readout", filter, ",\"areas\":\"neighborhoods\"");
  }

  private static JsonNode run(String process, String filter, String more)
      throws IOException, InterruptedException {
    String body = "{\"inputs\":{\"layer\":{\"collection\":\"incidents\",\"filter\":{" + filter + "}"
        + more + "}},\"response\":\"document\"}";
    HttpRequest request = HttpRequest.newBuilder(URI.create(
            TestServer.baseUrl() + "/cities/los-angeles/processes/" + process + "/execution"))
        .header("Authorization", "Bearer " + TestServer.accounts().token("analyst"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    // Right after its start the server still reads the incidents.
    for (int again = 0; answer.statusCode() == 503 && again < 300; again++) {
      Thread.sleep(100);
      answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    }
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void harmOfOneOffenceIsItsCountTimesItsWeight() throws Exception {
    JsonNode found = readout("\"offence\":\"robbery\"");
    assertEquals(5, found.path("byHarm").size(), found.path("run").toString());
    for (int fifth = 0; fifth < 5; fifth++) {
      double rate = found.path("byRate").get(fifth).path("high").asDouble();
      // 1,095 days: the middle term of Penal Code 211.
      assertEquals(
          1_095 * rate,
          found.path("byHarm").get(fifth).path("high").asDouble(),
          1e-6 + 1e-9 * rate);
    }
    assertTrue(found.path("run").toString().contains("nobody has signed off"));
  }

  @Test
  void offencesWithoutAWeightAreNamed() throws Exception {
    JsonNode found = readout("\"offence\":\"robbery,vandalism\"");
    assertTrue(found.path("run").toString().contains("left out are vandalism"), found.toString());
    assertEquals(0, readout("\"offence\":\"vandalism\"").path("byHarm").size());
  }

  @Test
  void theSumOfHarmIsThatOfTheCitysTable() throws Exception {
    JsonNode found = run("harm", "\"offence\":\"robbery,vandalism\"", "");
    double robberies = found.path("events").asDouble();
    assertTrue(robberies > 0);
    assertEquals(1_095 * robberies, found.path("days").asDouble(), 1e-6);
    assertEquals(1_095 * Math.sqrt(robberies), found.path("se").asDouble(), 1e-6);
    assertEquals("robbery", found.at("/largest/0/offence").asText());
    assertEquals(1, found.at("/largest/0/share").asDouble());
    assertEquals("[\"vandalism\"]", found.path("leftOut").toString());
    assertTrue(found.path("run").toString().contains("signed off"));
  }
}
