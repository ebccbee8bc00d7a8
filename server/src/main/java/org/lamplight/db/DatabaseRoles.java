package org.lamplight.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.lamplight.fault.Fault;

/**
 * Sees to it that the four roles are there. Their passwords are derived from the owner's, so that every process that may use
 * the database knows them and none is stored; they are made anew when the owner's password changes.
 */
public final class DatabaseRoles {

  private static final int ROUNDS = 20_000;
  private static final String ABILITIES = """
      select rolsuper or rolcreaterole as may_create,
             (select count(*) from pg_roles where rolname like 'lamplight\\_%') as there
      from pg_roles where rolname = current_user
      """;

  private DatabaseRoles() {}

  /**
   * The addresses of the roles in the owner's database; makes the roles that are missing.
   *
   * @param given addresses that the settings name; either none or all four
   * @throws Fault CONFLICT when the owner may not make roles and the settings name none
   */
  public static Addresses provide(DatabaseAddress owner, Map<DatabaseRole, DatabaseAddress> given) {
    if (!given.isEmpty()) {
      given.forEach(DatabaseRoles::requireMember);
      return new Addresses(owner, given);
    }
    Map<DatabaseRole, DatabaseAddress> made = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      made.put(role, new DatabaseAddress(owner.jdbcUrl(), role.user(), password(owner, role)));
    }
    try (Connection connection = connect(owner)) {
      if (!mayCreate(connection)) {
        throw new Fault(
            Fault.Kind.CONFLICT,
            "DATABASE_URL: " + owner.user()
                + " may not create roles, and Lamplight does not work with one role for everything");
      }
      for (DatabaseAddress address : made.values()) {
        ensure(connection, address);
      }
    } catch (SQLException e) {
      throw new Fault(Fault.Kind.BUSY, "DATABASE_URL: the roles cannot be made: " + state(e), e);
    }
    return new Addresses(owner, made);
  }

  private static boolean mayCreate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ABILITIES)) {
      return row.next() && row.getBoolean("may_create");
    }
  }

  private static void ensure(Connection connection, DatabaseAddress role) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // A role is the whole cluster's: two starts at once must not make it twice.
      statement.execute("select pg_advisory_lock(hashtext('lamplight roles'))");
      try {
        if (!exists(connection, role.user())) {
          statement.execute(
              "create role " + role.user() + " login password '" + role.password() + "'");
        } else if (!works(role)) {
          statement.execute(
              "alter role " + role.user() + " login password '" + role.password() + "'");
        }
        statement.execute("grant " + role.user() + " to current_user");
      } finally {
        statement.execute("select pg_advisory_unlock(hashtext('lamplight roles'))");
      }
    }
  }

  private static boolean exists(Connection connection, String user) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select from pg_roles where rolname = '" + user + "'")) {
      return row.next();
    }
  }

  private static boolean works(DatabaseAddress role) throws SQLException {
    try (Connection ignored = connect(role)) {
      return ignored.isValid(2);
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("28")) {
        return false;
      }
      throw e;
    }
  }

  private static void requireMember(DatabaseRole role, DatabaseAddress address) {
    String sql = "select pg_has_role(current_user, '" + role.user() + "', 'usage'),"
        + " (select rolsuper from pg_roles where rolname = current_user)";
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      Fault.require(
          row.getBoolean(1) && !row.getBoolean(2),
          role.setting() + ": must sign in as " + role.user() + ", and not as a superuser");
    } catch (SQLException e) {
      String why = "42704".equals(e.getSQLState())
          ? "there is no role " + role.user()
              + "; let the database's administrator run administrator.sql"
          : "cannot be used: " + state(e);
      throw new Fault(Fault.Kind.BUSY, role.setting() + ": " + why, e);
    }
  }

  /** PBKDF2 of the owner's password, salted with the role's name. */
  private static String password(DatabaseAddress owner, DatabaseRole role) {
    try {
      PBEKeySpec spec = new PBEKeySpec(
          ("lamplight " + owner.password()).toCharArray(),
          role.user().getBytes(StandardCharsets.UTF_8),
          ROUNDS,
          256);
      return HexFormat.of()
          .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(spec)
              .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    if (!address.user().isEmpty()) {
      properties.put("user", address.user());
    }
    properties.put("password", address.password());
    properties.put("connectTimeout", "3");
    properties.put("loginTimeout", "4");
    properties.put("socketTimeout", "10");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  private static String state(SQLException e) {
    return "SQL state " + e.getSQLState();
  }
}
