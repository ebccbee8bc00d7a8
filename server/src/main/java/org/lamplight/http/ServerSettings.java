package org.lamplight.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/**
 * What the server is told.
 *
 * @param port 0 for any free one
 * @param publicUrl what links begin with, where a proxy stands before the server
 * @param basemapUrl template of the basemap's tiles; its host is the only foreign one that pages may load images from
 * @param callers how a request tells who asks
 * @param faults what a failure of a lower layer, such as a database that is down, means to the caller
 * @param trustedProxies addresses and networks of the proxies whose word for a client's address is taken
 * @param limits what bounds the work that clients can make
 */
public record ServerSettings(
    String host,
    int port,
    @Nullable String publicUrl,
    @Nullable String basemapUrl,
    Callers callers,
    Function<Throwable, Optional<Fault>> faults,
    List<String> trustedProxies,
    ServerLimits limits) {

  public ServerSettings {
    publicUrl = publicUrl == null ? null : publicUrl.replaceFirst("/+$", "");
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Loopback, any free port, no basemap, more requests than anybody asks; nobody is known. */
  public static ServerSettings local(Function<Throwable, Optional<Fault>> faults) {
    return local(Callers.NOBODY, faults);
  }

  /** Loopback, any free port, no basemap, and more requests than anybody asks. */
  public static ServerSettings local(Callers callers, Function<Throwable, Optional<Fault>> faults) {
    ServerLimits limits = ServerLimits.of(100_000, 1_000_000);
    return new ServerSettings("127.0.0.1", 0, null, null, callers, faults, List.of(), limits);
  }

  /** The same with other limits. */
  public ServerSettings with(ServerLimits other) {
    return new ServerSettings(
        host, port, publicUrl, basemapUrl, callers, faults, trustedProxies, other);
  }

  /** The same behind proxies. */
  public ServerSettings behind(@Nullable String url, List<String> proxies) {
    return new ServerSettings(host, port, url, basemapUrl, callers, faults, proxies, limits);
  }
}
