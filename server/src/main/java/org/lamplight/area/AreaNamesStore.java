package org.lamplight.area;

import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Reads the names of areas. */
public final class AreaNamesStore {

  private final Database database;

  public AreaNamesStore(Database database) {
    this.database = database;
  }

  /** All areas of the city. */
  public AreaNames load(short city) {
    return new AreaNames(database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("area/names"))
            .bind("city", city)
            .map((row, context) -> new AreaNames.Ref(
                row.getInt("id"),
                row.getString("set_id"),
                row.getString("slug"),
                row.getString("name")))
            .list()));
  }
}
