package org.lamplight.http;

import java.util.Map;
import java.util.Set;

/**
 * The account that a request speaks for, as it stands at this request.
 *
 * @param name the name that was signed in with
 * @param proof how the request showed that it speaks for the account
 * @param roles MANAGER, ANALYST and ADMINISTRATOR by the city's slug; {@link #EVERY_CITY} stands for all
 * @param sensitive slugs of the cities whose sensitive offences it may see as an analyst; {@link #EVERY_CITY} stands for all
 */
public record Account(
    long id, String name, Proof proof, Map<String, Set<Role>> roles, Set<String> sensitive) {

  /** In the place of a city's slug: every city. */
  public static final String EVERY_CITY = "*";

  /** What a request carried. */
  public enum Proof {
    /** The cookie of a session, which a browser sends by itself: changes need a same-origin request. */
    SESSION,
    /** A token in the header, which no browser sends by itself; it reads and changes nothing. */
    TOKEN
  }
}
