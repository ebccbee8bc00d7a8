package org.lamplight.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.AreaRoutes;
import org.lamplight.area.AreaStore;
import org.lamplight.city.Cities;
import org.lamplight.city.CityStore;
import org.lamplight.config.Settings;
import org.lamplight.db.Database;
import org.lamplight.explore.ExploreRoutes;
import org.lamplight.explore.ProfileRoutes;
import org.lamplight.explore.ShapeRoutes;
import org.lamplight.explore.export.ExportRoutes;
import org.lamplight.explore.view.CompareRoutes;
import org.lamplight.explore.view.CountedStore;
import org.lamplight.explore.view.PlacesRoutes;
import org.lamplight.explore.view.SavedViewRoutes;
import org.lamplight.explore.view.SavedViewStore;
import org.lamplight.http.Audit;
import org.lamplight.http.Route;
import org.lamplight.http.StaffPages;
import org.lamplight.http.StaticFiles;
import org.lamplight.http.Views;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.ingest.SealedRecordRoutes;
import org.lamplight.ingest.SealedRecordStore;
import org.lamplight.ingest.UploadRoutes;
import org.lamplight.ogc.Catalog;
import org.lamplight.ogc.CityListRoutes;
import org.lamplight.ogc.FeaturesRoutes;
import org.lamplight.ogc.LayerTileStore;
import org.lamplight.ogc.TilesRoutes;
import org.lamplight.ogc.process.JobRoutes;
import org.lamplight.ogc.process.ProcessRoutes;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.SiteScope;
import org.lamplight.program.SiteStore;
import org.lamplight.release.PageRoutes;
import org.lamplight.release.ReleaseRoutes;
import org.lamplight.release.page.KeptSites;
import org.lamplight.release.page.Visit;
import org.lamplight.study.StudyRoutes;

/** Every route of the server, in the order in which they are tried; each names the role that it needs. */
final class Routes {

  private Routes() {}

  static List<Route> all(Settings settings, Parts parts) {
    Cities cities = parts.cities();
    Catalog catalog = new Catalog(
        layers(parts.publicPool(), SiteScope.PUBLISHED),
        layers(parts.staffPool(), SiteScope.ALL),
        new Catalog.IncidentLayer(new IncidentStore(parts.staffPool()), parts.incidents()));
    CityStore facts = new CityStore(parts.publicPool());
    AreaStore areas = new AreaStore(parts.publicPool());
    Views views = new Views(parts.access().audit());
    List<Route> routes = new ArrayList<>();
    routes.addAll(new HealthRoutes(parts.pulse()).routes());
    routes.addAll(parts.access().routes());
    routes.addAll(new CityListRoutes(cities.all(), basemap(settings)).routes());
    routes.addAll(new ProfileRoutes(cities, facts, areas, parts.incidents()).routes());
    routes.addAll(new AreaRoutes(cities, facts, areas).routes());
    StaticFiles files = new StaticFiles();
    routes.addAll(
        pages(settings, parts, files).over(new ReleaseRoutes(cities, parts.releases()).routes()));
    routes.addAll(parts.publishing().routes());
    routes.addAll(new SealedRecordRoutes(
            cities, new SealedRecordStore(parts.importPool()), parts.access().audit())
        .routes());
    routes.addAll(new ExploreRoutes(cities, parts.incidents(), views).routes());
    routes.addAll(new ShapeRoutes(cities, parts.incidents().shapes(), Clock.systemUTC()).routes());
    routes.addAll(desk(parts, views));
    routes.addAll(new FeaturesRoutes(cities, catalog, views).routes());
    routes.addAll(new ProcessRoutes(cities, parts.analyses(), parts.jobs(), views).routes());
    routes.addAll(new JobRoutes(cities, parts.jobs()).routes());
    routes.addAll(
        new StudyRoutes(cities, parts.studies(), parts.jobs(), parts.access().audit()).routes());
    routes.addAll(tiles(parts, catalog, views).routes());
    // Takes every path that is left.
    routes.addAll(files.routes());
    return List.copyOf(new StaffPages(files).with(routes));
  }

  /** What an analyst does beside looking at the map. */
  private static List<Route> desk(Parts parts, Views views) {
    Cities cities = parts.cities();
    Incidents incidents = parts.incidents();
    Audit audit = parts.access().audit();
    Database staff = parts.staffPool();
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new SavedViewRoutes(cities, new SavedViewStore(staff), incidents, audit).routes());
    routes.addAll(new PlacesRoutes(cities, incidents, new CountedStore(staff), views).routes());
    routes.addAll(new CompareRoutes(cities, incidents, views).routes());
    routes.addAll(new ExportRoutes(cities, incidents, new IncidentStore(staff), audit).routes());
    routes.addAll(new UploadRoutes(cities, parts.uploads(), audit).routes());
    return routes;
  }

  private static TilesRoutes tiles(Parts parts, Catalog catalog, Views views) {
    return new TilesRoutes(
        parts.cities(),
        catalog,
        parts.incidents(),
        new TilesRoutes.Layers(
            new LayerTileStore(parts.publicPool(), true),
            new LayerTileStore(parts.staffPool(), false)),
        views);
  }

  private static PageRoutes pages(Settings settings, Parts parts, StaticFiles files) {
    Database database = parts.publicPool();
    KeptSites sites = new KeptSites(
        new CityStore(database),
        new ProgramStore(database, SiteScope.PUBLISHED),
        new SiteStore(database, SiteScope.PUBLISHED));
    CityListRoutes.Basemap basemap = basemap(settings);
    Visit.Place place = new Visit.Place(
        settings.contact(),
        basemap == null ? null : new Visit.Basemap(basemap.url(), basemap.attribution()));
    return new PageRoutes(
        new PageRoutes.Sources(parts.cities(), parts.releases(), sites, place, files));
  }

  private static Catalog.Layers layers(Database database, SiteScope sites) {
    return new Catalog.Layers(
        new CityStore(database),
        new AreaStore(database),
        new SiteStore(database, sites),
        new ProgramStore(database, sites));
  }

  private static CityListRoutes.@Nullable Basemap basemap(Settings settings) {
    String url = settings.basemapUrl();
    String attribution = settings.basemapAttribution();
    return url == null || attribution == null ? null : new CityListRoutes.Basemap(url, attribution);
  }
}
