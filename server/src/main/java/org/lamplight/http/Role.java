package org.lamplight.http;

/** Roles in rising order of what they may see of incidents; each route names the one it needs. */
public enum Role implements io.javalin.security.RouteRole {
  PUBLIC,
  MANAGER,
  ANALYST,
  ADMINISTRATOR
}
