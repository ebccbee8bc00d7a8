package org.lamplight.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.area.AreaRoutes;
import org.lamplight.area.AreaStore;
import org.lamplight.city.AreaSet;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityStore;
import org.lamplight.city.Text;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.db.TestDatabase;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;
import org.lamplight.http.StaticFiles;
import org.lamplight.http.TestCallers;
import org.lamplight.http.Views;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.SyntheticIncidents;
import org.lamplight.ogc.process.JobRoutes;
import org.lamplight.ogc.process.ProcessRoutes;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.SiteScope;
import org.lamplight.program.SiteStore;
import org.lamplight.study.Analyses;
import org.lamplight.study.HarmTables;
import org.lamplight.study.JobStore;
import org.lamplight.study.Jobs;
import org.lamplight.study.Lane;
import org.lamplight.study.LayerReader;

/** A running server over a small made-up city: incidents, two neighborhoods, two programs, five sites. */
final class TestServer implements AutoCloseable {

  static final int INCIDENTS = 2_000;
  static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  final Database database = TestDatabase.open();
  private final Incidents incidents;
  private final Jobs jobs =
      new Jobs(new JobStore(database), DatabaseFaults::of, List.of(Lane.OPEN, Lane.ANALYSES));
  private final Server server;
  final City city;

  TestServer() {
    City written = SyntheticIncidents.write(database, INCIDENTS, 0.3);
    city = new City(written.id(), withSets(written.profile()));
    programs();
    incidents = SyntheticIncidents.open(database, city);
    server = Server.start(
        ServerSettings.local(TestCallers.analystOrNobody(), DatabaseFaults::of), routes());
  }

  private List<Route> routes() {
    CityStore cities = new CityStore(database);
    AreaStore areas = new AreaStore(database);
    Catalog.Layers layers = new Catalog.Layers(
        cities,
        areas,
        new SiteStore(database, SiteScope.PUBLISHED),
        new ProgramStore(database, SiteScope.PUBLISHED));
    Catalog catalog = new Catalog(
        layers, layers, new Catalog.IncidentLayer(new IncidentStore(database), incidents));
    List<Route> routes = new ArrayList<>();
    routes.addAll(new CityListRoutes(List.of(city), null).routes());
    routes.addAll(
        new FeaturesRoutes(new Cities(List.of(city)), catalog, new Views(deed -> {})).routes());
    LayerTileStore tiles = new LayerTileStore(database, true);
    routes.addAll(new TilesRoutes(
            new Cities(List.of(city)),
            catalog,
            incidents,
            new TilesRoutes.Layers(tiles, tiles),
            new Views(deed -> {}))
        .routes());
    routes.addAll(new AreaRoutes(new Cities(List.of(city)), cities, areas).routes());
    Analyses analyses = new Analyses(new LayerReader(
        incidents, areas, new IncidentStore(database), new HarmTables(null, List.of(city))));
    routes.addAll(
        new ProcessRoutes(new Cities(List.of(city)), analyses, jobs, new Views(deed -> {}))
            .routes());
    routes.addAll(new JobRoutes(new Cities(List.of(city)), jobs).routes());
    routes.addAll(new StaticFiles().routes());
    return routes;
  }

  private static CityProfile withSets(CityProfile p) {
    AreaSet set = new AreaSet(
        "neighborhoods",
        new Text("Neighborhoods", "Vecindarios"),
        new AreaSet.Fields(List.of("name"), List.of(), List.of(), null),
        "made up");
    return new CityProfile(
        p.slug(),
        p.name(),
        p.zone(),
        p.metricSrid(),
        p.extent(),
        p.cityAreas(),
        p.source(),
        List.of(set),
        p.groups(),
        p.offences(),
        p.incidentFormats(),
        p.siteFormats());
  }

  private void programs() {
    database.jdbi().useHandle(handle -> {
      handle.execute(
          "insert into program (city, slug, name, name_es, sign) values (?, 'lights', 'Lights', 'Luces', 'moon'), (?, 'walks', 'Walks <b>&</b>', null, 'foot')",
          city.id(),
          city.id());
      handle.execute("""
          insert into site (city, program, slug, name, status, opened_on, closed_on, listed_years, weekdays, hours_from,
                            flags, geom, geom_metric, note, first_run, last_run)
          select ?, v.program, v.slug, v.name, v.status, v.opened, v.closed, v.years, v.days, v.hours, v.flags, v.geom,
                 ST_Transform(v.geom, 26911), v.note, 1, 1
          from (values
            ('lights', 'lights-a', 'Park A', 'active', date '2021-06-01', null::date, '{2021,2022}'::smallint[],
             '{3,4}'::smallint[], time '19:00', '{}'::text[], ST_SetSRID(ST_MakePoint(-118.35, 34.0), 4326), 'x'),
            ('lights', 'lights-b', 'Park B', 'ended', date '2021-06-01', date '2022-01-01', null, null, null, '{}',
             ST_MakeEnvelope(-118.30, 33.95, -118.29, 33.96, 4326), '<script>alert(1)</script>'),
            ('lights', 'lights-c', 'Park C', 'unknown', null, null, null, null, null, '{no_location}', null, null),
            ('walks', 'walks-a', 'Walk A', 'active', date '2023-01-01', null, null, null, null, '{}',
             ST_SetSRID(ST_MakePoint(-118.25, 34.05), 4326), null),
            ('walks', 'walks-b', 'Walk B', 'active', null, date '2020-01-01', null, null, null, '{}',
             ST_SetSRID(ST_MakePoint(-118.25, 34.06), 4326), null)
          ) v (program, slug, name, status, opened, closed, years, days, hours, flags, geom, note)
          """, city.id());
    });
  }

  /** The landing page, without a trailing slash. */
  String url() {
    return "http://localhost:" + server.port() + "/cities/testville";
  }

  String host() {
    return "http://localhost:" + server.port();
  }

  int port() {
    return server.port();
  }

  HttpResponse<String> get(String pathOrUrl, String... headers) {
    return send("GET", pathOrUrl, headers);
  }

  HttpResponse<String> send(String method, String pathOrUrl, String... headers) {
    String url = pathOrUrl.startsWith("http") ? pathOrUrl : url() + pathOrUrl;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.noBody());
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

  /** The JSON of an answer that must be 200. */
  JsonNode json(String pathOrUrl, String... headers) {
    HttpResponse<String> response = get(pathOrUrl, headers);
    if (response.statusCode() != 200) {
      throw new AssertionError(pathOrUrl + ": " + response.statusCode() + " " + response.body());
    }
    return parse(response.body());
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
    database.close();
  }
}
