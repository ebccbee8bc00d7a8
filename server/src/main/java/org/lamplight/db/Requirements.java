package org.lamplight.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.fault.Fault;

/** What a database named by DATABASE_URL must be: PostgreSQL 14 and PostGIS 3.1 or newer, UTF-8, with a user that may set it up. */
public final class Requirements {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final String FACTS = """
      select current_setting('server_version_num')::int / 10000 as major,
             current_setting('server_encoding') as encoding,
             coalesce((select extversion from pg_extension where extname = 'postgis'),
                      (select default_version from pg_available_extensions where name = 'postgis'),
                      '') as postgis,
             exists (select from pg_extension where extname = 'postgis')
               or (select rolsuper from pg_roles where rolname = current_user)
               or has_database_privilege(current_database(), 'CREATE')
                  and exists (select from pg_available_extension_versions where name = 'postgis' and trusted) as has_postgis,
             exists (select from pg_namespace where nspname = 'lamplight')
               or has_database_privilege(current_database(), 'CREATE') as may_create
      """;

  private Requirements() {}

  /** Ends with a sentence that says what is wrong with the database, or quietly. */
  public static void check(DatabaseAddress address) {
    Properties properties = new Properties();
    if (!address.user().isEmpty()) {
      properties.put("user", address.user());
    }
    properties.put("password", address.password());
    properties.put("connectTimeout", "3");
    properties.put("loginTimeout", "4");
    properties.put("socketTimeout", "4");
    try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties);
        Statement statement = connection.createStatement();
        ResultSet facts = statement.executeQuery(FACTS)) {
      facts.next();
      require(
          facts.getInt("major") >= 14,
          "is PostgreSQL " + facts.getInt("major") + "; 14 or newer is needed");
      String postgis = facts.getString("postgis");
      require(
          !postgis.isEmpty(),
          "has no PostGIS: install the package postgresql-NN-postgis-3 on its machine");
      require(atLeast31(postgis), "has PostGIS " + postgis + "; 3.1 or newer is needed");
      require(
          facts.getString("encoding").equals("UTF8"),
          "is encoded in " + facts.getString("encoding") + "; UTF8 is needed");
      require(
          facts.getBoolean("has_postgis"),
          "lacks PostGIS, and " + address.user()
              + " may not add it: let its administrator run 'create extension postgis'");
      require(
          facts.getBoolean("may_create"),
          "does not let " + address.user()
              + " make a schema: let its administrator run 'grant create on database ... to "
              + address.user() + "'");
    } catch (SQLException e) {
      throw new Fault(Fault.Kind.BUSY, "DATABASE_URL: cannot use " + address + ": " + reason(e), e);
    }
  }

  /** The server's own word where there is one; a state is enough otherwise, and never a password. */
  private static String reason(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "08001", "08004", "08006" -> "nobody answers there";
      case "28P01", "28000" -> "the user or the password is wrong";
      case "3D000" -> "there is no such database";
      default -> "SQL state " + state;
    };
  }

  static boolean atLeast31(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return false;
    }
    int major = Integer.parseInt(parts.group(1));
    return major > 3 || (major == 3 && Integer.parseInt(parts.group(2)) >= 1);
  }

  private static void require(boolean holds, String complaint) {
    Fault.require(holds, "DATABASE_URL: the database " + complaint);
  }
}
