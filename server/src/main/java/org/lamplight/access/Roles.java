package org.lamplight.access;

import static org.lamplight.fault.Fault.require;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lamplight.http.Role;

/** The roles that an account can hold, as words and as {@link Role}. */
public final class Roles {

  private static final Set<Role> GRANTED =
      EnumSet.of(Role.MANAGER, Role.ANALYST, Role.ADMINISTRATOR);

  private Roles() {}

  /** The role of that word; INVALID, naming the field, when there is none. */
  public static Role parse(String field, String word) {
    return GRANTED.stream()
        .filter(role -> word(role).equals(word))
        .findFirst()
        .orElseThrow(() -> org.lamplight.fault.Fault.invalid(
            field + ": must be analyst, manager or administrator"));
  }

  static Set<Role> parse(String field, Collection<String> words) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    words.forEach(word -> roles.add(parse(field, word)));
    return roles;
  }

  static String word(Role role) {
    require(GRANTED.contains(role), "role: nobody can be given " + role);
    return role.name().toLowerCase(Locale.ROOT);
  }

  static List<String> words(Collection<Role> roles) {
    return roles.stream().sorted().map(Roles::word).toList();
  }

  static Map<String, List<String>> words(Map<String, Set<Role>> byCity) {
    Map<String, List<String>> words = new TreeMap<>();
    byCity.forEach((city, roles) -> words.put(city, words(roles)));
    return words;
  }

  /** Reads what the database gives: a city, a space, a role. */
  static Map<String, Set<Role>> stored(String[] pairs) {
    Map<String, Set<Role>> roles = new LinkedHashMap<>();
    for (String pair : pairs) {
      int space = pair.indexOf(' ');
      roles
          .computeIfAbsent(pair.substring(0, space), city -> EnumSet.noneOf(Role.class))
          .add(parse("role", pair.substring(space + 1)));
    }
    return roles;
  }
}
