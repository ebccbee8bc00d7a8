package org.lamplight.release.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lamplight.program.Program;
import org.lamplight.program.Site;

/**
 * The programs of a city and their published sites, as far as a page shows them.
 *
 * @param programs in the order of their slugs
 * @param entries in the order of their slugs
 */
public record ProgramSites(List<Program> programs, List<Entry> entries) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Signs that the sheet of signs holds; another name gets the plain circle. */
  private static final Set<String> SIGNS = Set.of(
      "circle",
      "shield",
      "sun",
      "leaf",
      "zone",
      "heart",
      "house",
      "van",
      "lamp",
      "camera",
      "exchange");

  /**
   * A site.
   *
   * @param sign link of its program's sign
   * @param longitude NaN where its place is not known
   */
  public record Entry(Site site, String sign, double longitude, double latitude) {

    boolean hasPlace() {
      return !Double.isNaN(longitude);
    }
  }

  public static ProgramSites of(List<Program> programs, List<Site> sites) {
    Map<String, Program> bySlug =
        programs.stream().collect(Collectors.toMap(Program::slug, Function.identity()));
    List<Entry> entries = new ArrayList<>();
    for (Site site : sites) {
      double[] place = place(site);
      Program program = bySlug.get(site.program());
      entries.add(
          new Entry(site, sign(program == null ? "circle" : program.sign()), place[0], place[1]));
    }
    return new ProgramSites(List.copyOf(programs), List.copyOf(entries));
  }

  static String sign(String name) {
    return "/public/signs.svg#" + (SIGNS.contains(name) ? name : "circle");
  }

  /** The point of a site, or the middle of the box around one that is an area; NaN where it has no place. */
  private static double[] place(Site site) {
    String geometry = site.geometry();
    if (geometry == null) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    try {
      widen(box, JSON.readTree(geometry).path("coordinates"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return new double[] {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2};
  }

  private static void widen(double[] box, JsonNode coordinates) {
    if (coordinates.path(0).isNumber()) {
      box[0] = Math.min(box[0], coordinates.path(0).asDouble());
      box[1] = Math.min(box[1], coordinates.path(1).asDouble());
      box[2] = Math.max(box[2], coordinates.path(0).asDouble());
      box[3] = Math.max(box[3], coordinates.path(1).asDouble());
    } else {
      coordinates.forEach(part -> widen(box, part));
    }
  }

  List<Entry> placed() {
    return entries.stream().filter(Entry::hasPlace).toList();
  }

  List<Entry> of(Program program) {
    return entries.stream()
        .filter(entry -> entry.site().program().equals(program.slug()))
        .toList();
  }
}
