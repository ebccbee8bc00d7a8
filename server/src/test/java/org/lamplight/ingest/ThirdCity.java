package org.lamplight.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityProfiles;

/** A made-up city whose files look like nobody else's: it exists as a profile only. */
final class ThirdCity {

  static final Path FIXTURES = Path.of(System.getProperty("project.root", "."), "fixtures/import");

  private ThirdCity() {}

  static List<CityProfile> profiles() {
    List<CityProfile> all = new ArrayList<>(CityProfiles.load(null));
    try {
      Path file = FIXTURES.resolve("port-lumen/profile.json");
      all.add(CityProfiles.parse(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static CityUnderTest open() {
    return new CityUnderTest(profiles(), "port-lumen");
  }

  static String file(String name) {
    return FIXTURES.resolve("port-lumen").resolve(name).toString();
  }
}
