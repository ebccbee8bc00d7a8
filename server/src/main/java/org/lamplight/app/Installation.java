package org.lamplight.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityProfiles;
import org.lamplight.city.CityStore;
import org.lamplight.config.Settings;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.PrivatePostgis;
import org.lamplight.db.Requirements;

/** The database that the settings name, at the present schema, with the cities of the profiles registered. */
final class Installation implements AutoCloseable {

  private final Settings settings;
  private final @Nullable PrivatePostgis own;
  private final DatabaseAddress address;
  private final List<CityProfile> profiles;

  private Installation(
      Settings settings,
      @Nullable PrivatePostgis own,
      DatabaseAddress address,
      List<CityProfile> profiles) {
    this.settings = settings;
    this.own = own;
    this.address = address;
    this.profiles = profiles;
  }

  /** Starts or joins the private PostGIS, or checks the one that DATABASE_URL names; then brings its schema up to date. */
  static Installation open(Settings settings) {
    // Before anything is started, so that a profile with a fault stops it at once.
    List<CityProfile> profiles = CityProfiles.load(settings.cities());
    String url = settings.databaseUrl();
    if (url != null) {
      DatabaseAddress address = DatabaseAddress.parse(url);
      Requirements.check(address);
      Database.migrate(address);
      return new Installation(settings, null, address, profiles);
    }
    PrivatePostgis own = PrivatePostgis.open(PrivatePostgis.folder(settings.home()));
    try {
      Database.migrate(own.address());
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
    return new Installation(settings, own, own.address(), profiles);
  }

  Settings settings() {
    return settings;
  }

  DatabaseAddress address() {
    return address;
  }

  /** The cities of the profiles, with their rows in the database brought up to date. */
  Cities cities(Database database) {
    return new Cities(new CityStore(database).registerAll(profiles));
  }

  /** Stops the private PostGIS unless somebody else uses it. */
  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
