package org.lamplight.config;

import static org.lamplight.fault.Fault.require;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, read once and checked; README lists the same settings.
 *
 * @param port port to serve on; 0 takes a free one
 * @param host address to listen on
 * @param database a PostGIS to use instead of the private one
 * @param home folder of the private PostGIS and of the run file
 * @param publicUrl address under which clients reach the server, without a slash at its end
 * @param basemapUrl template of a tile server's addresses; null means no third-party request at all
 * @param basemapAttribution line that the basemap's licence asks for
 * @param contact link under which the public reports errors; null where there is none
 * @param cities folder of city profiles that replaces those in the jar
 * @param trustedProxies addresses of proxies whose word for a client's address is taken
 * @param oidc the OpenID provider by which people may sign in; null for none
 * @param limits sizes and times that bound the work of one server
 */
public record Settings(
    int port,
    String host,
    DatabaseUrls database,
    Path home,
    @Nullable String publicUrl,
    @Nullable String basemapUrl,
    @Nullable String basemapAttribution,
    @Nullable String contact,
    @Nullable Path cities,
    List<String> trustedProxies,
    @Nullable Oidc oidc,
    Limits limits) {

  private static final List<String> ROLE_URLS = List.of(
      "DATABASE_PUBLIC_URL", "DATABASE_STAFF_URL", "DATABASE_IMPORT_URL", "DATABASE_AUTH_URL");

  /**
   * Where the database is; the addresses may hold passwords.
   *
   * @param owner null for the private PostGIS
   * @param roles addresses of the four roles by the name of their setting; empty where Lamplight makes the roles itself
   */
  public record DatabaseUrls(@Nullable String owner, Map<String, String> roles) {}

  /**
   * An OpenID provider.
   *
   * @param issuer its address, exactly as its tokens spell it
   * @param name what the sign-in page calls it
   * @param rolesClaim the claim that holds roles, such as {@code los-angeles:analyst}
   */
  public record Oidc(
      String issuer, String clientId, String clientSecret, String name, String rolesClaim) {

    /** Never prints the secret. */
    @Override
    public String toString() {
      return "Oidc[" + issuer + "]";
    }
  }

  /**
   * Bounds of the work of one server.
   *
   * @param publicPool connections to the database that the public's requests share
   * @param staffPool connections that the requests of staff share
   * @param publicSeconds after which the database ends a statement of the public
   * @param staffSeconds after which it ends one of staff
   * @param requestsPerSecond that one client of the public may ask in the long run
   * @param burst requests that one client of the public may ask at once
   */
  public record Limits(
      int publicPool,
      int staffPool,
      int publicSeconds,
      int staffSeconds,
      int requestsPerSecond,
      int burst) {}

  /** Reads and checks every setting; the first that is wrong is named in a fault. */
  public static Settings read(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    String basemap = reader.template("BASEMAP_URL");
    return new Settings(
        reader.number("PORT", 8080, 0, 65_535),
        reader.text("HOST", "127.0.0.1"),
        database(reader),
        reader.path("LAMPLIGHT_HOME", defaultHome()),
        reader.url("PUBLIC_URL"),
        basemap,
        reader.neededWith("BASEMAP_ATTRIBUTION", "BASEMAP_URL", basemap),
        reader.contact("CONTACT_URL"),
        reader.folder("LAMPLIGHT_CITIES"),
        reader.list("TRUSTED_PROXIES"),
        oidc(reader),
        limits(reader));
  }

  private static Limits limits(Reader reader) {
    return new Limits(
        reader.number("PUBLIC_POOL_SIZE", 6, 2, 200),
        reader.number("STAFF_POOL_SIZE", 4, 2, 200),
        reader.number("PUBLIC_STATEMENT_TIMEOUT", 2, 1, 3600),
        reader.number("STAFF_STATEMENT_TIMEOUT", 15, 1, 3600),
        reader.number("PUBLIC_REQUESTS_PER_SECOND", 15, 1, 100_000),
        reader.number("PUBLIC_REQUEST_BURST", 30, 1, 1_000_000));
  }

  private static @Nullable Oidc oidc(Reader reader) {
    String issuer = reader.issuer("OIDC_ISSUER");
    String id = reader.find("OIDC_CLIENT_ID");
    String secret = reader.find("OIDC_CLIENT_SECRET");
    if (issuer == null || id == null || secret == null) {
      require(
          issuer == null && id == null && secret == null,
          "OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: must be set all together");
      return null;
    }
    return new Oidc(
        issuer,
        id,
        secret,
        reader.text("OIDC_NAME", "Single sign-on"),
        reader.text("OIDC_ROLES_CLAIM", "roles"));
  }

  private static DatabaseUrls database(Reader reader) {
    String owner = reader.find("DATABASE_URL");
    Map<String, String> roles = new LinkedHashMap<>();
    for (String name : ROLE_URLS) {
      String url = reader.find(name);
      if (url != null) {
        roles.put(name, url);
      }
    }
    require(
        roles.isEmpty() || (owner != null && roles.size() == ROLE_URLS.size()),
        String.join(", ", ROLE_URLS) + ": must be set all together, and with DATABASE_URL");
    return new DatabaseUrls(owner, Map.copyOf(roles));
  }

  /** The user {@code postgres}, as whom root's PostgreSQL runs, cannot reach folders below root's own. */
  private static Path defaultHome() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return Path.of(root ? "/var/lib/lamplight" : ".lamplight");
  }

  public Settings withPort(int other) {
    return new Settings(
        other,
        host,
        database,
        home,
        publicUrl,
        basemapUrl,
        basemapAttribution,
        contact,
        cities,
        trustedProxies,
        oidc,
        limits);
  }

  /** Never prints the database's address, which may hold a password. */
  @Override
  public String toString() {
    return "Settings[port=" + port + ", host=" + host + ", home=" + home + "]";
  }
}
