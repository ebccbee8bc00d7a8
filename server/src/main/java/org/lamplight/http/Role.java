package org.lamplight.http;

/**
 * What a route asks of its caller. The roles of staff are held city by city and do not contain each other: who
 * administers a city sees none of its incidents unless he is its analyst too.
 */
public enum Role implements io.javalin.security.RouteRole {
  /** Anybody, signed in or not. */
  PUBLIC,
  /** Anybody who is signed in, whatever his roles. */
  SIGNED_IN,
  /** Whoever holds at least one of the last three roles below. */
  STAFF,
  /** Whoever works with the map: an analyst or a manager. */
  WORKSPACE,
  MANAGER,
  ANALYST,
  ADMINISTRATOR
}
