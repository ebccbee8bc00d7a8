package org.lamplight.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Studies in the database. */
public final class StudyStore {

  private final Database database;

  /**
   * The store.
   *
   * @param database a pool of the role of staff
   */
  public StudyStore(Database database) {
    this.database = database;
  }

  /** What is to be done before a change is committed; what it throws takes the change back. */
  @FunctionalInterface
  interface BeforeCommit {
    void act();
  }

  void insert(City city, Study study, BeforeCommit before) {
    database.jdbi().useTransaction(handle -> {
      handle
          .createUpdate(Sql.load("study/insert_study"))
          .bind("id", study.id())
          .bind("city", city.id())
          .bind("account", study.account())
          .bind("account_name", study.accountName())
          .bind("title", study.title())
          .bind("process", study.process())
          .bind("inputs", study.inputs())
          .bindBySqlType("filter", study.filter(), Types.VARCHAR)
          .bindBySqlType("layer", study.layer(), Types.VARCHAR)
          .bind("data_version", study.dataVersion())
          .bindBySqlType("seed", study.seed(), Types.BIGINT)
          .bind("parameters", study.parameters())
          .bind("result", study.result())
          .bind("card", study.card())
          .bindBySqlType("reason", study.reason(), Types.VARCHAR)
          .bind("sensitive", study.sensitive())
          .bind("police", study.police())
          .execute();
      before.act();
    });
  }

  Optional<Study> find(City city, String id) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("study/find_study"))
            .bind("city", city.id())
            .bind("id", id)
            .map((row, context) -> study(row))
            .findOne());
  }

  /**
   * Which studies to list.
   *
   * @param roles held by the reader
   * @param sensitive whether he sees incidents of sensitive offences
   * @param all whether those of others too, as administrators see what is kept
   */
  record Search(
      long account, List<String> roles, boolean sensitive, boolean all, int skip, int limit) {}

  /** Without what they found. */
  List<Study> list(City city, Search search) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("study/list_studies"))
            .bind("city", city.id())
            .bind("account", search.account())
            .bindArray("roles", String.class, search.roles())
            .bind("sensitive", search.sensitive())
            .bind("all", search.all())
            .bind("skip", search.skip())
            .bind("limit", search.limit())
            .map((row, context) -> study(row))
            .list());
  }

  long count(City city, long account) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("study/count_studies"))
            .bind("city", city.id())
            .bind("account", account)
            .mapTo(Long.class)
            .one());
  }

  void share(String id, @Nullable String role, BeforeCommit before) {
    database.jdbi().useTransaction(handle -> {
      handle
          .createUpdate(Sql.load("study/share_study"))
          .bind("id", id)
          .bindBySqlType("role", role, Types.VARCHAR)
          .execute();
      before.act();
    });
  }

  void delete(String id, BeforeCommit before) {
    database.jdbi().useTransaction(handle -> {
      handle.createUpdate(Sql.load("study/delete_study")).bind("id", id).execute();
      before.act();
    });
  }

  private static Study study(ResultSet row) throws SQLException {
    long seed = row.getLong("seed");
    Long known = row.wasNull() ? null : seed;
    return new Study(
        row.getString("id"),
        row.getLong("account"),
        row.getString("account_name"),
        row.getString("title"),
        row.getString("process"),
        row.getString("inputs"),
        row.getString("filter"),
        row.getString("layer"),
        row.getLong("data_version"),
        known,
        row.getString("parameters"),
        row.getString("result"),
        row.getString("card"),
        row.getString("reason"),
        row.getBoolean("sensitive"),
        row.getBoolean("police"),
        row.getString("shared_role"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
