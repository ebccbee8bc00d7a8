/**
 * Accounts, sessions, tokens, roles by city, and the audit trail.
 *
 * <p>{@link org.lamplight.access.Access} joins the pieces for the server. A change of what is stored and its entry in the audit
 * trail are one transaction: the stores take the {@code Deed} along. No secret is stored: of session ids, tokens, links and
 * recovery codes only the hash, of passwords Argon2id, and the second factor's secret encrypted.
 */
@NullMarked
package org.lamplight.access;

import org.jspecify.annotations.NullMarked;
