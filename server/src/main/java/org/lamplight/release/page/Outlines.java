package org.lamplight.release.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.release.PublicArea;

/**
 * The outlines of a set of areas as paths of one SVG drawing in the web's Mercator projection, so that a map in the browser
 * can lay the drawing over its tiles. Corners stand on whole units, of which the drawing's longer side has {@link #UNITS}.
 *
 * @param shapes path data of each area by its slug, in the order of the slugs
 */
record Outlines(Frame frame, Map<String, Shape> shapes) {

  /** Some 12 m in a city of 50 km: finer than a line on a phone, and short to write. */
  static final int UNITS = 4_096;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One area.
   *
   * @param path relative path data; holes by the even-odd rule
   * @param rings corners in degrees, longitude first: pairs one after another
   */
  record Shape(String slug, String name, String path, List<double[]> rings) {}

  /** The box of the drawing in degrees, and its size in units. */
  record Frame(double west, double south, double east, double north, double perRadian) {

    int width() {
      return (int) Math.round((Math.toRadians(east) - Math.toRadians(west)) * perRadian);
    }

    int height() {
      return (int) Math.round((mercator(north) - mercator(south)) * perRadian);
    }

    int x(double longitude) {
      return (int) Math.round((Math.toRadians(longitude) - Math.toRadians(west)) * perRadian);
    }

    int y(double latitude) {
      return (int) Math.round((mercator(north) - mercator(latitude)) * perRadian);
    }
  }

  static Outlines of(List<PublicArea> areas) {
    Map<String, List<double[]>> rings = new LinkedHashMap<>();
    for (PublicArea area : areas) {
      rings.put(area.slug(), rings(area.outline()));
    }
    Frame frame = frame(rings.values());
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (PublicArea area : areas) {
      List<double[]> own = rings.getOrDefault(area.slug(), List.of());
      shapes.put(area.slug(), new Shape(area.slug(), area.name(), path(own, frame), own));
    }
    return new Outlines(frame, shapes);
  }

  private static double mercator(double latitude) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
  }

  private static Frame frame(Iterable<List<double[]>> areas) {
    double[] box = {180, 85, -180, -85};
    for (List<double[]> rings : areas) {
      for (double[] ring : rings) {
        for (int i = 0; i < ring.length; i += 2) {
          box[0] = Math.min(box[0], ring[i]);
          box[1] = Math.min(box[1], ring[i + 1]);
          box[2] = Math.max(box[2], ring[i]);
          box[3] = Math.max(box[3], ring[i + 1]);
        }
      }
    }
    if (box[0] >= box[2] || box[1] >= box[3]) {
      return new Frame(-180, -60, 180, 75, UNITS / (2 * Math.PI));
    }
    double wide = Math.toRadians(box[2] - box[0]);
    double high = mercator(box[3]) - mercator(box[1]);
    return new Frame(box[0], box[1], box[2], box[3], UNITS / Math.max(wide, high));
  }

  private static List<double[]> rings(@Nullable String geometry) {
    if (geometry == null) {
      return List.of();
    }
    try {
      JsonNode node = JSON.readTree(geometry);
      JsonNode coordinates = node.path("coordinates");
      List<double[]> rings = new ArrayList<>();
      if (node.path("type").asText().equals("Polygon")) {
        coordinates.forEach(ring -> rings.add(ring(ring)));
      } else {
        coordinates.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
      }
      return rings;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] ring(JsonNode positions) {
    double[] ring = new double[positions.size() * 2];
    for (int i = 0; i < positions.size(); i++) {
      ring[2 * i] = positions.get(i).path(0).asDouble();
      ring[2 * i + 1] = positions.get(i).path(1).asDouble();
    }
    return ring;
  }

  private static String path(List<double[]> rings, Frame frame) {
    StringBuilder path = new StringBuilder();
    for (double[] ring : rings) {
      append(path, ring, frame);
    }
    return path.toString();
  }

  /** Writes a ring's corners as steps from one to the next; a corner on the unit of the last one is left out. */
  private static void append(StringBuilder path, double[] ring, Frame frame) {
    int lastX = frame.x(ring[0]);
    int lastY = frame.y(ring[1]);
    StringBuilder steps = new StringBuilder();
    int corners = 1;
    // The ring's last corner is its first: z draws that side.
    for (int i = 2; i < ring.length - 2; i += 2) {
      int x = frame.x(ring[i]);
      int y = frame.y(ring[i + 1]);
      if (x != lastX || y != lastY) {
        number(steps, x - lastX, steps.length() == 0);
        number(steps, y - lastY, false);
        lastX = x;
        lastY = y;
        corners++;
      }
    }
    if (corners > 2) {
      path.append('M').append(frame.x(ring[0])).append(' ').append(frame.y(ring[1]));
      path.append('l').append(steps).append('z');
    }
  }

  private static void number(StringBuilder steps, int step, boolean first) {
    if (!first && step >= 0) {
      steps.append(' ');
    }
    steps.append(step);
  }
}
