package org.lamplight.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Role;

/**
 * An account as it is stored.
 *
 * @param password Argon2id; null where none is set
 * @param issuer the OpenID provider that vouches for it; null for a local one
 * @param totpSecret encrypted; counts only where {@code secondFactor} says so
 */
record StoredAccount(
    long id,
    String name,
    @Nullable String password,
    @Nullable String issuer,
    boolean disabled,
    byte @Nullable [] totpSecret,
    boolean secondFactor,
    @Nullable Instant lastSeenAt,
    Map<String, Set<Role>> roles,
    Set<String> sensitive) {

  Set<Role> rolesIn(String city) {
    return roles.getOrDefault(city, Set.of());
  }
}
