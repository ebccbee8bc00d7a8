package org.lamplight.http;

import java.time.Duration;

/**
 * What bounds the work that clients can make.
 *
 * @param requestsPerSecond that one client of the public may ask in the long run
 * @param burst requests that it may ask at once
 * @param connections open at a time, of all clients together
 * @param idle time after which a connection that is silent is closed
 */
public record ServerLimits(int requestsPerSecond, int burst, int connections, Duration idle) {

  private static final int CONNECTIONS = 10_000;
  private static final Duration IDLE = Duration.ofSeconds(15);

  /** The usual number of connections and the usual patience. */
  public static ServerLimits of(int requestsPerSecond, int burst) {
    return new ServerLimits(requestsPerSecond, burst, CONNECTIONS, IDLE);
  }
}
