package org.lamplight.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.http.Audit;

/** Appends to the audit trail. */
final class AuditStore {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 2_000;
  private final Database database;

  AuditStore(Database database) {
    this.database = database;
  }

  /** An entry of its own. */
  void append(Audit.Deed deed) {
    database.jdbi().useTransaction(handle -> append(handle, deed));
  }

  /**
   * An entry in the transaction of the change that it tells of. It comes last: from here until the transaction ends nobody else
   * can append.
   */
  static void append(Handle handle, Audit.Deed deed) {
    handle
        .createQuery(Sql.load("access/append_audit"))
        .bind("action", deed.action())
        .bind("outcome", deed.outcome())
        .bind("actor", clean(deed.actor()))
        .bind("from", clean(deed.from()))
        .bind("city", clean(deed.city()))
        .bind("details", details(deed.details()))
        .mapTo(Long.class)
        .one();
  }

  private static String details(Map<String, String> details) {
    Map<String, @Nullable String> clean = new TreeMap<>();
    details.forEach((name, value) -> clean.put(name, clean(value)));
    try {
      return JSON.writeValueAsString(clean);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL keeps no NUL; and a long value is cut, not refused. */
  private static @Nullable String clean(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String whole = value.replace("\0", "");
    if (whole.length() <= LONGEST) {
      return whole;
    }
    // Not through the middle of a character.
    int end = Character.isHighSurrogate(whole.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return whole.substring(0, end) + "...";
  }
}
