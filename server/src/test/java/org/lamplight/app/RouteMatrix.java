package org.lamplight.app;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/**
 * Who may ask what. A row is a method, a route, a path that the route answers when asked by those who may, and who they
 * are; a route whose answer depends on the collection has several rows. A new route needs a row: think who may.
 */
final class RouteMatrix {

  private static final String TABLE = """
      GET     /health/live                                    =                                                           all
      GET     /health/ready                                   =                                                           all
      POST    /session                                        =                                                           all
      GET     /session                                        =                                                           all
      DELETE  /session                                        =                                                           signed-in
      POST    /password                                       =                                                           all
      GET     /session/oidc/start                             =                                                           all-empty
      GET     /session/oidc/return                            =                                                           all-empty
      GET     /account                                        =                                                           signed-in
      GET     /account/audit                                  =                                                           signed-in
      POST    /account/password                               =                                                           signed-in
      POST    /account/totp                                   =                                                           signed-in
      POST    /account/totp/confirm                           =                                                           signed-in
      DELETE  /account/totp                                   =                                                           signed-in
      POST    /account/tokens                                 =                                                           signed-in
      DELETE  /account/tokens/{id}                            /account/tokens/1                                           signed-in
      DELETE  /account/sessions                               =                                                           signed-in
      GET     /cities/{city}/accounts                         /cities/los-angeles/accounts                                administrator
      POST    /cities/{city}/accounts                         /cities/los-angeles/accounts                                administrator
      PUT     /cities/{city}/accounts/{name}                  /cities/los-angeles/accounts/manager                        administrator
      POST    /cities/{city}/accounts/{name}/link             /cities/los-angeles/accounts/manager/link                   administrator
      GET     /cities/{city}/audit                            /cities/los-angeles/audit                                   administrator
      GET     /cities/{city}/release                          /cities/los-angeles/release                                 all
      GET     /cities/{city}/release/counts                   /cities/los-angeles/release/counts                          all
      GET     /cities/{city}/release/areas/{unit}/{slug}      /cities/los-angeles/release/areas/neighborhoods/watts       all
      GET     /cities/{city}/release/dictionary               /cities/los-angeles/release/dictionary                      all
      GET     /cities/{city}/releases                         /cities/los-angeles/releases                                all
      POST    /cities/{city}/release/previews                 /cities/los-angeles/release/previews                        administrator
      GET     /cities/{city}/release/previews/{id}            /cities/los-angeles/release/previews/1                      administrator-empty
      DELETE  /cities/{city}/release/previews/{id}            /cities/los-angeles/release/previews/1                      administrator
      POST    /cities/{city}/releases                         /cities/los-angeles/releases                                administrator
      POST    /cities/{city}/releases/{number}/withdraw       /cities/los-angeles/releases/1/withdraw                     administrator
      POST    /cities/{city}/sealed-records                   /cities/los-angeles/sealed-records                          administrator
      GET     /cities                                         =                                                           all
      GET     /cities/{city}/profile                          /cities/los-angeles/profile                                 all
      GET     /cities/{city}/outlines/{set}                   /cities/los-angeles/outlines/neighborhoods                  all
      GET     /cities/{city}/explore                          /cities/los-angeles/explore                                 analyst
      POST    /cities/{city}/shapes                           /cities/los-angeles/shapes                                  analyst
      GET     /cities/{city}/shapes/{id}                      /cities/los-angeles/shapes/aaaaaaaaaaaaaaaaaaaaaaaaaa       analyst-empty
      GET     /cities/{city}/views                            /cities/los-angeles/views                                   analyst
      POST    /cities/{city}/views                            /cities/los-angeles/views                                   analyst
      GET     /cities/{city}/views/{id}                       /cities/los-angeles/views/1                                 analyst-empty
      PUT     /cities/{city}/views/{id}                       /cities/los-angeles/views/1                                 analyst
      DELETE  /cities/{city}/views/{id}                       /cities/los-angeles/views/1                                 analyst
      GET     /cities/{city}/addresses                        /cities/los-angeles/addresses                               analyst
      GET     /cities/{city}/missing-places                   /cities/los-angeles/missing-places                          analyst
      GET     /cities/{city}/reconciliation                   /cities/los-angeles/reconciliation                          analyst
      GET     /cities/{city}/compare                          /cities/los-angeles/compare?datetime=2023-01-01/2023-03-31&years=1 analyst
      GET     /cities/{city}/export                           /cities/los-angeles/export?f=csv&purpose=testing            analyst
      POST    /cities/{city}/uploads                          /cities/los-angeles/uploads                                 analyst
      GET     /cities/{city}/uploads/{id}                     /cities/los-angeles/uploads/1                               analyst-empty
      GET     /cities/{city}/uploads/{id}/report              /cities/los-angeles/uploads/1/report                        analyst-empty
      POST    /cities/{city}/imports/{run}/undo               /cities/los-angeles/imports/999999/undo                     analyst
      GET     /cities/{city}                                  /cities/los-angeles                                         all
      GET     /cities/{city}/conformance                      /cities/los-angeles/conformance                             all
      GET     /cities/{city}/api                              /cities/los-angeles/api                                     all
      GET     /cities/{city}/collections                      /cities/los-angeles/collections                             all
      GET     /cities/{city}/collections/{id}                 /cities/los-angeles/collections/sites                       all
      GET     /cities/{city}/collections/{id}                 /cities/los-angeles/collections/incidents                   analyst
      GET     /cities/{city}/collections/{id}/queryables      /cities/los-angeles/collections/programs/queryables         all
      GET     /cities/{city}/collections/{id}/queryables      /cities/los-angeles/collections/incidents/queryables        analyst
      GET     /cities/{city}/collections/{id}/items           /cities/los-angeles/collections/neighborhoods/items         all
      GET     /cities/{city}/collections/{id}/items           /cities/los-angeles/collections/incidents/items             analyst
      GET     /cities/{city}/collections/{id}/items/{fid}     /cities/los-angeles/collections/incidents/items/1           analyst
      GET     /cities/{city}/tileMatrixSets                   /cities/los-angeles/tileMatrixSets                          all
      GET     /cities/{city}/tileMatrixSets/WebMercatorQuad   /cities/los-angeles/tileMatrixSets/WebMercatorQuad          all
      GET     /cities/{city}/collections/{id}/tiles           /cities/los-angeles/collections/neighborhoods/tiles         all
      GET     /cities/{city}/collections/{id}/tiles           /cities/los-angeles/collections/incidents/tiles             analyst
      GET     /cities/{city}/collections/{id}/tiles/WebMercatorQuad /cities/los-angeles/collections/neighborhoods/tiles/WebMercatorQuad all
      GET     /cities/{city}/collections/{id}/tiles/WebMercatorQuad /cities/los-angeles/collections/incidents/tiles/WebMercatorQuad analyst
      GET     /cities/{city}/collections/{id}/tiles/WebMercatorQuad/{z}/{y}/{x} /cities/los-angeles/collections/neighborhoods/tiles/WebMercatorQuad/9/204/87 all
      GET     /cities/{city}/collections/{id}/tiles/WebMercatorQuad/{z}/{y}/{x} /cities/los-angeles/collections/incidents/tiles/WebMercatorQuad/9/204/87 analyst
      GET     /cities/{city}/processes                        /cities/los-angeles/processes                               all
      GET     /cities/{city}/processes/{id}                   /cities/los-angeles/processes/echo                          all
      POST    /cities/{city}/processes/{id}/execution         /cities/los-angeles/processes/echo/execution                all
      GET     /cities/{city}/jobs                             /cities/los-angeles/jobs                                    all
      GET     /cities/{city}/jobs/{id}                        /cities/los-angeles/jobs/1                                  all-empty
      GET     /cities/{city}/jobs/{id}/results                /cities/los-angeles/jobs/1/results                          all-empty
      DELETE  /cities/{city}/jobs/{id}                        /cities/los-angeles/jobs/1                                  all
      GET     /cities/{city}/studies                          /cities/los-angeles/studies                                 staff
      POST    /cities/{city}/studies                          /cities/los-angeles/studies                                 staff
      GET     /cities/{city}/studies/{id}                     /cities/los-angeles/studies/1                               staff-empty
      GET     /cities/{city}/studies/{id}/results             /cities/los-angeles/studies/1/results                       staff-empty
      GET     /cities/{city}/studies/{id}/compare/{other}     /cities/los-angeles/studies/1/compare/2                     staff-empty
      POST    /cities/{city}/studies/{id}/rerun               /cities/los-angeles/studies/1/rerun                         staff
      PUT     /cities/{city}/studies/{id}/share               /cities/los-angeles/studies/1/share                         staff
      DELETE  /cities/{city}/studies/{id}                     /cities/los-angeles/studies/1                               staff
      GET     /workspace                                      =                                                           manager,analyst-of-any
      GET     /cities/{city}/public                           /cities/los-angeles/public                                  all
      GET     /sign-in                                        =                                                           all
      GET     /set-password                                   =                                                           all
      GET     /admin                                          =                                                           signed-in
      GET     /                                               =                                                           all
      GET     /webjars/<path>                                 /webjars/leaflet/1.9.4/dist/leaflet.css                     all
      GET     /<path>                                         /icon.svg                                                   all
      """;

  private RouteMatrix() {}

  /**
   * A line of the table.
   *
   * @param who {@code all}, {@code signed-in}, {@code staff}, {@code analyst-of-any} city, or roles of the city with commas; with {@code -empty} where
   *     the answer to those who may is that nothing of the kind is there
   */
  record Row(String method, String pattern, String sample, String who) {

    /** Whether there may be nothing to show. */
    boolean empty() {
      return who.endsWith("-empty");
    }
  }

  /** Who asks. */
  enum Identity {
    PUBLIC(),
    MANAGER("signed-in", "staff", "manager"),
    ANALYST("signed-in", "staff", "analyst", "analyst-of-any"),
    ADMINISTRATOR("signed-in", "staff", "administrator"),
    ELSEWHERE("signed-in", "analyst-of-any"),
    TOKEN("signed-in", "staff", "analyst", "analyst-of-any"),
    EXPIRED_SESSION(),
    IDLE_SESSION(),
    DISABLED_ACCOUNT(),
    REVOKED_TOKEN(),
    EXPIRED_TOKEN(),
    MALFORMED_TOKEN(),
    MALFORMED_COOKIE(),
    FORGED_COOKIE();

    @SuppressWarnings("ImmutableEnumChecker") // copied by Set.of
    private final Set<String> groups;

    Identity(String... groups) {
      this.groups = Set.of(groups);
    }

    boolean isAmong(String who) {
      String bare = who.replace("-empty", "");
      return bare.equals("all") || List.of(bare.split(",", -1)).stream().anyMatch(groups::contains);
    }

    /** A header line that shows who it is; for sessions a new one each time, as some requests end them. */
    String header(OwnServer server) {
      return switch (this) {
        case PUBLIC -> "Accept: */*";
        case MANAGER, ANALYST, ADMINISTRATOR, ELSEWHERE ->
          "Cookie: " + server.accounts.cookie(name().toLowerCase(Locale.ROOT));
        case TOKEN -> "Authorization: Bearer " + server.accounts.token("analyst");
        case EXPIRED_SESSION -> old(server, "started_at = now() - interval '12 hours 1 second'");
        case IDLE_SESSION -> old(server, "seen_at = now() - interval '31 minutes'");
        case DISABLED_ACCOUNT -> disabled(server);
        case REVOKED_TOKEN ->
          token(server, "delete from token where id = (select max(id) from token)");
        case EXPIRED_TOKEN ->
          token(
              server, "update token set expires_at = now() where id = (select max(id) from token)");
        case MALFORMED_TOKEN -> "Authorization: Bearer lamplight'--";
        case MALFORMED_COOKIE -> "Cookie: lamplight=\"' or 1=1\"; lamplight=%00";
        case FORGED_COOKIE -> "Cookie: lamplight=" + "A".repeat(43);
      };
    }

    private static String old(OwnServer server, String change) {
      String cookie = server.accounts.cookie("analyst");
      server.execute("update session set " + change + " where id = (select max(id) from session)");
      return "Cookie: " + cookie;
    }

    private static String token(OwnServer server, String change) {
      String token = server.accounts.token("analyst");
      server.execute(change);
      return "Authorization: Bearer " + token;
    }

    private static String disabled(OwnServer server) {
      server.accounts.with("gone", "*", Role.ANALYST, Role.ADMINISTRATOR, Role.MANAGER);
      String cookie = server.accounts.cookie("gone");
      server.execute("update account set disabled = true where name = 'gone'");
      return "Cookie: " + cookie;
    }
  }

  /** The rows of the routes that are served. */
  static List<Row> rows(List<Route> routes) {
    Set<String> served = served(routes);
    return rows().stream()
        .filter(row -> served.contains(row.method() + " " + row.pattern()))
        .toList();
  }

  static Set<String> served(List<Route> routes) {
    return routes.stream()
        .map(route -> route.method() + " " + route.path())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Row> rows() {
    return TABLE.lines().map(RouteMatrix::row).toList();
  }

  private static Row row(String line) {
    List<String> cells = List.of(line.strip().split(" +", -1));
    String sample = cells.get(2).equals("=") ? cells.get(1) : cells.get(2);
    return new Row(cells.get(0), cells.get(1), sample, cells.get(3));
  }

  static Set<String> named() {
    return rows().stream()
        .map(row -> row.method() + " " + row.pattern())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean has(String method, String pattern) {
    return named().contains(method + " " + pattern);
  }
}
