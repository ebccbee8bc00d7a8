package org.lamplight.incident;

import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityStore;
import org.lamplight.city.Offence;
import org.lamplight.city.Text;
import org.lamplight.db.Database;
import org.lamplight.geo.BBox;

/** A small made-up city with random incidents, written to a database by SQL alone. */
public final class SyntheticIncidents {

  public static final CityProfile PROFILE = new CityProfile(
      "testville",
      new Text("Testville", "Testville"),
      ZoneId.of("America/Los_Angeles"),
      26911,
      new BBox(-118.4, 33.9, -118.2, 34.1),
      "neighborhoods",
      new Text("made up", "inventado"),
      List.of(),
      List.of(
          new CityProfile.Group("vehicle", new Text("Vehicle", "Vehículo")),
          new CityProfile.Group("other", new Text("Other", "Otros"))),
      List.of(offence("motor-vehicle-theft", "vehicle", "510"), offence("other", "other", "900")),
      List.of(),
      List.of());

  private SyntheticIncidents() {}

  private static Offence offence(String id, String group, String code) {
    return new Offence(
        id,
        new Text(id, id),
        group,
        Offence.Origin.REPORTED,
        Offence.Sensitivity.OPEN,
        List.of(code));
  }

  /** Writes the city and {@code count} incidents, a tenth of them without a place; the same seed gives the same rows. */
  public static City write(Database database, int count, double seed) {
    return database.jdbi().withHandle(handle -> {
      short id = city(handle);
      handle.execute("select setseed(?)", seed);
      handle.createUpdate("""
              insert into incident
              select :city, extract(year from at at time zone 'America/Los_Angeles'), n, 1 + (random() * 1)::int,
                     extract(hour from at at time zone 'America/Los_Angeles'),
                     extract(isodow from at at time zone 'America/Los_Angeles'),
                     case when random() < 0.1 then 64 else 0 end, random() < 0.1, at, case when random() < 0.5 then at + (random() * 20000 - 500)::int * interval '1 minute' end, at::date, lon, lat,
                     case when placed then ST_SetSRID(ST_MakePoint(lon, lat), 4326) end,
                     case when placed then ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 26911) end,
                     case when placed then array(select a.id from area a where ST_Covers(a.geom, ST_SetSRID(ST_MakePoint(lon, lat), 4326)) order by a.id limit 1) else '{}' end,
                     'R' || n, 'Block ' || n % 50, null, null, 'IC', '0101'
              from (select n, timestamptz '2021-01-01' + floor(random() * 63000000) * interval '1 second' as at,
                           round((-118.4 + random() * 0.2)::numeric, 4)::float8 as lon,
                           round((33.9 + random() * 0.2)::numeric, 4)::float8 as lat, random() > 0.1 as placed
                    from generate_series(1, :count) n) drawn
              """).bind("city", id).bind("count", count).execute();
      handle.execute("update city set data_version = 1 where id = ?", id);
      return new City(id, PROFILE);
    });
  }

  private static short city(Handle handle) {
    short id = handle
        .createQuery(
            "insert into city (slug, name, time_zone, metric_srid) values ('testville', 'Testville', 'America/Los_Angeles', 26911) returning id")
        .mapTo(Short.class)
        .one();
    handle.execute(
        "insert into offence values (?, 1, 'motor-vehicle-theft', 'x', 'vehicle', 'reported', 'open')",
        id);
    handle.execute(
        "insert into offence values (?, 2, 'other', 'x', 'other', 'reported', 'open')", id);
    handle.execute(
        "insert into offence_code values (?, 1, '510', 'VEHICLE - STOLEN', 1, true)", id);
    handle.execute("insert into offence_code values (?, 2, '900', 'OTHER', 2, true)", id);
    handle.execute(
        "insert into import_run (city, kind, file_name, sha256, bytes, started_at, by_whom, rows_read, accepted, flagged, rejected, inserted, updated, unchanged) values (?, 'areas', 'x', 'x', 0, now(), 'test', 2, 2, 0, 0, 2, 0, 0)",
        id);
    for (int half = 0; half < 2; half++) {
      handle.execute(
          """
          insert into area (city, set_id, slug, name, geom, geom_metric, area_km2, first_run, last_run)
          select ?, 'neighborhoods', ?, ?, ST_Multi(box), ST_Transform(ST_Multi(box), 26911), 1, 1, 1
          from ST_MakeEnvelope(?, 33.9, ?, 34.1, 4326) box
          """,
          id,
          half == 0 ? "west" : "east",
          half == 0 ? "West" : "East",
          -118.4 + half * 0.1,
          -118.3 + half * 0.1);
    }
    for (int year = 2020; year < 2024; year++) {
      handle.execute("create table incident_" + year + " partition of incident for values from ("
          + year + ") to (" + (year + 1) + ")");
    }
    return id;
  }

  /** The incidents of the database with their index read. */
  public static Incidents open(Database database, City city) {
    Incidents incidents = new Incidents(
        new IncidentStore(database), new CityStore(database), new AreaNamesStore(database));
    incidents.refresh(city);
    return incidents;
  }
}
