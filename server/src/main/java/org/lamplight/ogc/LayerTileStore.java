package org.lamplight.ogc;

import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.geo.TileAddress;

/** Vector tiles of the layers that the database draws itself: areas and sites. */
public final class LayerTileStore {

  private final Database database;
  private final String sites;

  /**
   * The store.
   *
   * @param database over a role that may see the sites
   * @param published whether only published sites are seen
   */
  public LayerTileStore(Database database, boolean published) {
    this.database = database;
    this.sites = published ? "published_site" : "site";
  }

  /** The tile of an area set; empty when nothing is there. */
  byte[] areas(City city, String set, TileAddress tile) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("ogc/area_tile"))
            .bind("city", city.id())
            .bind("set", set)
            .bind("z", tile.zoom())
            .bind("x", tile.column())
            .bind("y", tile.row())
            .mapTo(byte[].class)
            .one());
  }

  /** The tile of the sites; empty when nothing is there. */
  byte[] sites(City city, TileAddress tile) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("ogc/site_tile"))
            .define("sites", sites)
            .bind("city", city.id())
            .bind("z", tile.zoom())
            .bind("x", tile.column())
            .bind("y", tile.row())
            .mapTo(byte[].class)
            .one());
  }
}
