package org.lamplight.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.fault.Fault;

/** The rows that tie a city's profile to its data. */
public final class CityStore {

  private final Database database;

  public CityStore(Database database) {
    this.database = database;
  }

  /** Brings the city's rows to its profile; ids that stand are kept, so that no incident needs to change. */
  public City register(CityProfile profile) {
    return database.jdbi().inTransaction(handle -> register(handle, profile));
  }

  /** Every city of the profiles, registered. */
  public List<City> registerAll(List<CityProfile> profiles) {
    List<City> cities = new ArrayList<>();
    for (CityProfile profile : profiles) {
      cities.add(register(profile));
    }
    return List.copyOf(cities);
  }

  private static City register(Handle handle, CityProfile profile) {
    // One at a time: two starts that register at once would otherwise race for the next offence
    // number.
    handle.execute("select pg_advisory_xact_lock(hashtext('lamplight register'))");
    City city = new City(upsertCity(handle, profile), profile);
    upsertOffences(handle, city);
    upsertCodes(handle, city);
    return city;
  }

  private static short upsertCity(Handle handle, CityProfile profile) {
    short id = handle
        .createQuery(Sql.load("city/upsert_city"))
        .bind("slug", profile.slug())
        .bind("name", profile.name().en())
        .bind("zone", profile.zone().getId())
        .bind("srid", profile.metricSrid())
        .mapTo(Short.class)
        .one();
    Optional<Integer> stood = handle
        .createQuery("select metric_srid from city where id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne();
    // Places are stored in the metric CRS: another one needs the city loaded anew.
    Fault.require(
        stood.isPresent() && stood.get() == profile.metricSrid(),
        profile.slug() + ": metricSrid differs from the one that the stored data is in");
    return id;
  }

  private static void upsertOffences(Handle handle, City city) {
    PreparedBatch batch = handle.prepareBatch(Sql.load("city/upsert_offence"));
    for (Offence offence : city.profile().offences()) {
      batch
          .bind("city", city.id())
          .bind("slug", offence.id())
          .bind("name", offence.title().en())
          .bind("group", offence.group())
          .bind("origin", offence.origin().id())
          .bind("sensitivity", offence.sensitivity().id())
          .add();
    }
    batch.execute();
  }

  private static void upsertCodes(Handle handle, City city) {
    List<String> codes = new ArrayList<>();
    List<String> offences = new ArrayList<>();
    for (Offence offence : city.profile().offences()) {
      for (String code : offence.codes()) {
        codes.add(code);
        offences.add(offence.id());
      }
    }
    handle
        .createUpdate(Sql.load("city/upsert_codes"))
        .bind("city", city.id())
        .bindArray("codes", String.class, codes)
        .bindArray("offences", String.class, offences)
        .execute();
    handle
        .createUpdate(Sql.load("city/release_codes"))
        .bind("city", city.id())
        .bindArray("codes", String.class, codes)
        .bind("other", Offence.OTHER)
        .execute();
  }

  /** What the city's data was when last changed; 0 before its first import. */
  public long dataVersion(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery("select data_version from city where id = :city")
            .bind("city", city.id())
            .mapTo(Long.class)
            .one());
  }

  /** What the city's areas, programs and sites were when last changed; 0 before the first import of any. */
  public long layerVersion(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery("select layer_version from city where id = :city")
            .bind("city", city.id())
            .mapTo(Long.class)
            .one());
  }

  /** Whether anything loaded is made up. */
  public boolean isSynthetic(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery("select synthetic from city where id = :city")
            .bind("city", city.id())
            .mapTo(Boolean.class)
            .one());
  }

  /**
   * Raises the data version and tells every server that listens on {@code lamplight_data}, when the handle's transaction commits.
   *
   * @param layers whether areas, programs or sites changed, so that answers to the public change with it
   */
  public static long bump(Handle handle, City city, boolean layers) {
    return handle
        .createQuery(Sql.load("city/bump"))
        .bind("city", city.id())
        .bind("layers", layers)
        .mapTo(Long.class)
        .one();
  }
}
