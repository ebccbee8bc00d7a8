package org.lamplight.ogc.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.area.AreaStore;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.Offence;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.db.TestDatabase;
import org.lamplight.http.Account;
import org.lamplight.http.Caller;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;
import org.lamplight.http.Views;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.SyntheticIncidents;
import org.lamplight.study.Analyses;
import org.lamplight.study.HarmTables;
import org.lamplight.study.JobStore;
import org.lamplight.study.Jobs;
import org.lamplight.study.Lane;
import org.lamplight.study.LayerReader;
import org.lamplight.study.Studies;
import org.lamplight.study.StudyRoutes;
import org.lamplight.study.StudyStore;

/** A running server with the processes of a small made-up city; the header X-Caller says who asks. */
final class ProcessServer implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Account> ACCOUNTS = Map.of(
      "analyst", account(1, "analyst", Account.Proof.SESSION, Role.ANALYST),
      "colleague", account(2, "colleague", Account.Proof.SESSION, Role.ANALYST),
      "manager", account(3, "manager", Account.Proof.SESSION, Role.MANAGER),
      "administrator", account(4, "administrator", Account.Proof.SESSION, Role.ADMINISTRATOR),
      "token", account(1, "analyst", Account.Proof.TOKEN, Role.ANALYST));

  final Database database;
  final City city;
  final Incidents incidents;
  private final Jobs jobs;
  private final Server server;
  private final boolean ownsDatabase;

  ProcessServer() {
    this(TestDatabase.open(), null, List.of(Lane.OPEN, Lane.ANALYSES));
  }

  /** One over a database that another one has filled, as after a restart. */
  ProcessServer(ProcessServer before, List<Lane> lanes) {
    this(before.database, before.city, lanes);
  }

  private ProcessServer(
      Database database, @org.jspecify.annotations.Nullable City known, List<Lane> lanes) {
    this.database = database;
    this.ownsDatabase = known == null;
    city = known == null ? withPolice(SyntheticIncidents.write(database, 2_000, 0.3)) : known;
    incidents = SyntheticIncidents.open(database, city);
    jobs = new Jobs(new JobStore(database), DatabaseFaults::of, lanes).afterRestart();
    server =
        Server.start(ServerSettings.local(ProcessServer::caller, DatabaseFaults::of), routes());
  }

  /** The same city, whose offence "other" is one that enforcement finds. */
  private static City withPolice(City city) {
    CityProfile p = city.profile();
    List<Offence> offences = new ArrayList<>();
    for (Offence each : p.offences()) {
      Offence.Origin origin =
          each.id().equals(Offence.OTHER) ? Offence.Origin.POLICE_GENERATED : each.origin();
      offences.add(new Offence(
          each.id(), each.title(), each.group(), origin, each.sensitivity(), each.codes()));
    }
    return new City(
        city.id(),
        new CityProfile(
            p.slug(),
            p.name(),
            p.zone(),
            p.metricSrid(),
            p.extent(),
            p.cityAreas(),
            p.source(),
            p.areaSets(),
            p.groups(),
            offences,
            p.incidentFormats(),
            p.siteFormats()));
  }

  private static Account account(long id, String name, Account.Proof proof, Role role) {
    return new Account(id, name, proof, Map.of(Account.EVERY_CITY, Set.of(role)), Set.of());
  }

  private static Caller caller(Context ctx) {
    Account account = ACCOUNTS.get(String.valueOf(ctx.header("X-Caller")));
    return account == null ? Caller.ANYBODY : new Caller(account, null);
  }

  private List<Route> routes() {
    Cities cities = new Cities(List.of(city));
    Analyses analyses = new Analyses(new LayerReader(
        incidents,
        new AreaStore(database),
        new IncidentStore(database),
        new HarmTables(null, List.of(city))));
    List<Route> routes = new ArrayList<>();
    routes.addAll(new ProcessRoutes(cities, analyses, jobs, new Views(deed -> {})).routes());
    routes.addAll(new JobRoutes(cities, jobs).routes());
    Studies studies = new Studies(new StudyStore(database), analyses, jobs);
    routes.addAll(new StudyRoutes(cities, studies, jobs, deed -> {}).routes());
    return routes;
  }

  String url() {
    return "http://localhost:" + server.port() + "/cities/testville";
  }

  /** Header lines of somebody whose browser sends them from our own page. */
  String[] as(String caller) {
    return new String[] {"X-Caller", caller, "Origin", "http://localhost:" + server.port()};
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> execute(String process, String body, String... headers) {
    return send("POST", "/processes/" + process + "/execution", body, headers);
  }

  HttpResponse<String> send(
      String method,
      String path,
      @org.jspecify.annotations.Nullable String body,
      String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create(path.startsWith("http") ? path : url() + path))
        .timeout(Duration.ofSeconds(60))
        .method(
            method,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The outputs of an analysis, asked as one document by the analyst; must be 200. */
  JsonNode run(String process, String inputs) {
    HttpResponse<String> answer =
        execute(process, "{\"inputs\":" + inputs + ",\"response\":\"document\"}", as("analyst"));
    if (answer.statusCode() != 200) {
      throw new AssertionError(process + ": " + answer.statusCode() + " " + answer.body());
    }
    return parse(answer.body());
  }

  /** The sentence of a refusal that must be 400. */
  String refused(String process, String inputs) {
    HttpResponse<String> answer = execute(process, "{\"inputs\":" + inputs + "}", as("analyst"));
    if (answer.statusCode() != 400) {
      throw new AssertionError(process + ": " + answer.statusCode() + " " + answer.body());
    }
    return parse(answer.body()).path("detail").asText();
  }

  /** The status of a job once it is over. */
  JsonNode over(String job, String... headers) {
    for (int tries = 0; tries < 200; tries++) {
      JsonNode status = parse(get(job, headers).body());
      if (!Set.of("accepted", "running").contains(status.path("status").asText())) {
        return status;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("the job is not over: " + job);
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    jobs.close();
    incidents.close();
    if (ownsDatabase) {
      database.close();
    }
  }
}
