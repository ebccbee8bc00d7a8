package org.lamplight.http;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as it matters for what he may see.
 *
 * @param account null for anybody who is not signed in
 * @param city slug of the city that the request is about; null where it is about none, and then the roles of all cities count
 */
public record Caller(@Nullable Account account, @Nullable String city) {

  static final String ATTRIBUTE = "lamplight.caller";

  /** Anybody. */
  public static final Caller ANYBODY = new Caller(null, null);

  /** The caller of the request; the server has found him before any handler runs. */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    return caller == null ? ANYBODY : caller;
  }

  /** The same caller where a city is concerned. */
  public Caller in(@Nullable String slug) {
    return new Caller(account, slug);
  }

  public boolean isAnybody() {
    return account == null;
  }

  /** Whether he may do what asks for that role. */
  public boolean may(Role needed) {
    return switch (needed) {
      case PUBLIC -> true;
      case SIGNED_IN -> account != null;
      case STAFF -> !roles().isEmpty();
      case WORKSPACE -> may(Role.ANALYST) || may(Role.MANAGER);
      case MANAGER, ANALYST, ADMINISTRATOR -> roles().contains(needed);
    };
  }

  /** The roles that he holds in the city that the request is about. */
  public Set<Role> roles() {
    Set<Role> held = EnumSet.noneOf(Role.class);
    if (account != null) {
      account.roles().forEach((slug, roles) -> {
        if (city == null || slug.equals(city) || slug.equals(Account.EVERY_CITY)) {
          held.addAll(roles);
        }
      });
    }
    return held;
  }

  /** Whether he may see single incidents of sensitive offences: an analyst whose account is marked for them. */
  public boolean seesSensitive() {
    return account != null
        && may(Role.ANALYST)
        && (account.sensitive().contains(Account.EVERY_CITY)
            || (city != null && account.sensitive().contains(city)));
  }
}
