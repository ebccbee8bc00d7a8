package org.lamplight.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.access.Access;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.area.AreaStore;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.config.Settings;
import org.lamplight.db.Addresses;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.Pulse;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerLimits;
import org.lamplight.http.ServerSettings;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.ingest.Importer;
import org.lamplight.ingest.Uploads;
import org.lamplight.release.Publishing;
import org.lamplight.release.PublishingRoutes;
import org.lamplight.release.ReleaseStore;
import org.lamplight.release.Releases;
import org.lamplight.study.Analyses;
import org.lamplight.study.HarmTables;
import org.lamplight.study.JobStore;
import org.lamplight.study.Jobs;
import org.lamplight.study.Lane;
import org.lamplight.study.LayerReader;
import org.lamplight.study.Studies;
import org.lamplight.study.StudyStore;

/** The running server with all that it is made of; what was started last is ended first. */
final class Lamplight implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(11);
  private static final int AUTH_POOL = 4;

  /** An import and a release need two each. */
  private static final int IMPORT_POOL = 4;

  private static final int AUTH_SECONDS = 5;
  private static final int JOBS_POOL = 3;
  private static final int JOBS_SECONDS = 10;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Drain drain = new Drain();
  private final Server server;
  private final Cities cities;
  private final Access access;

  private Lamplight(Installation installation) {
    Settings settings = installation.settings();
    Settings.Limits limits = settings.limits();
    Addresses addresses = installation.addresses();
    cities = installation.cities();
    Database everybody =
        keep(addresses.open(DatabaseRole.PUBLIC, limits.publicPool(), limits.publicSeconds()));
    Database staff =
        keep(addresses.open(DatabaseRole.STAFF, limits.staffPool(), limits.staffSeconds()));
    Pulse pulse = keep(Pulse.of(addresses.of(DatabaseRole.PUBLIC)));
    Incidents incidents = keep(new Incidents(
        new IncidentStore(staff),
        new CityStore(staff),
        new AreaNamesStore(staff),
        settings.home().resolve("snapshots")));
    Releases releases = keep(new Releases(new ReleaseStore(everybody), cities.all()));
    releases.keepFresh();
    access = new Access(
        keep(addresses.open(DatabaseRole.AUTH, AUTH_POOL, AUTH_SECONDS)),
        new Access.Setting(settings.home(), slugs(cities), Clock.systemUTC(), oidc(settings)));
    Database imports = keep(addresses.open(DatabaseRole.IMPORT, IMPORT_POOL, 0));
    Publishing publishing = new Publishing(imports, access.audit(), Clock.systemUTC());
    Analyses analyses = new Analyses(new LayerReader(
        incidents,
        new AreaStore(staff),
        new IncidentStore(staff),
        new HarmTables(settings.cities(), cities.all())));
    incidents.keepFresh(cities.all(), analyses::warm);
    Jobs jobs = jobs(addresses);
    Parts parts = new Parts(
        cities,
        everybody,
        staff,
        imports,
        incidents,
        pulse,
        access,
        releases,
        keep(new PublishingRoutes(cities, publishing, releases)),
        analyses,
        jobs,
        new Studies(new StudyStore(staff), analyses, jobs),
        keep(new Uploads(
            new Importer(
                imports, cities.all().stream().map(City::profile).toList(), Clock.systemUTC()),
            settings.home().resolve("uploads"))));
    server = keep(Server.start(
        new ServerSettings(
            settings.host(),
            settings.port(),
            settings.publicUrl(),
            settings.basemapUrl(),
            access.callers(),
            DatabaseFaults::of,
            settings.trustedProxies(),
            ServerLimits.of(limits.requestsPerSecond(), limits.burst())),
        drain.guard(Routes.all(settings, parts))));
  }

  /** Serves what the database holds. */
  static Lamplight start(Installation installation) {
    return new Lamplight(installation);
  }

  private static Access.@Nullable Oidc oidc(Settings settings) {
    Settings.Oidc oidc = settings.oidc();
    return oidc == null
        ? null
        : new Access.Oidc(
            oidc.issuer(), oidc.clientId(), oidc.clientSecret(), oidc.name(), oidc.rolesClaim());
  }

  /** On connections of their own, so that nobody's echo takes one from an analyst. */
  private Jobs jobs(Addresses addresses) {
    JobStore store =
        new JobStore(keep(addresses.open(DatabaseRole.STAFF, JOBS_POOL, JOBS_SECONDS)));
    return keep(new Jobs(store, DatabaseFaults::of, List.of(Lane.OPEN, Lane.ANALYSES)))
        .afterRestart();
  }

  private static Set<String> slugs(Cities cities) {
    return cities.all().stream().map(City::slug).collect(Collectors.toSet());
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  int port() {
    return server.port();
  }

  List<Route> routes() {
    return server.routes();
  }

  Access access() {
    return access;
  }

  Cities cities() {
    return cities;
  }

  /** Turns new requests away, lets the running ones finish, and ends. */
  @Override
  public void close() {
    drain.close(PATIENCE);
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        // The others must be ended all the same.
        System.err.println("lamplight: " + e.getMessage());
      }
    }
  }
}
