package org.lamplight.http;

import io.javalin.http.Context;
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

  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  /** A file in memory. */
  private static final class Asset {
    final byte[] bytes;
    final String type;
    final String etag;

    Asset(byte[] bytes, String type) {
      this.bytes = bytes;
      this.type = type;
      this.etag = Caching.etagOf(bytes);
    }
  }

  /** The routes of the files; the last one takes every path, so that these must stand after all others. */
  public List<Route> routes() {
    return List.of(
        Route.get("/", Role.PUBLIC, ctx -> send(ctx, "/web/index.html", Caching.REVALIDATE)),
        Route.get(
            "/webjars/<path>",
            Role.PUBLIC,
            ctx ->
                send(ctx, "/META-INF/resources/webjars/" + ctx.pathParam("path"), Caching.FOREVER)),
        Route.get(
            "/<path>",
            Role.PUBLIC,
            ctx -> send(ctx, "/web/" + ctx.pathParam("path"), Caching.REVALIDATE)));
  }

  void send(Context ctx, String resource, String cacheControl) {
    Asset asset = find(resource).orElseThrow(() -> Fault.missing("there is nothing here"));
    if (!Caching.answered(ctx, asset.etag, cacheControl)) {
      Body.send(ctx, asset.type, asset.bytes);
    }
  }

  private Optional<Asset> find(String resource) {
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    if (type == null || !resource.matches("(/[A-Za-z0-9@_-][A-Za-z0-9@._-]*)+")) {
      return Optional.empty();
    }
    // Only what exists is kept, or anybody could fill the memory with names.
    Asset known = loaded.get(resource);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Asset> asset = read(resource, type);
    asset.ifPresent(found -> loaded.put(resource, found));
    return asset;
  }

  private static Optional<Asset> read(String resource, String type) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      return Optional.of(new Asset(bytes, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
