package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.access.TestAccounts;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.TestDatabase;
import org.lamplight.db.TestFolder;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** A whole server of one test class alone, with its own database, settings and accounts: what it suffers hurts no other test. */
final class OwnServer implements AutoCloseable {

  private final Installation installation;
  private final Database auth;
  private final Database owner;
  private final Lamplight server;
  final TestAccounts accounts;

  private OwnServer(Map<String, String> settings, int rows, boolean published) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    Path home = TestFolder.create("lamplight-own");
    all.put("LAMPLIGHT_HOME", home.toString());
    installation = Installation.open(TestServer.settings(TestDatabase.create(), all));
    auth = installation.addresses().open(DatabaseRole.AUTH, 2, 30);
    owner = Database.open(installation.addresses().owner(), "test-owner", 1, 30);
    accounts =
        new TestAccounts(auth).withOneForEachRole().with("elsewhere", "atlanta", Role.ANALYST);
    DemoCities.load(installation, Map.of("los-angeles", rows), System.out);
    if (published) {
      DemoCities.publish(installation, Set.of("los-angeles"), System.out);
    }
    server = Lamplight.start(installation);
  }

  /** Starts one over a small synthetic Los Angeles; Atlanta is empty. */
  static OwnServer start(Map<String, String> settings, int rows) throws IOException {
    return new OwnServer(settings, rows, false);
  }

  /** The same with a first release. */
  static OwnServer startPublished(int rows) throws IOException {
    return new OwnServer(Map.of(), rows, true);
  }

  int port() {
    return server.port();
  }

  List<Route> routes() {
    return server.routes();
  }

  /** A statement behind the back of the server. */
  int execute(String sql, Object... values) {
    return owner.jdbi().withHandle(handle -> handle.execute(sql, values));
  }

  @Override
  public void close() {
    server.close();
    auth.close();
    owner.close();
    installation.close();
  }
}
