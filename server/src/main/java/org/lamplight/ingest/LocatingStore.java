package org.lamplight.ingest;

import org.jdbi.v3.core.Handle;
import org.lamplight.city.City;
import org.lamplight.db.Sql;
import org.lamplight.geo.BBox;
import org.lamplight.incident.Flag;

/** Finds the areas that hold distinct places. */
final class LocatingStore {

  private final Handle handle;
  private final City city;

  LocatingStore(Handle handle, City city) {
    this.handle = handle;
    this.city = city;
  }

  /** Fills the staging table of areas by place, from that of places. */
  void findAreas() {
    String place = "import_" + city.id() + "_place";
    handle.execute("create index on " + place + " using gist (geom)");
    handle.execute("analyze " + place);
    handle
        .createUpdate(Sql.load("ingest/place_area"))
        .define("city", city.id())
        .bind("city", city.id())
        .bind("city_set", city.profile().cityAreas())
        .execute();
    handle.execute("analyze " + place + "_area");
  }

  /** Whether the areas whose union is the city have been loaded; until then its box must do. */
  boolean hasCityAreas() {
    return handle
        .createQuery("select exists (select from area where city = :city and set_id = :set)")
        .bind("city", city.id())
        .bind("set", city.profile().cityAreas())
        .mapTo(Boolean.class)
        .one();
  }

  /** Finds the areas of all the city's incidents anew, after its areas changed; the number of incidents that changed. */
  int relocate() {
    BesideStore.dropStaging(handle, city);
    handle
        .createUpdate(Sql.load("ingest/place_of_incidents"))
        .define("city", city.id())
        .bind("city", city.id())
        .execute();
    findAreas();
    BBox extent = city.profile().extent();
    int changed = handle
        .createUpdate(Sql.load("ingest/relocate"))
        .define("city", city.id())
        .bind("city", city.id())
        .bind("outside_flag", Flag.OUTSIDE_CITY.bit())
        .bind("by_areas", hasCityAreas())
        .bind("west", extent.west())
        .bind("south", extent.south())
        .bind("east", extent.east())
        .bind("north", extent.north())
        .execute();
    BesideStore.dropStaging(handle, city);
    if (changed > 0) {
      handle
          .createUpdate(Sql.load("ingest/relocate_keys"))
          .bind("city", city.id())
          .execute();
    }
    return changed;
  }
}
