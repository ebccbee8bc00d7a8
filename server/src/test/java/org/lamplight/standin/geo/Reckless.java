package org.lamplight.standin.geo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.lamplight.standin.app.Top;

/** Does what a pure package may not: asks the clock, chance and a file, and reaches upwards. */
public final class Reckless {

  private Reckless() {}

  /** Never called: the rules read it. */
  public static String guess() throws IOException {
    return Files.readString(Path.of("guess")) + Instant.now() + new Random().nextInt() + Top.NAME;
  }
}
