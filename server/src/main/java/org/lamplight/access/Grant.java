package org.lamplight.access;

import java.util.Map;
import java.util.Set;
import org.lamplight.http.Role;

/**
 * What an account may do in a city.
 *
 * @param city slug, or {@code *} for every city
 * @param sensitive whether it sees incidents of sensitive offences there, as an analyst
 */
public record Grant(String city, Set<Role> roles, boolean sensitive) {

  public Grant {
    roles = Set.copyOf(roles);
  }

  Map<String, String> details(String account) {
    return Map.of(
        "account",
        account,
        "roles",
        String.join(" ", Roles.words(roles)),
        "sensitive",
        Boolean.toString(sensitive));
  }
}
