package org.lamplight.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.AreaRoutes;
import org.lamplight.area.AreaStore;
import org.lamplight.city.Cities;
import org.lamplight.city.CityStore;
import org.lamplight.config.Settings;
import org.lamplight.db.Database;
import org.lamplight.db.Pulse;
import org.lamplight.explore.ExploreRoutes;
import org.lamplight.explore.ProfileRoutes;
import org.lamplight.http.Route;
import org.lamplight.http.StaticFiles;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.ogc.Catalog;
import org.lamplight.ogc.CityListRoutes;
import org.lamplight.ogc.FeaturesRoutes;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.SiteStore;

/** Every route of the server, in the order in which they are tried; each names the role that it needs. */
final class Routes {

  private Routes() {}

  static List<Route> all(
      Settings settings, Database database, Cities cities, Incidents incidents, Pulse pulse) {
    CityStore versions = new CityStore(database);
    AreaStore areas = new AreaStore(database);
    Catalog catalog = new Catalog(new Catalog.Sources(
        versions,
        areas,
        new SiteStore(database),
        new ProgramStore(database),
        new IncidentStore(database),
        incidents));
    List<Route> routes = new ArrayList<>();
    routes.addAll(new HealthRoutes(pulse).routes());
    routes.addAll(new CityListRoutes(cities.all(), basemap(settings)).routes());
    routes.addAll(new ProfileRoutes(cities, incidents).routes());
    routes.addAll(new AreaRoutes(cities, versions, areas).routes());
    routes.addAll(new ExploreRoutes(cities, incidents).routes());
    routes.addAll(new FeaturesRoutes(cities, catalog).routes());
    // Takes every path that is left.
    routes.addAll(new StaticFiles().routes());
    return List.copyOf(routes);
  }

  private static CityListRoutes.@Nullable Basemap basemap(Settings settings) {
    String url = settings.basemapUrl();
    String attribution = settings.basemapAttribution();
    return url == null || attribution == null ? null : new CityListRoutes.Basemap(url, attribution);
  }
}
