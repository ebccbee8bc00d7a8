package org.lamplight.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;
import org.lamplight.fault.Fault;

/** The running server: routes under the rules that hold for all of them. */
public final class Server implements AutoCloseable {

  private static final int LONGEST_URL = 4_094;
  private final Javalin javalin;

  private Server(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Starts serving the routes; where two match, the earlier one answers. */
  public static Server start(ServerSettings settings, List<Route> routes) {
    SecurityHeaders headers = new SecurityHeaders(settings.basemapUrl());
    Problems problems = new Problems(settings.faults(), headers);
    Javalin javalin = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.http.compressionStrategy = CompressionStrategy.NONE;
      config.http.maxRequestSize = 1_000_000;
      config.http.prefer405over404 = true;
      JettySetup.apply(config.jetty, settings, headers);
      config.routes.before(ctx -> prepare(ctx, settings, headers));
      routes.forEach(route -> add(config, route, settings.callers(), problems));
      config.routes.exception(HttpResponseException.class, problems::answer);
      config.routes.exception(Exception.class, problems::answer);
    });
    return new Server(javalin.start());
  }

  private static void prepare(Context ctx, ServerSettings settings, SecurityHeaders headers) {
    headers.apply(ctx.res()::setHeader);
    String query = ctx.req().getQueryString();
    int length = ctx.req().getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    if (length > LONGEST_URL) {
      throw new HttpResponseException(414, "the URL is longer than 4094 bytes");
    }
    Caller caller = settings.callers().identify(ctx);
    ctx.attribute(Caller.ATTRIBUTE, caller);
    if (settings.publicUrl() != null) {
      ctx.attribute(BaseUrl.ATTRIBUTE, settings.publicUrl());
    }
    if (caller.isAnybody()) {
      // What anybody may see, pages of other sites may read; what staff see they never may.
      ctx.header("Access-Control-Allow-Origin", "*");
      ctx.header("Access-Control-Expose-Headers", "Content-Crs, ETag, Link");
    }
    ctx.res().addHeader("Vary", "Origin");
  }

  private static void add(JavalinConfig config, Route route, Callers callers, Problems problems) {
    Handler guarded = ctx -> {
      try {
        Caller caller = Caller.of(ctx).in(ctx.pathParamMap().get("city"));
        ctx.attribute(Caller.ATTRIBUTE, caller);
        if (!caller.may(route.role())) {
          if (StaffPages.leadsToSignIn(ctx, route)) {
            return;
          }
          callers.refused(ctx, route);
          throw Fault.missing("there is nothing here");
        }
        route.handler().handle(ctx);
      } catch (Exception | StackOverflowError e) {
        problems.answer(e, ctx);
      }
    };
    config.routes.addHttpHandler(route.method(), route.path(), guarded, route.role());
    if (route.method().equals(HandlerType.GET)) {
      config.routes.addHttpHandler(HandlerType.HEAD, route.path(), guarded, route.role());
      config.routes.addHttpHandler(
          HandlerType.OPTIONS, route.path(), Server::preflight, route.role());
    }
  }

  private static void preflight(Context ctx) {
    ctx.header("Allow", "GET, HEAD, OPTIONS");
    ctx.header("Access-Control-Allow-Methods", "GET, HEAD");
    ctx.header("Access-Control-Allow-Headers", "Accept, If-None-Match, Prefer");
    ctx.header("Access-Control-Max-Age", "600");
    ctx.status(204);
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
