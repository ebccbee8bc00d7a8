package org.lamplight.access;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lamplight.http.Account;
import org.lamplight.http.Role;

/** What a provider's token says of a person: a name, and roles such as {@code los-angeles:analyst}. */
final class ProviderClaims {

  private static final int LONGEST_NAME = 60;
  private static final String SENSITIVE = "sensitive";

  private ProviderClaims() {}

  /** Name and roles; what is no city or no role here is passed over. */
  static ProviderStore.Identity read(
      IDTokenClaimsSet claims, String rolesClaim, Set<String> cities) {
    return new ProviderStore.Identity(
        new AccountStore.Subject(
            claims.getIssuer().getValue(), claims.getSubject().getValue()),
        name(claims),
        grants(words(claims.getClaim(rolesClaim)), cities));
  }

  private static String name(IDTokenClaimsSet claims) {
    for (String claim : List.of("preferred_username", "email")) {
      String given = claims.getStringClaim(claim);
      String name = given == null
          ? ""
          : given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@+-]|^[^a-z0-9]+", "");
      if (name.length() >= 2) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
      }
    }
    return "member";
  }

  private static List<String> words(Object claim) {
    if (claim instanceof String text) {
      return List.of(text.split("[\\s,]+"));
    }
    List<String> words = new ArrayList<>();
    if (claim instanceof Collection<?> values) {
      values.forEach(value -> words.add(String.valueOf(value)));
    }
    return words;
  }

  private static List<Grant> grants(List<String> words, Set<String> cities) {
    Map<String, Set<Role>> roles = new TreeMap<>();
    Set<String> sensitive = new java.util.HashSet<>();
    for (String word : words) {
      int colon = word.indexOf(':');
      String city = colon < 0 ? "" : word.substring(0, colon);
      if (cities.contains(city) || city.equals(Account.EVERY_CITY)) {
        Set<Role> held = roles.computeIfAbsent(city, slug -> EnumSet.noneOf(Role.class));
        String role = word.substring(colon + 1);
        if (role.equals(SENSITIVE)) {
          sensitive.add(city);
        } else if (Set.of("analyst", "manager", "administrator").contains(role)) {
          held.add(Roles.parse("role", role));
        }
      }
    }
    List<Grant> grants = new ArrayList<>();
    roles.forEach((city, held) -> grants.add(new Grant(city, held, sensitive.contains(city))));
    return grants;
  }
}
