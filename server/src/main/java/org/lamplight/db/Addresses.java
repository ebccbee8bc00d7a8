package org.lamplight.db;

import java.util.Map;

/**
 * Where each role signs in to the one database.
 *
 * @param owner who migrates the schema
 * @param byRole the four roles under which everything else is done
 */
public record Addresses(DatabaseAddress owner, Map<DatabaseRole, DatabaseAddress> byRole) {

  public Addresses {
    byRole = Map.copyOf(byRole);
    if (byRole.size() != DatabaseRole.values().length) {
      throw new IllegalArgumentException("a role has no address");
    }
  }

  public DatabaseAddress of(DatabaseRole role) {
    DatabaseAddress address = byRole.get(role);
    if (address == null) {
      throw new IllegalStateException("no address of " + role);
    }
    return address;
  }

  /**
   * A pool of a role.
   *
   * @param seconds after which the database ends a statement; 0 for none
   */
  public Database open(DatabaseRole role, int size, int seconds) {
    String name = role.user().substring("lamplight_".length());
    return Database.open(of(role), name, size, seconds);
  }
}
