package org.lamplight.app;

import java.util.List;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Counts what each city has loaded. */
final class HoldingsStore {

  private final Database database;

  HoldingsStore(Database database) {
    this.database = database;
  }

  /** Rows of a city. */
  record Holding(String slug, long dataVersion, long incidents, long areas, long sites) {}

  List<Holding> list() {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("app/holdings"))
            .map((row, context) -> new Holding(
                row.getString("slug"),
                row.getLong("data_version"),
                row.getLong("incidents"),
                row.getLong("areas"),
                row.getLong("sites")))
            .list());
  }
}
