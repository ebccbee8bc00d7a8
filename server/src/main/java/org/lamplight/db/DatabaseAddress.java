package org.lamplight.db;

import static org.lamplight.fault.Fault.require;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.fault.Fault;

/** Where a database is and who signs in: what DATABASE_URL says, or what the private PostGIS gives. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  // Not java.net.URI: it knows no host with an underscore, such as containers have.
  private static final Pattern URL = Pattern.compile(
      "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
          + "(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?<port>:\\d{1,5})?"
          + "/(?<name>[^/?#]+)(?<query>\\?[^#]*)?");

  /**
   * Reads {@code postgres://user:password@host:port/name?options}, with {@code postgresql} and a leading {@code jdbc:} taken
   * too.
   */
  public static DatabaseAddress parse(String url) {
    return parse("DATABASE_URL", url);
  }

  /** Reads the address that a setting of that name holds. */
  public static DatabaseAddress parse(String setting, String url) {
    Matcher parts = URL.matcher(url.strip());
    require(
        parts.matches(),
        setting
            + ": must look like postgres://user:password@host:5432/name, with other signs in the password percent-encoded");
    return new DatabaseAddress(
        "jdbc:postgresql://" + parts.group("host") + orEmpty(parts.group("port")) + "/"
            + parts.group("name") + orEmpty(parts.group("query")),
        decode(setting, orEmpty(parts.group("user"))),
        decode(setting, orEmpty(parts.group("password"))));
  }

  /** The same server and user, another database. */
  public DatabaseAddress withDatabase(String name) {
    int query = jdbcUrl.indexOf('?');
    String base = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
    String rest = query < 0 ? "" : jdbcUrl.substring(query);
    return new DatabaseAddress(
        base.substring(0, base.lastIndexOf('/') + 1) + name + rest, user, password);
  }

  /** Never prints the password. */
  @Override
  public String toString() {
    return user + "@" + jdbcUrl.replaceFirst("\\?.*", "");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static String decode(String setting, String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Fault.invalid(setting + ": a percent sign in user or password must be written %25");
    }
  }
}
