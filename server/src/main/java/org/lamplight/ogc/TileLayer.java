package org.lamplight.ogc;

import java.util.LinkedHashMap;
import java.util.Map;

/** A layer of a vector tile, encoded feature by feature (Mapbox Vector Tile Specification 2.1). */
final class TileLayer {

  /** Parts of a tile's side in which coordinates are counted. */
  static final int EXTENT = 4_096;

  private static final int POINT = 1;
  private static final int POLYGON = 3;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final String name;
  private final TileBytes features = new TileBytes();
  private final TileBytes feature = new TileBytes();
  private final TileBytes tags = new TileBytes();
  private final TileBytes geometry = new TileBytes();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();

  TileLayer(String name) {
    this.name = name;
  }

  /** Begins a feature's properties. */
  TileLayer begin() {
    tags.clear();
    geometry.clear();
    return this;
  }

  /** Adds a property: a text, a whole number or a number. */
  TileLayer property(String key, Object value) {
    tags.raw(keys.computeIfAbsent(key, fresh -> keys.size()));
    tags.raw(values.computeIfAbsent(value, fresh -> values.size()));
    return this;
  }

  /** Ends a feature as a point. */
  void point(long id, int x, int y) {
    command(MOVE_TO, 1);
    zigzag(x);
    zigzag(y);
    end(id, POINT);
  }

  /** Ends a feature as a polygon: pairs of x and y, the last of which is not the first again. */
  void polygon(long id, int[] ring) {
    boolean clockwise = area(ring) > 0;
    int corners = ring.length / 2;
    int x = 0;
    int y = 0;
    for (int i = 0; i < corners; i++) {
      int corner = clockwise ? i : corners - 1 - i;
      if (i < 2) {
        command(i == 0 ? MOVE_TO : LINE_TO, i == 0 ? 1 : corners - 1);
      }
      zigzag(ring[2 * corner] - x);
      zigzag(ring[2 * corner + 1] - y);
      x = ring[2 * corner];
      y = ring[2 * corner + 1];
    }
    command(CLOSE_PATH, 1);
    end(id, POLYGON);
  }

  /** Twice the area by the surveyor's formula: positive for an outer ring, as y grows downward. */
  private static long area(int[] ring) {
    long area = 0;
    for (int i = 0; i < ring.length; i += 2) {
      int next = (i + 2) % ring.length;
      area += (long) ring[i] * ring[next + 1] - (long) ring[next] * ring[i + 1];
    }
    return area;
  }

  private void command(int id, int count) {
    geometry.raw(id | (count << 3));
  }

  private void zigzag(int value) {
    geometry.raw(((value << 1) ^ (value >> 31)) & 0xffff_ffffL);
  }

  private void end(long id, int type) {
    feature.clear();
    feature.number(1, id);
    feature.message(2, tags);
    feature.number(3, type);
    feature.message(4, geometry);
    features.message(2, feature);
  }

  /** The tile that holds this layer alone. */
  byte[] toTile() {
    TileBytes layer = new TileBytes();
    layer.number(15, 2);
    layer.text(1, name);
    layer.append(features);
    keys.keySet().forEach(key -> layer.text(3, key));
    TileBytes value = new TileBytes();
    values.keySet().forEach(each -> {
      value.clear();
      if (each instanceof String text) {
        value.text(1, text);
      } else if (each instanceof Double real) {
        value.real(3, real);
      } else {
        value.number(4, ((Number) each).longValue());
      }
      layer.message(4, value);
    });
    layer.number(5, EXTENT);
    TileBytes tile = new TileBytes();
    tile.message(3, layer);
    return tile.toBytes();
  }
}
