package org.lamplight.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** Which failures of the database a caller can act on: it is away or full (try later), or the statement took too long. */
public final class DatabaseFaults {

  private DatabaseFaults() {}

  /** The fault that a failure stands for; empty when it is a bug. */
  public static Optional<Fault> of(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        Fault.Kind kind = kind(sql);
        return kind == null
            ? Optional.empty()
            : Optional.of(new Fault(kind, sentence(kind), failure));
      }
    }
    return Optional.empty();
  }

  private static Fault.@Nullable Kind kind(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.equals("57014")) {
      return Fault.Kind.TOO_SLOW;
    }
    boolean away = failure instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P");
    return away ? Fault.Kind.BUSY : null;
  }

  private static String sentence(Fault.Kind kind) {
    return kind == Fault.Kind.BUSY
        ? "the database cannot answer now; try again shortly"
        : "this took longer than it may; ask for less";
  }
}
