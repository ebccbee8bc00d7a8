package org.lamplight.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.geo.BBox;
import org.lamplight.geo.MercatorAddress;
import org.lamplight.geo.TileAddress;
import org.lamplight.http.Media;

/** The JSON documents of OGC API Tiles, Part 1 (OGC 20-057), and of its web Mercator scheme (OGC 17-083r4). */
final class TileDocuments {

  static final String SCHEME = "WebMercatorQuad";
  static final String SCHEME_URI =
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
  static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  static final String TILE_TYPE = "application/vnd.mapbox-vector-tile";

  static final List<String> CONFORMANCE = List.of(
      "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
      "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
      "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
      "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
      "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt");

  private static final String SCHEME_REL = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String WEB_MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";
  private static final double HALF_WORLD = 20_037_508.342789244;
  private static final double SCALE_AT_ZERO = 559_082_264.0287178;

  private final Addresses at;

  TileDocuments(Addresses at) {
    this.at = at;
  }

  /** The link of a collection to its tiles. */
  static Link link(Addresses at, String collection) {
    return new Link(
        at.collection(collection) + "/tiles", TILESETS, Media.JSON.type(), "Its vector tiles");
  }

  /** The tilesets of a collection: one. */
  Map<String, Object> list(Items items) {
    Map<String, Object> document = new LinkedHashMap<>();
    String self = at.collection(items.description().id()) + "/tiles";
    document.put(
        "links",
        Documents.links(List.of(new Link(self, "self", Media.JSON.type(), "These tilesets"))));
    document.put("tilesets", List.of(tileset(items)));
    return document;
  }

  /** The tileset of a collection. */
  Map<String, Object> tileset(Items items) {
    String id = items.description().id();
    String self = at.collection(id) + "/tiles/" + SCHEME;
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", items.description().title());
    document.put("dataType", "vector");
    document.put("crs", WEB_MERCATOR);
    document.put("tileMatrixSetId", SCHEME);
    document.put("tileMatrixSetURI", SCHEME_URI);
    List<Map<String, Object>> layers = new ArrayList<>();
    for (String layer : id.equals(IncidentItems.ID) ? List.of(id, "bins") : List.of(id)) {
      layers.add(Map.of("id", layer, "dataType", "vector"));
    }
    document.put("layers", layers);
    document.put("tileMatrixSetLimits", limits(items.extent()));
    Map<String, Object> item = new LinkedHashMap<>(
        new Link(self + "/{tileMatrix}/{tileRow}/{tileCol}", "item", TILE_TYPE, "Its tiles as MVT")
            .json());
    item.put("templated", true);
    List<Map<String, Object>> links = new ArrayList<>(Documents.links(List.of(
        new Link(self, "self", Media.JSON.type(), "This tileset"),
        new Link(at.scheme(), SCHEME_REL, Media.JSON.type(), "How the plane is tiled"),
        new Link(at.collection(id), "geodata", Media.JSON.type(), "What it shows"))));
    links.add(item);
    document.put("links", links);
    return document;
  }

  /** Rows and columns of each zoom that hold anything; those of the whole square where it is not known. */
  private static List<Map<String, Object>> limits(Extent extent) {
    BBox box = extent.box().orElse(new BBox(-180, -85, 180, 85));
    List<Map<String, Object>> limits = new ArrayList<>();
    for (int zoom = 0; zoom <= TileAddress.MOST_ZOOM; zoom++) {
      Map<String, Object> limit = new LinkedHashMap<>();
      limit.put("tileMatrix", Integer.toString(zoom));
      limit.put("minTileRow", tile(MercatorAddress.y(box.north()), zoom));
      limit.put("maxTileRow", tile(MercatorAddress.y(box.south()), zoom));
      limit.put("minTileCol", tile(MercatorAddress.x(box.west()), zoom));
      limit.put("maxTileCol", tile(MercatorAddress.x(box.east()), zoom));
      limits.add(limit);
    }
    return limits;
  }

  private static long tile(int step, int zoom) {
    return (step + (1L << 31)) >> (32 - zoom);
  }

  /** The schemes that tiles follow. */
  Map<String, Object> schemes() {
    Map<String, Object> scheme = new LinkedHashMap<>();
    scheme.put("id", SCHEME);
    scheme.put("title", "Google Maps Compatible for the World");
    scheme.put("uri", SCHEME_URI);
    scheme.put(
        "links",
        Documents.links(
            List.of(new Link(at.scheme(), "self", Media.JSON.type(), "Its definition"))));
    return Map.of("tileMatrixSets", List.of(scheme));
  }

  /** The definition of the scheme. */
  Map<String, Object> scheme() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", SCHEME);
    document.put("title", "Google Maps Compatible for the World");
    document.put("uri", SCHEME_URI);
    document.put("crs", WEB_MERCATOR);
    document.put("orderedAxes", List.of("X", "Y"));
    document.put(
        "wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int zoom = 0; zoom <= TileAddress.MOST_ZOOM; zoom++) {
      long tiles = 1L << zoom;
      Map<String, Object> matrix = new LinkedHashMap<>();
      matrix.put("id", Integer.toString(zoom));
      matrix.put("scaleDenominator", SCALE_AT_ZERO / tiles);
      matrix.put("cellSize", 2 * HALF_WORLD / 256 / tiles);
      matrix.put("cornerOfOrigin", "topLeft");
      matrix.put("pointOfOrigin", List.of(-HALF_WORLD, HALF_WORLD));
      matrix.put("tileWidth", 256);
      matrix.put("tileHeight", 256);
      matrix.put("matrixWidth", tiles);
      matrix.put("matrixHeight", tiles);
      matrices.add(matrix);
    }
    document.put("tileMatrices", matrices);
    return document;
  }
}
