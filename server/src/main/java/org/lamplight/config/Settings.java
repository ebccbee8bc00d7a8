package org.lamplight.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, read once and checked; README lists the same settings.
 *
 * @param port port to serve on; 0 takes a free one
 * @param host address to listen on; other than loopback, incidents are still for loopback callers only
 * @param databaseUrl a PostGIS to use instead of the private one; may hold a password
 * @param home folder of the private PostGIS and of the run file
 * @param publicUrl address under which clients reach the server, without a slash at its end
 * @param basemapUrl template of a tile server's addresses; null means no third-party request at all
 * @param basemapAttribution line that the basemap's licence asks for
 * @param cities folder of city profiles that replaces those in the jar
 * @param limits sizes and times that bound the work of one server
 */
public record Settings(
    int port,
    String host,
    @Nullable String databaseUrl,
    Path home,
    @Nullable String publicUrl,
    @Nullable String basemapUrl,
    @Nullable String basemapAttribution,
    @Nullable Path cities,
    Limits limits) {

  /**
   * Bounds of the work of one server.
   *
   * @param connections connections to the database that requests share
   * @param statementSeconds after which the database ends a statement of a request
   */
  public record Limits(int connections, int statementSeconds) {}

  /** Reads and checks every setting; the first that is wrong is named in a fault. */
  public static Settings read(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    String basemap = reader.template("BASEMAP_URL");
    return new Settings(
        reader.number("PORT", 8080, 0, 65_535),
        reader.text("HOST", "127.0.0.1"),
        reader.find("DATABASE_URL"),
        reader.path("LAMPLIGHT_HOME", defaultHome()),
        reader.url("PUBLIC_URL"),
        basemap,
        reader.neededWith("BASEMAP_ATTRIBUTION", "BASEMAP_URL", basemap),
        reader.folder("LAMPLIGHT_CITIES"),
        new Limits(
            reader.number("POOL_SIZE", 8, 2, 200),
            reader.number("STATEMENT_TIMEOUT", 15, 1, 3600)));
  }

  /** The user {@code postgres}, as whom root's PostgreSQL runs, cannot reach folders below root's own. */
  private static Path defaultHome() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return Path.of(root ? "/var/lib/lamplight" : ".lamplight");
  }

  public Settings withPort(int other) {
    return new Settings(
        other, host, databaseUrl, home, publicUrl, basemapUrl, basemapAttribution, cities, limits);
  }

  /** Never prints the database's address, which may hold a password. */
  @Override
  public String toString() {
    return "Settings[port=" + port + ", host=" + host + ", home=" + home + "]";
  }
}
