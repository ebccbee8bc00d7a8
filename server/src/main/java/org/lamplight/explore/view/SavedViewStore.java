package org.lamplight.explore.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.http.Account;

/** Keeps saved views. */
public final class SavedViewStore {

  private final Database database;

  /**
   * A store.
   *
   * @param database a pool of staff's role, which may write this one table
   */
  public SavedViewStore(Database database) {
    this.database = database;
  }

  /** The views of a city that the account may see: its own and those that are shared. */
  List<SavedView.Stored> list(City city, Account reader) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("view/list"))
            .bind("city", city.id())
            .bind("reader", reader.id())
            .map((row, context) -> stored(row))
            .list());
  }

  Optional<SavedView.Stored> find(City city, Account reader, int id) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("view/find"))
            .bind("city", city.id())
            .bind("reader", reader.id())
            .bind("id", id)
            .map((row, context) -> stored(row))
            .findOne());
  }

  /** Keeps a new view; its number. */
  int insert(City city, Account owner, SavedView view, long dataVersion) {
    return database
        .jdbi()
        .withHandle(handle -> bound(
                handle.createQuery(Sql.load("view/insert")), city, owner, view, dataVersion)
            .bind("by", owner.name())
            .mapTo(Integer.class)
            .one());
  }

  /** Changes a view of the owner's; false where he has none of that number. */
  boolean update(City city, Account owner, int id, SavedView view, long dataVersion) {
    return database
            .jdbi()
            .withHandle(handle -> bound(
                    handle.createUpdate(Sql.load("view/update")), city, owner, view, dataVersion)
                .bind("id", id)
                .execute())
        == 1;
  }

  boolean delete(City city, Account owner, int id) {
    return database
            .jdbi()
            .withHandle(handle -> handle
                .createUpdate(Sql.load("view/delete"))
                .bind("city", city.id())
                .bind("owner", owner.id())
                .bind("id", id)
                .execute())
        == 1;
  }

  private static <T extends SqlStatement<T>> T bound(
      T statement, City city, Account owner, SavedView view, long dataVersion) {
    return statement
        .bind("city", city.id())
        .bind("owner", owner.id())
        .bind("title", view.title())
        .bind("note", view.note())
        .bind("state", view.state())
        .bind("shared", view.shared())
        .bind("matched", view.matched().isPresent() ? view.matched().getAsLong() : null)
        .bind("version", dataVersion);
  }

  private static SavedView.Stored stored(ResultSet row) throws SQLException {
    long matched = row.getLong("matched");
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(matched);
    return new SavedView.Stored(
        row.getInt("id"),
        new SavedView(
            row.getString("title"),
            row.getString("note"),
            row.getString("state"),
            row.getBoolean("shared"),
            known),
        row.getLong("owner"),
        row.getString("owner_name"),
        row.getObject("changed_at", OffsetDateTime.class)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toInstant()
            .toString(),
        row.getLong("data_version"));
  }
}
