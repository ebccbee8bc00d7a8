package org.lamplight.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that travel with the profiles of the cities. */
class HarmTablesTest {

  private static final Path CITIES =
      Path.of(System.getProperty("project.root", ".")).resolve("fixtures/cities");

  @ParameterizedTest
  @ValueSource(strings = {"los-angeles", "atlanta"})
  void everyWeightIsOfAnOffenceThatTheCityHasAndThatPeopleReport(String city) throws IOException {
    Map<String, String> origins = new TreeMap<>();
    JsonNode profile = new ObjectMapper()
        .readTree(Files.readAllBytes(CITIES.resolve(city).resolve("profile.json")));
    for (JsonNode offence : profile.get("offences")) {
      origins.put(offence.get("id").asText(), offence.path("origin").asText("reported"));
    }
    HarmWeights table = HarmWeights.parse(
        Files.readString(CITIES.resolve(city).resolve("harm-weights.csv"), StandardCharsets.UTF_8));
    for (HarmWeights.Weight weight : table.weights()) {
      assertEquals("reported", origins.get(weight.offence()), weight.offence());
      assertFalse(weight.verified(), "nobody has signed " + weight.offence() + " off");
    }
    assertEquals(5475, table.find("homicide").orElseThrow().days());
    assertTrue(table.find("other").isEmpty());
  }
}
