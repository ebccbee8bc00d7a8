package org.lamplight.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

class CityProfilesTest {

  private static final Path SHIPPED =
      Path.of(System.getProperty("project.root", "."), "fixtures/cities");

  @Test
  void theShippedProfilesAreThoseOfTheFolder() {
    Map<String, CityProfile> shipped = bySlug(CityProfiles.load(null));
    assertEquals(Set.of("atlanta", "los-angeles"), shipped.keySet());
    assertEquals(bySlug(CityProfiles.load(SHIPPED)), shipped);
  }

  private static Map<String, CityProfile> bySlug(List<CityProfile> profiles) {
    return profiles.stream().collect(Collectors.toMap(CityProfile::slug, profile -> profile));
  }

  @Test
  void everySensitiveOffenceStandsInNoPublicGroup() {
    for (CityProfile profile : CityProfiles.load(null)) {
      for (Offence offence : profile.offences()) {
        assertEquals(
            offence.sensitivity() == Offence.Sensitivity.SENSITIVE,
            offence.group().equals("sensitive"),
            offence.id());
      }
    }
  }

  @Test
  void anUnknownFieldIsNamedWithItsPath() throws IOException {
    assertEquals(
        "x.json: offences[0].colour: is not a field of a profile",
        complaint("\"group\": \"homicide\",", "\"group\": \"homicide\", \"colour\": 1,"));
  }

  @Test
  void aMissingFieldIsNamedWithItsPath() throws IOException {
    assertEquals(
        "x.json: offences[0].group: is missing", complaint("\"group\": \"homicide\",", ""));
    assertEquals("x.json: name.es: is missing", complaint(", \"es\": \"Los Ángeles\"", ""));
    assertEquals("x.json: metricSrid: is missing", complaint("\"metricSrid\": 26911,", ""));
  }

  @Test
  void contradictionsAreNamed() throws IOException {
    assertTrue(complaint("\"codes\": [\"110\"]", "\"codes\": [\"110\", \"210\"]")
        .contains("210 stands under two offences"));
    assertTrue(complaint("\"group\": \"homicide\",", "\"group\": \"none\",")
        .contains("no group is called none"));
    assertTrue(complaint("\"cityAreas\": \"neighborhoods\"", "\"cityAreas\": \"none\"")
        .startsWith("x.json: cityAreas"));
    assertTrue(complaint("America/Los_Angeles", "America/Nowhere").contains("x.json: zone"));
    assertTrue(complaint("M/d/uuuu", "M/d/uuuu{").contains("datePatterns"));
  }

  /** What is said of the Los Angeles profile after one change. */
  private static String complaint(String from, String to) throws IOException {
    String json = Files.readString(SHIPPED.resolve("los-angeles/profile.json"));
    assertTrue(json.contains(from), from);
    byte[] changed = json.replaceFirst(
            java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))
        .getBytes(StandardCharsets.UTF_8);
    return assertThrows(Fault.class, () -> CityProfiles.parse("x.json", changed))
        .sentence();
  }
}
