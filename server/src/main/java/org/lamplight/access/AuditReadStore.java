package org.lamplight.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Reads the audit trail. */
final class AuditReadStore {

  private static final int FETCHED = 1_000;
  private final Database database;

  AuditReadStore(Database database) {
    this.database = database;
  }

  /**
   * Which entries an administrator asks for.
   *
   * @param everywhere whether he administers every city, and sees all that is about none
   * @param before number below which they stand
   * @param action an action, or the noun before its dot
   */
  record Search(
      String city,
      boolean everywhere,
      long before,
      @Nullable String actor,
      @Nullable String action,
      @Nullable String outcome,
      int limit) {}

  List<AuditEntry> search(Search search) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/list_audit"))
            .bind("city", search.city())
            .bind("everywhere", search.everywhere())
            .bind("before", search.before())
            .bind("actor", search.actor())
            .bind("action", search.action())
            .bind("outcome", search.outcome())
            .bind("limit", search.limit())
            .map((row, context) -> entry(row))
            .list());
  }

  /** What the account of that name did, the latest first, below a number. */
  List<AuditEntry> own(String actor, long before, int limit) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/own_audit"))
            .bind("actor", actor)
            .bind("before", before)
            .bind("limit", limit)
            .map((row, context) -> entry(row))
            .list());
  }

  /** The latest entries in the order in which they were written. */
  List<AuditEntry> latest(int limit) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/latest_audit"))
            .bind("limit", limit)
            .map((row, context) -> entry(row))
            .list());
  }

  /** Gives the whole trail, as it stands at one moment, to the chain; the first break, or null. */
  AuditChain.@Nullable Break follow(AuditChain chain) {
    return database
        .jdbi()
        .inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> follow(handle, chain));
  }

  private static AuditChain.@Nullable Break follow(Handle handle, AuditChain chain) {
    try (Stream<AuditEntry> entries = handle
        .createQuery(Sql.load("access/whole_audit"))
        .setFetchSize(FETCHED)
        .map((row, context) -> entry(row))
        .stream()) {
      entries.forEach(chain::take);
    }
    Head head = handle
        .createQuery(Sql.load("access/audit_head"))
        .map((row, context) -> new Head(row.getLong("entries"), row.getBytes("hash")))
        .findOne()
        .orElse(null);
    return head == null
        ? new AuditChain.Break(1, "has lost its head")
        : chain.end(head.entries(), head.hash());
  }

  private record Head(long entries, byte[] hash) {}

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("action"),
        row.getString("outcome"),
        row.getString("actor"),
        row.getString("from_address"),
        row.getString("city"),
        row.getString("details"),
        row.getBytes("previous"),
        row.getBytes("hash"));
  }
}
