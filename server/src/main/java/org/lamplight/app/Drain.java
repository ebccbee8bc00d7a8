package org.lamplight.app;

import io.javalin.http.Handler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lamplight.fault.Fault;
import org.lamplight.http.Route;

/** Lets running requests finish while the server stops, and turns new ones away. */
final class Drain {

  private final Phaser running = new Phaser(1);
  private volatile boolean stopping;

  /** The routes, each counting its requests. */
  List<Route> guard(List<Route> routes) {
    return routes.stream()
        .map(route -> route.handledBy(counted(route.handler())))
        .toList();
  }

  private Handler counted(Handler handler) {
    return ctx -> {
      running.register();
      try {
        if (stopping) {
          ctx.header("Connection", "close");
          throw new Fault(Fault.Kind.BUSY, "the server is stopping; try again shortly");
        }
        handler.handle(ctx);
      } finally {
        running.arriveAndDeregister();
      }
    };
  }

  /** Turns new requests away and waits until the running ones have ended, or the time is over. */
  void close(Duration patience) {
    stopping = true;
    try {
      running.awaitAdvanceInterruptibly(
          running.arrive(), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // What still runs is cut off: its client sees a broken connection, not a whole answer.
      running.forceTermination();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
