package org.lamplight.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityProfiles;
import org.lamplight.city.CityStore;
import org.lamplight.config.Settings;
import org.lamplight.db.Addresses;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.DatabaseRoles;
import org.lamplight.db.PrivatePostgis;
import org.lamplight.db.Requirements;
import org.lamplight.fault.Fault;

/** The database that the settings name, at the present schema, with the cities of the profiles registered. */
final class Installation implements AutoCloseable {

  private final Settings settings;
  private final @Nullable PrivatePostgis own;
  private final Addresses addresses;
  private final List<CityProfile> profiles;

  private Installation(
      Settings settings,
      @Nullable PrivatePostgis own,
      Addresses addresses,
      List<CityProfile> profiles) {
    this.settings = settings;
    this.own = own;
    this.addresses = addresses;
    this.profiles = profiles;
  }

  /** Starts or joins the private PostGIS, or checks the one that DATABASE_URL names; then brings its schema up to date. */
  static Installation open(Settings settings) {
    // Before anything is started, so that a profile with a fault stops it at once.
    List<CityProfile> profiles = CityProfiles.load(settings.cities());
    String url = settings.database().owner();
    if (url != null) {
      DatabaseAddress owner = DatabaseAddress.parse(url);
      Requirements.check(owner);
      return new Installation(settings, null, prepare(settings, owner), profiles);
    }
    PrivatePostgis own = PrivatePostgis.open(PrivatePostgis.folder(settings.home()));
    try {
      return new Installation(settings, own, prepare(settings, own.address()), profiles);
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /** Roles first: the migrations say what each may do. */
  private static Addresses prepare(Settings settings, DatabaseAddress owner) {
    Map<DatabaseRole, DatabaseAddress> given = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      String url = settings.database().roles().get(role.setting());
      if (url != null) {
        given.put(role, DatabaseAddress.parse(role.setting(), url));
      }
    }
    Addresses addresses = roles(settings, owner, given);
    Database.migrate(owner);
    return addresses;
  }

  private static Addresses roles(
      Settings settings, DatabaseAddress owner, Map<DatabaseRole, DatabaseAddress> given) {
    try {
      return DatabaseRoles.provide(owner, given);
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) {
        throw e;
      }
      Path file = settings.home().resolve("administrator.sql");
      try (InputStream sql = Installation.class.getResourceAsStream("/sql/administrator.sql")) {
        Files.createDirectories(settings.home());
        Files.copy(Objects.requireNonNull(sql), file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException io) {
        throw new UncheckedIOException(io);
      }
      String urls = Arrays.stream(DatabaseRole.values())
          .map(DatabaseRole::setting)
          .collect(Collectors.joining(", "));
      throw new Fault(
          e.kind(),
          e.sentence() + ": let the database's administrator run " + file + ", then set " + urls,
          e);
    }
  }

  Settings settings() {
    return settings;
  }

  Addresses addresses() {
    return addresses;
  }

  /** The cities of the profiles, with their rows in the database brought up to date. */
  Cities cities() {
    try (Database database = addresses.open(DatabaseRole.IMPORT, 1, 30)) {
      return new Cities(new CityStore(database).registerAll(profiles));
    }
  }

  /** Stops the private PostGIS unless somebody else uses it. */
  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
