package org.lamplight.app;

import java.util.List;
import java.util.Map;
import org.lamplight.config.Settings;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.TestDatabase;
import org.lamplight.http.Route;

/** The whole server on a free port over a small synthetic Los Angeles, loaded by the ordinary import; one for all tests of a JVM. */
public final class TestServer {

  /** Rows of the file of incidents; some of them are rejected. */
  public static final int ROWS = 6_000;

  private TestServer() {}

  /** Address of the running server, without a slash at its end. */
  public static String baseUrl() {
    return "http://localhost:" + Running.SERVER.port();
  }

  /** Everything that it serves. */
  static List<Route> routes() {
    return Running.SERVER.routes();
  }

  /** Header lines that make the server know who asks, one for each of its accounts. */
  static List<String> proofs() {
    return List.of();
  }

  /** Settings that name a database as DATABASE_URL does. */
  static Settings settings(DatabaseAddress address, Map<String, String> others) {
    String place = address.jdbcUrl().substring("jdbc:postgresql://".length());
    Map<String, String> environment = new java.util.HashMap<>(others);
    environment.put(
        "DATABASE_URL", "postgres://" + address.user() + ":" + address.password() + "@" + place);
    environment.putIfAbsent("PORT", "0");
    // A suite asks more than a client of the public may.
    environment.putIfAbsent("PUBLIC_REQUESTS_PER_SECOND", "100000");
    environment.putIfAbsent("PUBLIC_REQUEST_BURST", "1000000");
    return Settings.read(environment);
  }

  private static final class Running {
    static final Lamplight SERVER = start();

    private static Lamplight start() {
      Installation installation = Installation.open(settings(TestDatabase.create(), Map.of()));
      DemoCities.load(installation, Map.of("los-angeles", ROWS), System.out);
      Lamplight server = Lamplight.start(installation);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }
}
