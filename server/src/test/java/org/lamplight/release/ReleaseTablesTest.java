package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.db.Database;
import org.lamplight.fault.Fault;
import org.lamplight.http.Audit;

/** What stands in the database stands, and the public's role reads no more than what was published. */
class ReleaseTablesTest {

  private static final List<String> TABLES = List.of(
      "release", "release_area", "release_group", "release_cell", "release_line", "release_frozen");

  private static TestCity city;

  @BeforeAll
  static void publish() {
    city = new TestCity(1, 3);
    for (String month : List.of("2024-01", "2024-02", "2024-03")) {
      city.add("d1-n1", month, TestCity.BURGLARY, 30);
    }
    city.add("d1-n1", "2024-01", TestCity.VIOLENT, 3);
    city.publish("2024-05-01");
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void thePublicReadsReleasesAndNoTableOfIncidents() {
    Set<String> readable = new TreeSet<>();
    for (String table : relations()) {
      if (works(city.everybody, "select count(*) from " + table)) {
        readable.add(table);
      }
    }
    assertTrue(relations().size() > 20, "too few relations were tried");
    assertEquals(
        new TreeSet<>(Set.of(
            "area",
            "city",
            "program",
            "published_site",
            "release",
            "release_area",
            "release_cell",
            "release_group",
            "release_line")),
        readable);
  }

  @Test
  void theCountsBehindHiddenCellsAndWhoPublishedAreClosedToThePublic() {
    String refused = refusal(city.everybody, "select * from release_frozen");
    assertTrue(refused.contains("permission denied"), refused);
    assertTrue(
        refusal(city.everybody, "select made_by from release").contains("permission denied"));
    assertTrue(
        refusal(city.everybody, "select withdrawn_by from release").contains("permission denied"));
    assertEquals(true, works(city.imports, "select * from release_frozen"));
  }

  @Test
  void nobodyChangesOrRemovesWhatWasPublished() {
    for (Database database : List.of(city.owner, city.imports, city.everybody)) {
      for (String table : TABLES) {
        for (String change : List.of(
            "update " + table + " set city = city",
            "delete from " + table,
            "truncate " + table + " cascade")) {
          String refused = refusal(database, change);
          assertTrue(
              refused.contains("never changed") || refused.contains("permission denied"),
              change + ": " + refused);
        }
      }
    }
  }

  @Test
  void thePublicWritesNothing() {
    for (String table : TABLES) {
      assertTrue(refusal(city.everybody, "insert into " + table + " default values")
          .contains("permission denied"));
    }
  }

  @Test
  void aWithdrawalIsWrittenOnce() {
    try (TestCity other = new TestCity(1, 3)) {
      other.add("d1-n1", "2024-01", TestCity.BURGLARY, 30);
      other.publish("2024-05-01");
      Publishing publishing = other.publishing("2024-05-02");
      withdraw(publishing, other, 1, "wrong file");
      Withdrawal withdrawal = other.latest().withdrawal();
      assertEquals("wrong file", withdrawal == null ? null : withdrawal.why());
      Fault again =
          assertThrows(Fault.class, () -> withdraw(publishing, other, 1, "another reason"));
      assertEquals(Fault.Kind.CONFLICT, again.kind());
      Fault none = assertThrows(Fault.class, () -> withdraw(publishing, other, 9, "no such"));
      assertEquals(Fault.Kind.MISSING, none.kind());
      for (String change : List.of(
          "update release set withdrawn_why = 'better'",
          "update release set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null")) {
        assertTrue(refusal(other.owner, change).contains("never changed"), change);
      }
      assertEquals(
          List.of("release.publish", "release.withdraw"),
          other.deeds.stream().map(Audit.Deed::action).toList());
    }
  }

  private static void withdraw(Publishing publishing, TestCity of, int number, String why) {
    publishing.withdraw(
        of.city,
        number,
        new Publishing.Withdrawing("tester", why),
        (Map<String, String> details) ->
            new Audit.Deed("release.withdraw", "done", "tester", "test", "testville", details));
  }

  private static List<String> relations() {
    return city.owner
        .jdbi()
        .withHandle(handle -> handle.createQuery("""
            select c.relname from pg_class c
            where c.relnamespace = 'lamplight'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            """).mapTo(String.class).list());
  }

  private static boolean works(Database database, String sql) {
    // city is granted by columns.
    String plain = sql.equals("select count(*) from city")
        ? "select id from city"
        : sql.equals("select count(*) from release") ? "select number from release" : sql;
    return refusal(database, plain).isEmpty();
  }

  /** What PostgreSQL says against a statement that is taken back in any case; empty when it works. */
  private static String refusal(Database database, String sql) {
    List<String> said = new ArrayList<>();
    database.jdbi().useHandle(handle -> {
      handle.begin();
      try {
        handle.execute(sql);
      } catch (JdbiException e) {
        said.add(String.valueOf(e.getMessage()));
      }
      handle.rollback();
    });
    return said.isEmpty() ? "" : said.get(0);
  }
}
