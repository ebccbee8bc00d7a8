package org.lamplight.http;

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
 */
public record ServerSettings(
    String host,
    int port,
    @Nullable String publicUrl,
    @Nullable String basemapUrl,
    Callers callers,
    Function<Throwable, Optional<Fault>> faults) {

  public ServerSettings {
    publicUrl = publicUrl == null ? null : publicUrl.replaceFirst("/+$", "");
  }

  /** Loopback, any free port, no basemap; nobody is known. */
  public static ServerSettings local(Function<Throwable, Optional<Fault>> faults) {
    return local(Callers.NOBODY, faults);
  }

  /** Loopback, any free port, no basemap. */
  public static ServerSettings local(Callers callers, Function<Throwable, Optional<Fault>> faults) {
    return new ServerSettings("127.0.0.1", 0, null, null, callers, faults);
  }
}
