package org.lamplight.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityProfiles;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;

/** One city on one fresh database, for tests of imports. */
final class CityUnderTest implements AutoCloseable {

  final Database database = TestDatabase.open();
  final City city;
  final Importer importer;

  CityUnderTest(String slug) {
    this(CityProfiles.load(null), slug);
  }

  CityUnderTest(List<CityProfile> profiles, String slug) {
    CityStore store = new CityStore(database);
    city = store.registerAll(profiles).stream()
        .filter(c -> c.slug().equals(slug))
        .findFirst()
        .orElseThrow();
    importer = new Importer(database, profiles, Clock.systemUTC());
  }

  ImportReport incidents(String file) {
    return importer.run(ImportRequest.of(city, ImportKind.INCIDENTS, file), Progress.NONE);
  }

  ImportReport areas(String set, String file) {
    return importer.run(
        ImportRequest.of(city, ImportKind.AREAS, file).withAreaSet(set), Progress.NONE);
  }

  ImportReport population(String file) {
    return importer.run(ImportRequest.of(city, ImportKind.POPULATION, file), Progress.NONE);
  }

  ImportReport sites(String file) {
    return importer.run(ImportRequest.of(city, ImportKind.SITES, file), Progress.NONE);
  }

  ImportReport incidents(Path file, double maxRejected, Path report) {
    return importer.run(
        new ImportRequest(
            city, ImportKind.INCIDENTS, file.toString(), null, report, maxRejected, "test", false),
        Progress.NONE);
  }

  ImportReport incidents(Path file) {
    return incidents(file.toString());
  }

  /** One text out of the database. */
  String text(String sql) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  /** A number out of the database. */
  long number(String sql) {
    return database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  /** A fingerprint of all that the city holds but the numbers of runs and ids. */
  String checksum() {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("""
        select count(*) || ' ' || coalesce(md5(string_agg(row, e'\\n' order by row)), '-')
        from (select concat_ws('|', k.record, c.code, k.ordinal, k.hash, i.flags, i.year, i.hour, i.weekday, i.firearm,
            i.occurred_from, i.occurred_to, i.reported_on, i.lon, i.lat, st_astext(i.geom), st_astext(i.geom_metric, 3), i.areas,
            i.address, i.premises, i.weapon, i.status, i.beat, k.flags) as row
          from incident i
          join incident_key k on k.city = i.city and k.id = i.id and k.year = i.year
          join offence_code c on c.city = i.city and c.id = i.code) rows
        """).mapTo(String.class).one());
  }

  @Override
  public void close() {
    database.close();
  }
}
