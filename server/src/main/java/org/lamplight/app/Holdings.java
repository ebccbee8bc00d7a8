package org.lamplight.app;

import java.nio.file.Path;
import org.lamplight.config.Settings;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.PrivatePostgis;

/** What a home has on disk, apart from the running server. */
final class Holdings {

  private Holdings() {}

  /** Whether there is a database to look into. */
  static boolean exist(Settings settings) {
    return settings.database().owner() != null || PrivatePostgis.exists(folder(settings));
  }

  static Path folder(Settings settings) {
    return PrivatePostgis.folder(settings.home());
  }

  /** Stops a private PostGIS that nobody uses. */
  static void stopOrphan(Settings settings) {
    if (settings.database().owner() == null && PrivatePostgis.exists(folder(settings))) {
      PrivatePostgis.stopIfUnused(folder(settings));
    }
  }

  /** Prints a line for each city with its rows. */
  static void print(Settings settings) {
    try (Installation installation = Installation.open(settings);
        Database database = installation.addresses().open(DatabaseRole.STAFF, 1, 30)) {
      for (HoldingsStore.Holding city : new HoldingsStore(database).list()) {
        System.out.printf(
            "%s: %,d incidents, %,d areas, %,d sites; data version %d%n",
            city.slug(), city.incidents(), city.areas(), city.sites(), city.dataVersion());
      }
    }
  }
}
