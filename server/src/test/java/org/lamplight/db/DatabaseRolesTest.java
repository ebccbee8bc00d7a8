package org.lamplight.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

/** What each role of the database may do, tried on every relation that the catalog knows. */
class DatabaseRolesTest {

  private static final String RELATIONS = """
      select c.relname from pg_class c
      where c.relnamespace = 'lamplight'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      order by c.relname
      """;

  /** Everything that the public may read, as whole relations; of the city it may read some columns. */
  private static final Set<String> PUBLIC_READS = Set.of("area", "program", "published_site");

  @Test
  void thePublicReadsPublishedLayersAndReleasesAndNothingElse() {
    Addresses addresses = addresses();
    List<String> relations = relations(addresses);
    assertTrue(relations.containsAll(List.of("incident", "incident_key", "import_run", "site")));
    try (Database everybody = addresses.open(DatabaseRole.PUBLIC, 1, 5)) {
      for (String relation : relations) {
        boolean read = may(everybody, "select * from " + relation + " limit 1");
        boolean published = PUBLIC_READS.contains(relation)
            || relation.matches("release(_(area|cell|group|line|.*_public))?");
        assertTrue(published || !read, relation + " can be read by the public's role");
        for (String change : changes(relation)) {
          assertEquals(false, may(everybody, change), change);
        }
      }
      assertEquals(false, may(everybody, "select data_version from city"));
      assertEquals(true, may(everybody, "select slug, layer_version from city"));
      assertEquals(false, may(everybody, "create table lamplight.mine (a int)"));
      assertEquals(false, may(everybody, "set role lamplight_staff"));
    }
  }

  @Test
  void aSiteThatIsNotPublishedIsKnownToStaffOnly() {
    Addresses addresses = addresses();
    try (Database owner = Database.open(addresses.owner(), "owner", 1, 5);
        Database everybody = addresses.open(DatabaseRole.PUBLIC, 1, 5);
        Database staff = addresses.open(DatabaseRole.STAFF, 1, 5)) {
      owner.jdbi().useHandle(DatabaseRolesTest::twoSites);
      assertEquals(1, count(everybody, "published_site"));
      assertEquals(2, count(staff, "site"));
    }
  }

  @Test
  void staffReadTheLayersAndChangeNone() {
    Addresses addresses = addresses();
    try (Database staff = addresses.open(DatabaseRole.STAFF, 1, 5)) {
      for (String relation : List.of("incident", "area", "site", "program", "import_run", "city")) {
        assertEquals(true, may(staff, "select * from " + relation + " limit 1"), relation);
        assertEquals(false, may(staff, "delete from " + relation), relation);
      }
    }
  }

  @Test
  void aUserWhoMayNotMakeRolesIsRefusedUnlessTheFourAreGiven() {
    DatabaseAddress owner = TestDatabase.create();
    Addresses known = DatabaseRoles.provide(owner, Map.of());
    String name = "plain_" + ProcessHandle.current().pid();
    try (Database admin = Database.open(owner, "admin", 1, 5)) {
      admin.jdbi().useHandle(h -> h.execute("create role " + name + " login password 'plain'"));
    }
    DatabaseAddress plain = new DatabaseAddress(owner.jdbcUrl(), name, "plain");
    Fault fault = assertThrows(Fault.class, () -> DatabaseRoles.provide(plain, Map.of()));
    assertEquals(Fault.Kind.CONFLICT, fault.kind());
    assertTrue(fault.sentence().contains("one role for everything"), fault.sentence());

    assertEquals(known.byRole(), DatabaseRoles.provide(plain, known.byRole()).byRole());

    Map<DatabaseRole, DatabaseAddress> swapped = new EnumMap<>(known.byRole());
    swapped.put(DatabaseRole.PUBLIC, known.of(DatabaseRole.STAFF));
    fault = assertThrows(Fault.class, () -> DatabaseRoles.provide(plain, swapped));
    assertTrue(fault.sentence().startsWith("DATABASE_PUBLIC_URL: "), fault.sentence());
    swapped.put(DatabaseRole.PUBLIC, owner);
    fault = assertThrows(Fault.class, () -> DatabaseRoles.provide(plain, swapped));
    assertTrue(fault.sentence().contains("not as a superuser"), fault.sentence());
  }

  @Test
  void aPasswordThatSomebodyChangedIsSetAgain() {
    DatabaseAddress owner = TestDatabase.create();
    Addresses addresses = DatabaseRoles.provide(owner, Map.of());
    try (Database admin = Database.open(owner, "admin", 1, 5)) {
      admin.jdbi().useHandle(h -> h.execute("alter role lamplight_auth password 'other'"));
    }
    DatabaseRoles.provide(owner, Map.of());
    try (Database auth = addresses.open(DatabaseRole.AUTH, 1, 5)) {
      assertEquals(true, may(auth, "select 1"));
    }
  }

  private static Addresses addresses() {
    return DatabaseRoles.provide(TestDatabase.create(), Map.of());
  }

  private static List<String> relations(Addresses addresses) {
    try (Database owner = Database.open(addresses.owner(), "owner", 1, 5)) {
      return owner
          .jdbi()
          .withHandle(h -> h.createQuery(RELATIONS).mapTo(String.class).list());
    }
  }

  private static List<String> changes(String relation) {
    return List.of(
        "delete from " + relation,
        "truncate " + relation,
        "insert into " + relation + " default values",
        "drop table " + relation);
  }

  private static long count(Database database, String relation) {
    return database
        .jdbi()
        .withHandle(h ->
            h.createQuery("select count(*) from " + relation).mapTo(Long.class).one());
  }

  private static boolean may(Database database, String sql) {
    try (Handle handle = database.jdbi().open()) {
      handle.begin();
      handle.execute(sql);
      handle.rollback();
      return true;
    } catch (JdbiException e) {
      return false;
    }
  }

  private static void twoSites(Handle handle) {
    handle.execute(
        "insert into city (slug, name, time_zone, metric_srid) values ('t', 'T', 'UTC', 26911)");
    handle.execute("""
        insert into import_run (city, kind, file_name, sha256, bytes, started_at, by_whom, rows_read, accepted, flagged,
                                rejected, inserted, updated, unchanged)
        values (1, 'sites', 'x', 'x', 0, now(), 'test', 0, 0, 0, 0, 0, 0, 0)
        """);
    handle.execute("insert into program (city, slug, name, sign) values (1, 'p', 'P', 'moon')");
    handle.execute("""
        insert into site (city, program, slug, name, status, first_run, last_run, published)
        values (1, 'p', 'a', 'A', 'active', 1, 1, true), (1, 'p', 'b', 'B', 'proposed', 1, 1, false)
        """);
  }
}
