package org.lamplight.access;

import org.jspecify.annotations.Nullable;
import org.lamplight.http.Account;

/**
 * A session or a token that was found good.
 *
 * @param id number of the session or token
 * @param purpose what the token is for; null for a session
 * @param stale whether its last use was noted longer ago than a minute
 */
record Proof(Account account, long id, @Nullable String purpose, boolean stale) {

  /** The request's attribute that holds it. */
  static final String ATTRIBUTE = "lamplight.proof";

  /** The number of the session; 0 for a token, which is none. */
  long session() {
    return account.proof() == Account.Proof.SESSION ? id : 0;
  }
}
