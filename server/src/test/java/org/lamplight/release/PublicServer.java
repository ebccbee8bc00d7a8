package org.lamplight.release;

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
import java.util.Map;
import java.util.Set;
import org.lamplight.city.Cities;
import org.lamplight.city.CityStore;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.http.Account;
import org.lamplight.http.Caller;
import org.lamplight.http.Callers;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;
import org.lamplight.http.StaticFiles;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.SiteScope;
import org.lamplight.program.SiteStore;
import org.lamplight.release.page.KeptSites;
import org.lamplight.release.page.Visit;

/** A running server of one test city's releases. Whoever sends the header {@code X-Test-Role} holds that role. */
final class PublicServer implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  final Releases releases;
  private final PublishingRoutes publishing;
  private final Server server;

  PublicServer(TestCity city, String day) {
    Cities cities = new Cities(List.of(city.city));
    releases = new Releases(new ReleaseStore(city.everybody), cities.all());
    releases.keepFresh();
    publishing = new PublishingRoutes(cities, city.publishing(day), releases);
    PageRoutes pages = new PageRoutes(new PageRoutes.Sources(
        cities,
        releases,
        new KeptSites(
            new CityStore(city.everybody),
            new ProgramStore(city.everybody, SiteScope.PUBLISHED),
            new SiteStore(city.everybody, SiteScope.PUBLISHED)),
        new Visit.Place(null, null),
        new StaticFiles()));
    List<Route> routes = new ArrayList<>(pages.over(new ReleaseRoutes(cities, releases).routes()));
    routes.addAll(publishing.routes());
    Callers callers = ctx -> {
      String role = ctx.header("X-Test-Role");
      return role == null
          ? Caller.ANYBODY
          : new Caller(
              new Account(
                  1,
                  "tester",
                  Account.Proof.SESSION,
                  Map.of(city.city.slug(), Set.of(Role.valueOf(role))),
                  Set.of()),
              null);
    };
    server = Server.start(ServerSettings.local(callers, DatabaseFaults::of), routes);
  }

  /** A path that begins with // is one of the whole server; others are the city's. */
  HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
    String whole = path.startsWith("//") ? path.substring(1) : "/cities/testville" + path;
    URI uri = URI.create("http://localhost:" + server.port() + whole);
    HttpRequest.BodyPublisher content = body.isEmpty()
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, content);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** The text of an answer that must be 200. */
  String text(String path) {
    HttpResponse<byte[]> response = get(path);
    String text = new String(response.body(), StandardCharsets.UTF_8);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + text);
    }
    return text;
  }

  JsonNode json(String path) {
    return parse(text(path));
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(HttpResponse<byte[]> response) {
    return parse(new String(response.body(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
    publishing.close();
    releases.close();
  }
}
