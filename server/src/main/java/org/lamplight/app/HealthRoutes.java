package org.lamplight.app;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.lamplight.db.Pulse;
import org.lamplight.fault.Fault;
import org.lamplight.http.Allowance;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Media;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** Whether the process lives, and whether it can answer; no more detail, because anybody may ask. */
final class HealthRoutes {

  private final Pulse pulse;

  HealthRoutes(Pulse pulse) {
    this.pulse = pulse;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/health/live", Role.PUBLIC, HealthRoutes::ok).drawingOn(Allowance.FREE),
        Route.get("/health/ready", Role.PUBLIC, this::ready).drawingOn(Allowance.FREE));
  }

  private void ready(Context ctx) {
    if (!pulse.beats()) {
      throw new Fault(Fault.Kind.BUSY, "the database does not answer");
    }
    ok(ctx);
  }

  private static void ok(Context ctx) {
    Body.json(ctx.header("Cache-Control", Caching.NEVER), Media.JSON, Map.of("status", "ok"));
  }
}
