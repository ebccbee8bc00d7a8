package org.lamplight.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files of a demo city, which then go through the ordinary import. */
public final class DemoFiles {

  /** Rows of incidents in the demo of Los Angeles. */
  public static final int LOS_ANGELES_ROWS = 120_000;

  /** Rows of incidents in the demo of Atlanta. */
  public static final int ATLANTA_ROWS = 60_000;

  /** Seed of the demo, so that every installation shows the same city. */
  public static final long SEED = 20_240_601;

  /** What a written file holds. */
  public enum Kind {
    AREAS,
    INCIDENTS,
    PROGRAMS,
    SITES
  }

  /**
   * A written file.
   *
   * @param areaSet id of the area set, for areas only
   */
  public record DemoFile(Kind kind, @Nullable String areaSet, Path path) {}

  private DemoFiles() {}

  /**
   * Writes areas, programs, sites and incidents, in the order in which they are to be imported.
   *
   * <p>Names of synthetic files begin with {@code synthetic-}; programs and sites are public facts.
   *
   * @throws org.lamplight.fault.Fault MISSING when there is no demo of the city
   */
  public static List<DemoFile> write(String citySlug, Path folder, long seed, int rows)
      throws IOException {
    DemoCity city = DemoCity.of(citySlug);
    Files.createDirectories(folder);
    List<DemoFile> files = new ArrayList<>(areas(city, folder));
    files.add(copy(citySlug, Kind.PROGRAMS, "programs.csv", folder));
    files.add(copy(citySlug, Kind.SITES, "sites.csv", folder));
    Path incidents = folder.resolve("synthetic-incidents-" + citySlug + ".csv");
    incidents(city, incidents, seed, rows);
    files.add(new DemoFile(Kind.INCIDENTS, null, incidents));
    return files;
  }

  /** Writes the synthetic incidents alone; answers how many rows have each fault. */
  public static Map<Dirt, Integer> writeIncidents(String citySlug, Path file, long seed, int rows)
      throws IOException {
    return incidents(DemoCity.of(citySlug), file, seed, rows);
  }

  private static Map<Dirt, Integer> incidents(DemoCity city, Path file, long seed, int rows)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      return new IncidentGenerator(city, seed).write(out, rows);
    }
  }

  private static List<DemoFile> areas(DemoCity city, Path folder) throws IOException {
    List<DemoFile> files = new ArrayList<>();
    for (var set : DemoAreas.draw(city).sets().entrySet()) {
      Path file = folder.resolve("synthetic-" + set.getKey() + "-" + city.slug() + ".geojson");
      try (OutputStream out = Files.newOutputStream(file)) {
        AreaFile.write(
            out, "Synthetic demo " + set.getKey() + " of " + city.name(), set.getValue());
      }
      files.add(new DemoFile(Kind.AREAS, set.getKey(), file));
    }
    return files;
  }

  private static DemoFile copy(String citySlug, Kind kind, String name, Path folder)
      throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = Facts.open(citySlug + "/" + name)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return new DemoFile(kind, null, file);
  }
}
