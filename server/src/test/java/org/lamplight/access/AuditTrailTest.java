package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.http.Audit;
import org.lamplight.http.Role;

/** The trail only grows, whoever asks; what is done to it behind its back is found; and without it nothing is done. */
class AuditTrailTest {

  private AccessServer server;
  private AuditTrail trail;

  @BeforeEach
  void start() {
    server = new AccessServer();
    trail = new AuditTrail(server.auth);
    for (int i = 1; i <= 5; i++) {
      trail.write(new Audit.Deed(
          "test.note",
          "done",
          i == 3 ? null : "zoë \"quoted\" 漢",
          "127.0.0.1",
          i == 4 ? null : "atlanta",
          Map.of("number", "" + i, "text", "a\nb\0\\ é \uD83D\uDE00")));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void behindItsBack(String sql) {
    server.owner.jdbi().useTransaction(handle -> {
      handle.execute("set local session_replication_role = replica");
      handle.execute(sql);
    });
  }

  @Test
  void theTrailThatWasWrittenIsWhole() {
    AuditTrail.Verdict verdict = trail.verify();
    assertNull(verdict.broken(), verdict.toString());
    assertEquals(5, verdict.entries());
    assertTrue(verdict.lastHash().matches("[0-9a-f]{64}"));
    assertEquals(
        5,
        server.count(
            "select count(*) from audit_entry where extract(milliseconds from at)::bigint % 10 = 0"));
  }

  @Test
  void anEmptyTrailIsWhole() {
    try (AccessServer empty = new AccessServer()) {
      assertNull(new AuditTrail(empty.auth).verify().broken());
    }
  }

  static Stream<String> changes() {
    return Stream.of(
        "at = at + interval '10 milliseconds'",
        "at = at + interval '1 microsecond'",
        "action = 'test.other'",
        "outcome = 'refused'",
        "actor = null",
        "actor = 'somebody'",
        "from_address = '10.0.0.1'",
        "city = 'los-angeles'",
        "city = null",
        "details = details || '{\"number\": \"9\"}'",
        "details = details - 'number'",
        "details = '{}'",
        "previous = hash",
        "hash = previous",
        "id = 99",
        "action = 'test', outcome = 'done', actor = '.note'");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anyFieldThatIsChangedIsFoundAndItsEntryNamed(String change) {
    behindItsBack("update audit_entry set " + change + " where id = 2");
    String broken = String.valueOf(trail.verify().broken());
    assertTrue(broken.startsWith("entry 2 "), broken);
  }

  @Test
  void entriesThatWereTakenOutAreFound() {
    behindItsBack("delete from audit_entry where id = 3");
    assertEquals("entry 3 is missing", trail.verify().broken());
  }

  @Test
  void aLastEntryThatWasTakenOutIsFound() {
    behindItsBack("delete from audit_entry where id = 5");
    assertEquals("entry 5 is missing", trail.verify().broken());
  }

  @Test
  void aGapThatWasClosedIsFound() {
    behindItsBack("delete from audit_entry where id = 3");
    behindItsBack("update audit_entry set id = id - 1 where id > 3");
    assertEquals("entry 3 does not follow the entry before it", trail.verify().broken());
  }

  @Test
  void anEntryThatWasPutInIsFound() {
    behindItsBack(
        "insert into audit_entry select 6, at, action, outcome, actor, from_address, city, details, hash, hash from audit_entry where id = 5");
    String broken = String.valueOf(trail.verify().broken());
    assertTrue(broken.startsWith("entry 6 "), broken);
  }

  @Test
  void aTrailThatLostItsHeadIsFound() {
    behindItsBack("delete from audit_head");
    assertEquals("entry 1 has lost its head", trail.verify().broken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'x'",
        "delete from audit_entry",
        "delete from audit_entry where id = 5",
        "truncate audit_entry",
        "truncate audit_entry, audit_head",
        "update audit_head set entries = 4",
        "update audit_head set hash = hash",
        "delete from audit_head",
        "insert into audit_head (entries, hash) values (0, '')"
      })
  void notEvenTheOwnerChangesIt(String sql) {
    assertThrows(JdbiException.class, () -> server.sql(sql));
    assertNull(trail.verify().broken());
  }

  @Test
  void noRoleOfTheProgramWritesItButByTheFunction() {
    for (DatabaseRole role : DatabaseRole.values()) {
      try (Database database = server.addresses.open(role, 1, 5)) {
        for (String sql : List.of(
            "insert into audit_entry select * from audit_entry",
            "update audit_entry set actor = 'x'",
            "delete from audit_entry",
            "truncate audit_entry",
            "update audit_head set entries = 9",
            "alter table audit_entry disable trigger all",
            "drop function append_audit(text, text, text, text, text, jsonb)")) {
          assertThrows(
              JdbiException.class,
              () -> database.jdbi().useHandle(h -> h.execute(sql)),
              role + ": " + sql);
        }
        assertEquals(
            role == DatabaseRole.AUTH,
            may(database, "select count(*) from audit_entry"),
            "reads: " + role);
        assertEquals(
            role != DatabaseRole.PUBLIC,
            may(database, "select append_audit('a', 'done', null, 'b', null, '{}')"),
            "appends: " + role);
      }
    }
    assertNull(trail.verify().broken());
  }

  private static boolean may(Database database, String sql) {
    try {
      database.jdbi().useHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
      return true;
    } catch (JdbiException e) {
      return false;
    }
  }

  @Test
  void manyWritersMakeOneChain() {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writers.add(CompletableFuture.runAsync(
          () -> {
            for (int j = 0; j < 25; j++) {
              trail.write(new Audit.Deed("test.note", "done", "x", "y", null, Map.of()));
            }
          },
          threads));
    }
    writers.forEach(CompletableFuture::join);
    threads.shutdown();
    AuditTrail.Verdict verdict = trail.verify();
    assertNull(verdict.broken(), verdict.toString());
    assertEquals(205, verdict.entries());
  }

  @Test
  void whatCannotBeWrittenDownIsNotDone() {
    server.test.with("admin", "*", Role.ADMINISTRATOR).with("ana", "atlanta", Role.ANALYST);
    server.accounts.create(
        "bo",
        "a lamp at every corner",
        new Grant("*", Set.of(Role.ANALYST), false),
        AccessServer.BY);
    AccessServer.Client admin = server.as(server.test.cookie("admin"));
    server.test.token("admin");
    server.sql(
        "revoke execute on function append_audit(text, text, text, text, text, jsonb) from lamplight_auth");
    long accounts = server.count("select count(*) from account");
    for (Answer answer : List.of(
        server.ask("POST", "/session", Map.of("name", "bo", "password", "a lamp at every corner")),
        admin.ask(
            "POST",
            "/cities/atlanta/accounts",
            Map.of("name", "new", "roles", List.of("analyst"), "sensitive", false)),
        admin.ask(
            "PUT",
            "/cities/atlanta/accounts/ana",
            Map.of("roles", List.of("manager"), "sensitive", true, "disabled", false)),
        admin.ask(
            "PUT",
            "/cities/atlanta/accounts/ana",
            Map.of("roles", List.of("analyst"), "sensitive", false, "disabled", true)),
        admin.ask("POST", "/cities/atlanta/accounts/ana/link", Map.of()),
        admin.ask("POST", "/account/tokens", Map.of("name", "n", "purpose", "p", "days", 1)),
        admin.ask("DELETE", "/account/tokens/1", null),
        admin.ask("GET", "/cities/atlanta/audit?f=csv", null),
        admin.ask("DELETE", "/account/sessions", null))) {
      assertEquals(500, answer.status(), answer.body());
      assertEquals("", answer.header("Set-Cookie"));
    }
    assertEquals(accounts, server.count("select count(*) from account"));
    assertEquals(1, server.count("select count(*) from token"));
    assertEquals(1, server.count("select count(*) from session"));
    assertEquals(0, server.count("select count(*) from account where disabled"));
    assertEquals(
        1,
        server.count(
            "select count(*) from account_role where role = 'analyst' and city = 'atlanta'"));
    assertEquals(200, admin.ask("GET", "/account", null).status());
  }
}
