package org.lamplight.app;

import java.util.Map;
import org.lamplight.access.TestAccounts;
import org.lamplight.config.Settings;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.TestDatabase;
import org.lamplight.db.TestFolder;

/** The whole server on a free port over a small synthetic Los Angeles, loaded by the ordinary import; one for all tests of a JVM. */
public final class TestServer {

  /** Rows of the file of incidents; some of them are rejected. */
  public static final int ROWS = 6_000;

  private TestServer() {}

  /** Address of the running server, without a slash at its end. */
  public static String baseUrl() {
    return "http://localhost:" + Running.SERVER.port();
  }

  /** Its accounts: {@code analyst}, {@code manager} and {@code administrator}, each of every city. */
  public static TestAccounts accounts() {
    return Running.ACCOUNTS;
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
    static final Installation INSTALLATION = Installation.open(settings(
        TestDatabase.create(),
        Map.of("LAMPLIGHT_HOME", TestFolder.create("lamplight-home").toString())));
    static final TestAccounts ACCOUNTS = new TestAccounts(
            INSTALLATION.addresses().open(DatabaseRole.AUTH, 2, 30))
        .withOneForEachRole();
    static final Lamplight SERVER = start(INSTALLATION);

    private static Lamplight start(Installation installation) {
      DemoCities.load(installation, Map.of("los-angeles", ROWS), System.out);
      Lamplight server = Lamplight.start(installation);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }
}
