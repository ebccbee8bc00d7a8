package org.lamplight.ogc;

import java.time.Instant;
import org.lamplight.explore.MapTile;
import org.lamplight.geo.TileAddress;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Snapshot;
import org.lamplight.incident.Taxonomy;

/** Filtered incidents as a vector tile: single ones in the layer "incidents", hexagons in the layer "bins". */
final class IncidentTile {

  private static final int CORNERS = 6;

  private IncidentTile() {}

  static byte[] encode(Incidents.Loaded loaded, MapTile content, TileAddress tile) {
    return content.hexagons().isEmpty() ? points(loaded, content, tile) : hexagons(content, tile);
  }

  private static byte[] points(Incidents.Loaded loaded, MapTile content, TileAddress tile) {
    Snapshot snapshot = loaded.index().orElseThrow();
    TileLayer layer = new TileLayer("incidents");
    for (int row : content.rows()) {
      Taxonomy.Code code = loaded.taxonomy().code(snapshot.code(row));
      layer
          .begin()
          .property("offence", code.offence().id())
          .property("group", code.offence().group())
          .property("occurredFrom", Instant.ofEpochSecond(snapshot.second(row)).toString())
          .point(
              snapshot.id(row),
              tile.within(snapshot.mercatorX(row), TileLayer.EXTENT),
              tile.within(snapshot.mercatorY(row), TileLayer.EXTENT));
    }
    return layer.toTile();
  }

  private static byte[] hexagons(MapTile content, TileAddress tile) {
    TileLayer layer = new TileLayer("bins");
    long id = 1;
    for (MapTile.Hexagon hexagon : content.hexagons()) {
      int[] ring = new int[2 * CORNERS];
      for (int corner = 0; corner < CORNERS; corner++) {
        double[] place = hexagon.ring().corner(corner);
        ring[2 * corner] = (int) Math.round(tile.east(place[0], TileLayer.EXTENT));
        ring[2 * corner + 1] = (int) Math.round(tile.south(place[1], TileLayer.EXTENT));
      }
      layer
          .begin()
          .property("count", hexagon.count())
          .property("perKm2", hexagon.perKm2())
          .property("metres", content.across())
          .polygon(id++, ring);
    }
    return layer.toTile();
  }
}
