package org.lamplight.app;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.city.Cities;
import org.lamplight.db.Database;
import org.lamplight.db.Pulse;
import org.lamplight.explore.ExploreRoutes;
import org.lamplight.explore.ProfileRoutes;
import org.lamplight.http.Route;
import org.lamplight.http.StaticFiles;
import org.lamplight.incident.Incidents;

/** Every route of the server, in the order in which they are tried; each names the role that it needs. */
final class Routes {

  private Routes() {}

  static List<Route> all(Database database, Cities cities, Incidents incidents, Pulse pulse) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new HealthRoutes(pulse).routes());
    routes.addAll(new ProfileRoutes(cities, incidents).routes());
    routes.addAll(new ExploreRoutes(cities, incidents).routes());
    // Takes every path that is left.
    routes.addAll(new StaticFiles().routes());
    return List.copyOf(routes);
  }
}
