package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.access.TestAccounts;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.TestDatabase;
import org.lamplight.db.TestFolder;
import org.lamplight.fault.Fault;
import org.lamplight.http.Role;
import org.lamplight.ingest.ImportKind;
import org.lamplight.ingest.ImportReport;
import org.lamplight.ingest.ImportRequest;
import org.lamplight.ingest.Importer;
import org.lamplight.ingest.Progress;

/** A server with its own database over one city's files, loaded by the ordinary import. */
public final class CityServer implements AutoCloseable {

  /**
   * A file to load.
   *
   * @param areaSet for areas
   */
  public record Load(ImportKind kind, @Nullable String areaSet, String file) {}

  private final Installation installation;
  private final Database auth;
  private final TestAccounts accounts;
  private final Lamplight server;
  private final long rows;

  private CityServer(String slug, List<Load> loads, String colleague) throws IOException {
    Path home = TestFolder.create("lamplight-city");
    installation = Installation.open(
        TestServer.settings(TestDatabase.create(), Map.of("LAMPLIGHT_HOME", home.toString())));
    auth = installation.addresses().open(DatabaseRole.AUTH, 2, 30);
    accounts = new TestAccounts(auth).withOneForEachRole().with(colleague, slug, Role.ANALYST);
    rows = load(installation.cities().get(slug), loads);
    server = Lamplight.start(installation);
  }

  /** Loads the files in their order and serves; with an account of each role and one more analyst. */
  public static CityServer start(String slug, List<Load> loads, String colleague)
      throws IOException {
    return new CityServer(slug, loads, colleague);
  }

  /** Rows of incidents read. */
  private long load(City city, List<Load> loads) {
    long read = 0;
    try (Database database = installation.addresses().open(DatabaseRole.IMPORT, 2, 0)) {
      Importer importer = new Importer(
          database,
          installation.cities().all().stream().map(City::profile).toList(),
          Clock.systemUTC());
      for (Load load : loads) {
        ImportReport report = importer.run(
            ImportRequest.of(city, load.kind(), load.file()).withAreaSet(load.areaSet()),
            Progress.NONE);
        Fault.require(report.refused() == null, load.file() + ": " + report.refused());
        read += load.kind() == ImportKind.INCIDENTS ? report.read() : 0;
      }
    }
    return read;
  }

  /** Address of the running server, without a slash at its end. */
  public String address() {
    return "http://localhost:" + server.port();
  }

  public TestAccounts accounts() {
    return accounts;
  }

  /** Rows of incidents read. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() {
    server.close();
    auth.close();
    installation.close();
  }
}
