package org.lamplight.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files beside the repository; a test that needs them is skipped, and says so, where they are absent. */
public final class SharedData {

  private static final Path FOLDER = find();

  private SharedData() {}

  private static Path find() {
    Path root =
        Path.of(System.getProperty("project.root", ".")).toAbsolutePath().normalize();
    for (Path up = root; up != null; up = up.getParent()) {
      Path data = up.resolve("shared/data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return root.resolve("../shared/data").normalize();
  }

  /** Where they lie, or would. */
  public static Path folder() {
    return FOLDER;
  }

  /** The file; ends the test when there is none. */
  public static String file(String name) {
    Path path = FOLDER.resolve(name);
    if (!Files.exists(path)) {
      System.out.println("skipped: " + path + " is absent");
      Assumptions.abort(path + " is absent");
    }
    return path.toString();
  }
}
