package org.lamplight.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.HttpResponseException;
import java.util.List;

/** The running server: routes under the rules that hold for all of them. */
public final class Server implements AutoCloseable {

  private final Javalin javalin;
  private final List<Route> routes;

  private Server(Javalin javalin, List<Route> routes) {
    this.javalin = javalin;
    this.routes = List.copyOf(routes);
  }

  /** Starts serving the routes; where two match, the earlier one answers. */
  public static Server start(ServerSettings settings, List<Route> routes) {
    SecurityHeaders headers = new SecurityHeaders(settings.basemapUrl());
    Gate gate = new Gate(settings, headers);
    Problems problems = new Problems(settings.faults(), headers);
    Javalin javalin = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.http.compressionStrategy = CompressionStrategy.NONE;
      config.http.maxRequestSize = Changes.LARGEST_BODY;
      JettySetup.apply(config.jetty, settings, headers);
      config.routes.before(gate::enter);
      new RouteTable(config, gate, problems).register(routes);
      config.routes.exception(HttpResponseException.class, problems::answer);
      config.routes.exception(Exception.class, problems::answer);
    });
    return new Server(javalin.start(), routes);
  }

  public int port() {
    return javalin.port();
  }

  /** What is served, in the order in which it is tried. */
  public List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
