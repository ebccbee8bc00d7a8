package org.lamplight.http;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trail of who did what. A deed that cannot be written down must not be done: whatever is thrown ends the request. */
@FunctionalInterface
public interface Audit {

  void write(Deed deed);

  /**
   * What was done, tried or refused.
   *
   * @param action what, in the trail's words: a noun and a verb such as {@code session.open}, {@code incidents.read}
   * @param outcome {@code done}, {@code refused} or {@code failed}
   * @param actor name of the account, or the system user of the command line; null for anybody
   * @param from the client's address, or {@code command line}
   * @param city slug, where a city is concerned
   * @param details names and short values; never a password, a token, a session id or a row's content
   */
  record Deed(
      String action,
      String outcome,
      @Nullable String actor,
      String from,
      @Nullable String city,
      Map<String, String> details) {

    /** Something that the request's caller did. */
    public static Deed done(Context ctx, String action, Map<String, String> details) {
      return of(ctx, action, "done", details);
    }

    /** Something that the request's caller was refused. */
    public static Deed refused(Context ctx, String action, Map<String, String> details) {
      return of(ctx, action, "refused", details);
    }

    private static Deed of(
        Context ctx, String action, String outcome, Map<String, String> details) {
      Caller caller = Caller.of(ctx);
      String actor = caller.account() == null ? null : caller.account().name();
      return new Deed(action, outcome, actor, ClientAddress.of(ctx), caller.city(), details);
    }
  }
}
