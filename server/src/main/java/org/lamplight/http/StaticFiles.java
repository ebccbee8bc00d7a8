package org.lamplight.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.fault.Fault;

/** The web application's files and the WebJars, from the class path, kept in memory once read. */
public final class StaticFiles {

  /** What is served, and as what; any other ending does not exist. */
  private static final Map<String, String> TYPES = Map.ofEntries(
      Map.entry("html", "text/html;charset=utf-8"),
      Map.entry("css", "text/css;charset=utf-8"),
      Map.entry("js", "text/javascript;charset=utf-8"),
      Map.entry("mjs", "text/javascript;charset=utf-8"),
      Map.entry("json", "application/json"),
      Map.entry("webmanifest", "application/manifest+json"),
      Map.entry("svg", "image/svg+xml"),
      Map.entry("png", "image/png"),
      Map.entry("ico", "image/x-icon"),
      Map.entry("woff2", "font/woff2"),
      Map.entry("txt", "text/plain;charset=utf-8"));

  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private final Map<String, ReadyAnswer> loaded = new ConcurrentHashMap<>();

  /** The routes of the files; the last one takes every path, so that these must stand after all others. */
  public List<Route> routes() {
    return List.of(
        file("/webjars/<path>", ctx -> send(ctx, WEBJARS + ctx.pathParam("path"), Caching.FOREVER)),
        file("/<path>", ctx -> send(ctx, "/web/" + ctx.pathParam("path"), Caching.REVALIDATE)));
  }

  static Route file(String path, Handler handler) {
    return Route.get(path, Role.PUBLIC, handler).drawingOn(Allowance.FILES);
  }

  private void send(Context ctx, String resource, String cacheControl) {
    send(ctx, resource, cacheControl, List.of());
  }

  /**
   * Sends a file of the class path, by its whole name there; MISSING where it is none of those that are served.
   *
   * @param chosenBy headers of the request that chose this file among others
   */
  public void send(Context ctx, String resource, String cacheControl, List<String> chosenBy) {
    find(resource)
        .orElseThrow(() -> Fault.missing("there is nothing here"))
        .send(ctx, cacheControl, chosenBy);
  }

  private Optional<ReadyAnswer> find(String resource) {
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    if (type == null || !resource.matches("(/[A-Za-z0-9@_-][A-Za-z0-9@._-]*)+")) {
      return Optional.empty();
    }
    // Only what exists is kept, or anybody could fill the memory with names.
    ReadyAnswer known = loaded.get(resource);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ReadyAnswer> asset = read(resource, type);
    asset.ifPresent(found -> loaded.put(resource, found));
    return asset;
  }

  private static Optional<ReadyAnswer> read(String resource, String type) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(ReadyAnswer.of(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
