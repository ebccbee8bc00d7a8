package org.lamplight.http;

import java.util.Map;
import java.util.Set;

/** Callers for servers under test that have no accounts. */
public final class TestCallers {

  private TestCallers() {}

  /** Everybody is an analyst of every city who sees sensitive offences too. */
  public static Callers analyst() {
    return of(new Account(
        1,
        "analyst",
        Account.Proof.SESSION,
        Map.of(Account.EVERY_CITY, Set.of(Role.ANALYST)),
        Set.of(Account.EVERY_CITY)));
  }

  /** An analyst, unless the request says by the header {@code X-Nobody} that it is nobody's. */
  public static Callers analystOrNobody() {
    Callers analyst = analyst();
    return ctx -> ctx.header("X-Nobody") == null ? analyst.identify(ctx) : Caller.ANYBODY;
  }

  /** Everybody is that account. */
  public static Callers of(Account account) {
    return ctx -> new Caller(account, null);
  }
}
