package org.lamplight.release;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.AreaSet;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityStore;
import org.lamplight.city.Offence;
import org.lamplight.city.OfficialTotals;
import org.lamplight.city.Text;
import org.lamplight.db.Addresses;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.DatabaseRoles;
import org.lamplight.db.TestDatabase;
import org.lamplight.disclosure.Progress;
import org.lamplight.geo.BBox;
import org.lamplight.http.Audit;

/**
 * A made-up city of square neighborhoods in districts, whose incidents are written count by count. Neighborhood {@code d1-n2} lies
 * in district {@code d1}; each has 5,000 residents unless told otherwise.
 */
final class TestCity implements AutoCloseable {

  static final String HOMICIDE = "homicide";
  static final String VIOLENT = "violent";
  static final String BURGLARY = "burglary";
  static final String HARASSMENT = "harassment";
  static final String TRESPASS = "trespass";

  /** No neighborhood. */
  static final String NOWHERE = "";

  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  final Addresses addresses = DatabaseRoles.provide(TestDatabase.create(), Map.of());
  final Database owner = Database.open(addresses.owner(), "owner", 2, 60);
  final Database imports = addresses.open(DatabaseRole.IMPORT, 2, 0);
  final Database everybody = addresses.open(DatabaseRole.PUBLIC, 2, 5);
  final City city;
  final List<Audit.Deed> deeds = new ArrayList<>();
  private final Map<String, Integer> areas = new HashMap<>();
  private long next = 1;

  /** A city of so many districts, each of so many neighborhoods. */
  TestCity(int districts, int neighborhoods) {
    city = new CityStore(owner).register(profile());
    owner.jdbi().useHandle(handle -> {
      run(handle);
      for (int year = 2020; year < 2025; year++) {
        handle.execute("create table incident_%d partition of incident for values from (%d) to (%d)"
            .formatted(year, year, year + 1));
        handle.execute("alter table incident_" + year + " owner to lamplight_import");
      }
      for (int d = 1; d <= districts; d++) {
        area(handle, "districts", "d" + d, new double[] {d, 0, d + 1, neighborhoods});
        for (int n = 1; n <= neighborhoods; n++) {
          area(handle, "neighborhoods", "d" + d + "-n" + n, new double[] {d, n - 1, d + 1, n});
        }
      }
    });
  }

  private void run(Handle handle) {
    handle.execute("""
        insert into import_run (city, kind, file_name, sha256, bytes, started_at, by_whom, rows_read, accepted, flagged,
                                rejected, inserted, updated, unchanged)
        values (?, 'areas', 'x', 'x', 0, now(), 'test', 0, 0, 0, 0, 0, 0, 0)
        """, city.id());
  }

  private void area(Handle handle, String set, String slug, double[] box) {
    int id = handle
        .createQuery("""
            insert into area (city, set_id, slug, name, population, geom, geom_metric, area_km2, first_run, last_run)
            select :city, :set, :slug, :name, 5000, ST_Multi(box), ST_Transform(ST_Multi(box), 26911), 1, 1, 1
            from ST_MakeEnvelope(:west, :south, :east, :north, 4326) box
            returning id
            """)
        .bind("city", city.id())
        .bind("set", set)
        .bind("slug", slug)
        .bind("name", slug.equals("d1-n1") ? "=Sum <b>" : slug.toUpperCase(java.util.Locale.ROOT))
        .bind("west", -118.4 + box[0] * 0.01)
        .bind("south", 33.9 + box[1] * 0.01)
        .bind("east", -118.4 + box[2] * 0.01)
        .bind("north", 33.9 + box[3] * 0.01)
        .mapTo(Integer.class)
        .one();
    areas.put(slug, id);
  }

  void residents(String slug, @Nullable Integer residents) {
    owner
        .jdbi()
        .useHandle(handle -> handle.execute(
            "update area set population = ? where city = ? and slug = ?",
            residents,
            city.id(),
            slug));
  }

  /** Writes so many more incidents of an offence in a neighborhood and month, reported on the day they occurred. */
  void add(String neighborhood, String month, String offence, int count) {
    YearMonth of = YearMonth.parse(month);
    int code = 1 + profile().offences().stream().map(Offence::id).toList().indexOf(offence);
    String placed = neighborhood.equals(NOWHERE) ? "{}" : "{" + areas.get(neighborhood) + "}";
    owner
        .jdbi()
        .useHandle(handle -> handle
            .createUpdate("""
            insert into incident (city, year, id, code, hour, weekday, flags, firearm, occurred_from, reported_on, areas, record)
            select :city, :year, n,
                   (select c.id from offence_code c where c.city = :city and c.code = :code), 12, 1, 0, false,
                   (cast(:first as date) + cast((n % 28) as integer) + time '12:00') at time zone :zone,
                   cast(:last as date), cast(:areas as integer[]), 'R' || n
            from generate_series(:from, :until) n
            """)
            .bind("city", city.id())
            .bind("year", of.getYear())
            .bind("code", "C" + code)
            .bind("first", of.atDay(1))
            .bind("last", of.atEndOfMonth())
            .bind("zone", ZONE.getId())
            .bind("areas", placed)
            .bind("from", next)
            .bind("until", next + count - 1)
            .execute());
    next += count;
  }

  /** The clock at noon of a day, in the city. */
  static Clock on(String day) {
    return Clock.fixed(Instant.parse(day + "T20:00:00Z"), ZoneOffset.UTC);
  }

  Publishing publishing(String day) {
    return new Publishing(imports, deeds::add, on(day));
  }

  /** Builds and publishes on that day; empty when nothing is new. */
  Optional<Published> publish(String day) {
    Publishing publishing = publishing(day);
    Optional<Publishing.Ready> ready = publishing.build(city, Progress.SILENT);
    ready.ifPresent(built -> publishing.publish(
        built,
        "tester",
        details ->
            new Audit.Deed("release.publish", "done", "tester", "test", city.slug(), details)));
    return ready.map(built -> latest());
  }

  /** The latest release, read with the public's role. */
  Published latest() {
    ReleaseStore store = new ReleaseStore(everybody);
    return store.load(city, store.list(city).get(0));
  }

  /** The shown count; null where hidden. */
  static @Nullable Integer count(
      Published release, String unit, String slug, String period, String group) {
    return cell(release, unit, slug, period, group).count();
  }

  static Cell cell(Published release, String unit, String slug, String period, String group) {
    return release.cell(
        release.area(unit, slug).orElseThrow(),
        Period.find(period).orElseThrow(),
        release.group(group).orElseThrow());
  }

  static CityProfile profile() {
    return new CityProfile(
        "testville",
        new Text("Testville", "Testville"),
        ZONE,
        26911,
        new BBox(-118.4, 33.9, -118.2, 34.1),
        "neighborhoods",
        new Text("made up", "inventado"),
        List.of(set("neighborhoods"), set("districts")),
        List.of(
            group(HOMICIDE), group(VIOLENT), group(BURGLARY), group("sensitive"), group("police")),
        List.of(
            offence(HOMICIDE, HOMICIDE, Offence.Origin.REPORTED, Offence.Sensitivity.OPEN, 1),
            offence(VIOLENT, VIOLENT, Offence.Origin.MIXED, Offence.Sensitivity.OPEN, 2),
            offence(BURGLARY, BURGLARY, Offence.Origin.REPORTED, Offence.Sensitivity.OPEN, 3),
            offence(
                HARASSMENT, "sensitive", Offence.Origin.REPORTED, Offence.Sensitivity.SENSITIVE, 4),
            offence(
                TRESPASS, "police", Offence.Origin.POLICE_GENERATED, Offence.Sensitivity.OPEN, 5)),
        List.of(),
        List.of(),
        new CityProfile.ReleasePlan(
            "neighborhoods", "districts", List.of(new Text("A gap.", "Un hueco."))),
        new OfficialTotals(new Text("Counted by hand", "Contados a mano"), Map.of(2024, 2_500L)));
  }

  private static AreaSet set(String id) {
    return new AreaSet(
        id,
        new Text(id, id),
        new AreaSet.Fields(List.of("name"), List.of(), List.of(), null),
        "made up");
  }

  private static CityProfile.Group group(String id) {
    return new CityProfile.Group(id, new Text(id, id));
  }

  private static Offence offence(
      String id, String group, Offence.Origin origin, Offence.Sensitivity sensitivity, int code) {
    return new Offence(id, new Text(id, id), group, origin, sensitivity, List.of("C" + code));
  }

  @Override
  public void close() {
    everybody.close();
    imports.close();
    owner.close();
  }
}
