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

  /** Everybody is that account. */
  public static Callers of(Account account) {
    return ctx -> new Caller(account, null);
  }
}
