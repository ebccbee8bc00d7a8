package org.lamplight.access;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Audit;
import org.lamplight.http.Caller;
import org.lamplight.http.ClientAddress;

/**
 * Who does something, as the audit trail names him.
 *
 * @param name of his account, or of the system user; null for anybody
 * @param from the client's address, or {@code command line}
 */
public record Doer(@Nullable String name, String from) {

  /** The caller of a request. */
  static Doer of(Context ctx) {
    Caller caller = Caller.of(ctx);
    return new Doer(
        caller.account() == null ? null : caller.account().name(), ClientAddress.of(ctx));
  }

  /** The system user at the command line. */
  public static Doer atCommandLine() {
    return new Doer(System.getProperty("user.name"), "command line");
  }

  Audit.Deed done(String action, @Nullable String city, Map<String, String> details) {
    return new Audit.Deed(action, "done", name, from, city, details);
  }

  Audit.Deed refused(String action, Map<String, String> details) {
    return new Audit.Deed(action, "refused", name, from, null, details);
  }
}
