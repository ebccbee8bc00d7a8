package org.lamplight.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Addresses;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.db.DatabaseRole;
import org.lamplight.db.DatabaseRoles;
import org.lamplight.db.TestDatabase;
import org.lamplight.db.TestFolder;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Server;
import org.lamplight.http.ServerSettings;

/** A server with accounts and, beside their routes, one for analysts; its database is reached with the role of accounts. */
final class AccessServer implements AutoCloseable {

  static final Doer BY = new Doer("a test", "command line");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  final Addresses addresses;
  final Database owner;
  final Database auth;
  final Access access;
  final Accounts accounts;
  final TestAccounts test;
  private final Server server;

  AccessServer() {
    this(addresses(), new Passwords(Argon2id::hash), null, null);
  }

  AccessServer(@Nullable String publicUrl) {
    this(addresses(), new Passwords(Argon2id::hash), publicUrl, null);
  }

  AccessServer(Passwords passwords) {
    this(addresses(), passwords, null, null);
  }

  /** A second process over the same database. */
  AccessServer(AccessServer other) {
    this(other.addresses, new Passwords(Argon2id::hash), null, null);
  }

  AccessServer(Access.Oidc oidc) {
    this(addresses(), new Passwords(Argon2id::hash), null, oidc);
  }

  private static Addresses addresses() {
    return DatabaseRoles.provide(TestDatabase.create(), Map.of());
  }

  private AccessServer(
      Addresses addresses,
      Passwords passwords,
      @Nullable String publicUrl,
      Access.@Nullable Oidc oidc) {
    this.addresses = addresses;
    owner = Database.open(addresses.owner(), "owner", 2, 30);
    auth = addresses.open(DatabaseRole.AUTH, 4, 30);
    access = new Access(
        auth,
        new Access.Setting(
            TestFolder.create("lamplight-access"),
            Set.of("los-angeles", "atlanta"),
            Clock.systemUTC(),
            oidc),
        passwords);
    accounts = access.accounts();
    test = new TestAccounts(auth);
    List<Route> routes = new ArrayList<>(access.routes());
    routes.add(Route.get("/cities/{city}/secret", Role.ANALYST, ctx -> ctx.result("seen")));
    routes.add(Route.post("/cities/{city}/secret", Role.ANALYST, ctx -> ctx.result("done")));
    server = Server.start(
        ServerSettings.local(access.callers(), DatabaseFaults::of).behind(publicUrl, List.of()),
        routes);
  }

  /** Asks as somebody. */
  final class Client {

    private final String[] headers;

    private Client(String... headers) {
      this.headers = headers;
    }

    Answer ask(String method, String path, @Nullable Object body) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
          .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : json(body))
          .header("Content-Type", "application/json")
          .header("Sec-Fetch-Site", "same-origin");
      if (headers.length > 0) {
        request.headers(headers);
      }
      try {
        return Answer.of(send(request.build()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** A kept connection that the server closed meanwhile is opened anew, as browsers do. */
    private static HttpResponse<String> send(HttpRequest request)
        throws IOException, InterruptedException {
      try {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException closed) {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      }
    }

    private HttpRequest.BodyPublisher json(Object body) {
      try {
        return HttpRequest.BodyPublishers.ofString(
            body instanceof String text ? text : JSON.writeValueAsString(body));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  String url(String path) {
    return "http://localhost:" + server.port() + path;
  }

  Client as(String cookie) {
    return new Client("Cookie", cookie);
  }

  Client bearing(String token) {
    return new Client("Authorization", "Bearer " + token);
  }

  Client with(String... headers) {
    return new Client(headers);
  }

  Answer ask(String method, String path, @Nullable Object body) {
    return new Client().ask(method, path, body);
  }

  /** Changes the database behind the back of the server, as its superuser. */
  void sql(String statement, Object... values) {
    owner.jdbi().useHandle(handle -> handle.execute(statement, values));
  }

  long count(String sql) {
    return owner.jdbi().withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    server.close();
    auth.close();
    owner.close();
  }
}
