package org.lamplight.db;

import static org.lamplight.fault.Fault.require;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a database is and who signs in: what DATABASE_URL says, or what the private PostGIS gives. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  /**
   * Reads {@code postgres://user:password@host:port/name?options}, with {@code postgresql} and a leading {@code jdbc:} taken
   * too.
   */
  public static DatabaseAddress parse(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring(5) : url;
    URI uri = uri(plain);
    String scheme = uri.getScheme();
    require(
        "postgres".equals(scheme) || "postgresql".equals(scheme),
        "DATABASE_URL: must begin with postgres:// or postgresql://");
    require(uri.getHost() != null, "DATABASE_URL: names no host");
    require(uri.getPath() != null && uri.getPath().length() > 1, "DATABASE_URL: names no database");
    String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = info.indexOf(':');
    String user = decode(colon < 0 ? info : info.substring(0, colon));
    String password = colon < 0 ? "" : decode(info.substring(colon + 1));
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, user, password);
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

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (java.net.URISyntaxException e) {
      throw org.lamplight.fault.Fault.invalid(
          "DATABASE_URL: is not a URL (is a sign in the password not escaped?)");
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
