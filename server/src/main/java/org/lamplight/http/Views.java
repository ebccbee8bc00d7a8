package org.lamplight.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries of the audit trail that would come by the hundred, one for each pan of a map: the same one is written once in a while. */
public final class Views {

  /** The request's attribute that holds what its token is for. */
  public static final String PURPOSE = "lamplight.purpose";

  private static final int MOST = 50_000;
  private static final Duration READS = Duration.ofMinutes(10);
  private static final Duration REFUSALS = Duration.ofMinutes(1);

  /** What says where somebody looks and how much he gets at a time, not what of. */
  private static final List<String> FRAME =
      List.of("bbox", "bbox-crs", "zoom", "cursor", "limit", "f", "crs");

  private final Audit audit;
  private final String outcome;
  private final Cache<List<@Nullable Object>, Boolean> written;

  private Views(Audit audit, String outcome, Duration once) {
    this.audit = audit;
    this.outcome = outcome;
    this.written =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(once).build();
  }

  /** Views of records: one entry for an account and filter in ten minutes. */
  public static Views of(Audit audit) {
    return new Views(audit, "done", READS);
  }

  /** Refusals: one entry for an account and route in a minute. */
  public static Views refusals(Audit audit) {
    return new Views(audit, "refused", REFUSALS);
  }

  /**
   * Notes that the caller is about to see incidents.
   *
   * @param collection what he asked, such as {@code incidents}
   */
  public void incidents(Context ctx, String collection, Params params) {
    Params filter = params;
    for (String name : FRAME) {
      filter = filter.with(name, null);
    }
    Caller caller = Caller.of(ctx);
    String purpose = purpose(ctx);
    List<@Nullable Object> key = List.of(
        "incidents.read",
        caller.account() == null ? "" : caller.account().name(),
        String.valueOf(caller.city()),
        collection,
        purpose,
        filter.query());
    if (written.getIfPresent(key) == null) {
      // The area is that of the first view; those after it are moves from there.
      String area = params
          .find("area")
          .or(() -> params.find("bbox").map(box -> "bbox " + box))
          .orElse("all");
      write(
          ctx,
          key,
          "incidents.read",
          Map.of(
              "collection",
              collection,
              "filter",
              filter.query(),
              "area",
              area,
              "purpose",
              purpose));
    }
  }

  private static String purpose(Context ctx) {
    String purpose = ctx.attribute(PURPOSE);
    return purpose == null ? "explore" : purpose;
  }

  /** Notes something, unless the same was noted of the same caller a while ago. */
  public void note(Context ctx, String action, Map<String, String> details) {
    Caller caller = Caller.of(ctx);
    List<@Nullable Object> key = List.of(
        action,
        caller.account() == null ? ClientAddress.of(ctx) : caller.account().name(),
        String.valueOf(caller.city()),
        new TreeMap<>(details));
    if (written.getIfPresent(key) == null) {
      write(ctx, key, action, details);
    }
  }

  private void write(
      Context ctx, List<@Nullable Object> key, String action, Map<String, String> details) {
    Audit.Deed deed = Audit.Deed.done(ctx, action, details);
    audit.write(
        new Audit.Deed(action, outcome, deed.actor(), deed.from(), deed.city(), deed.details()));
    // After it is written: what could not be written is not taken for it.
    written.put(key, true);
  }
}
