package org.lamplight.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Entries of the audit trail that would come by the hundred, one for each pan of a map: the same one is written once in a while. */
public final class Views {

  /** The request's attribute that holds what its token is for. */
  public static final String PURPOSE = "lamplight.purpose";

  private static final int MOST = 20_000;
  private static final Duration READS = Duration.ofMinutes(10);
  private static final Duration REFUSALS = Duration.ofMinutes(1);

  /** What says where somebody looks and how much he gets at a time, not what of. */
  private static final List<String> FRAME =
      List.of("bbox", "bbox-crs", "zoom", "cursor", "limit", "f", "crs");

  private final Audit audit;
  private final Cache<List<String>, Boolean> reads = cache(READS);
  private final Cache<List<String>, Boolean> refusals = cache(REFUSALS);

  public Views(Audit audit) {
    this.audit = audit;
  }

  private static Cache<List<String>, Boolean> cache(Duration once) {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(once).build();
  }

  /**
   * Notes, before they are sent, that the caller sees incidents: one entry for an account, purpose and filter in ten minutes.
   *
   * @param what he asked, such as {@code incidents}
   */
  public void incidents(Context ctx, String what, Params params) {
    String filter = filter(params);
    Caller caller = Caller.of(ctx);
    String purpose = ctx.attribute(PURPOSE);
    String why = purpose == null ? "explore" : purpose;
    List<String> key = List.of(who(ctx), String.valueOf(caller.city()), what, why, filter);
    if (reads.getIfPresent(key) == null) {
      // The area is that of the first view; those after it are moves from there.
      String area = params
          .find("area")
          .or(() -> params.find("bbox").map(box -> "bbox " + box))
          .orElse("all");
      audit.write(Audit.Deed.done(
          ctx,
          "incidents.read",
          Map.of("collection", what, "filter", filter, "area", area, "purpose", why)));
      reads.put(key, true);
    }
  }

  private static String filter(Params params) {
    Params filter = params;
    for (String name : FRAME) {
      if (filter.has(name)) {
        filter = filter.with(name, null);
      }
    }
    return filter.query();
  }

  /** Notes that somebody who is signed in was refused something for want of a role: one entry in a minute for each. */
  public void refused(Context ctx, String what) {
    Caller caller = Caller.of(ctx);
    List<String> key = List.of(who(ctx), String.valueOf(caller.city()), what);
    if (caller.account() != null && refusals.getIfPresent(key) == null) {
      audit.write(Audit.Deed.refused(ctx, "role.refused", Map.of("what", what)));
      refusals.put(key, true);
    }
  }

  private static String who(Context ctx) {
    Account account = Caller.of(ctx).account();
    return account == null ? "" : account.name();
  }
}
