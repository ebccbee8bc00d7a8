package org.lamplight.release;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Negotiation;
import org.lamplight.http.Params;
import org.lamplight.http.ReadyAnswer;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.StaticFiles;
import org.lamplight.release.page.AreaPage;
import org.lamplight.release.page.CityPage;
import org.lamplight.release.page.Finder;
import org.lamplight.release.page.KeptSites;
import org.lamplight.release.page.Language;
import org.lamplight.release.page.MethodPage;
import org.lamplight.release.page.PlainPage;
import org.lamplight.release.page.ProgramSites;
import org.lamplight.release.page.View;
import org.lamplight.release.page.Visit;

/** The public's pages, and the start page, which is the workspace for analysts and managers and the public's for all others. */
public final class PageRoutes {

  /** Long enough to spare the server, short enough for a withdrawal to be seen. */
  private static final String KEPT = Caching.keptFor(Duration.ofMinutes(5));

  private static final List<String> LANGUAGE = List.of("Accept-Language");
  private static final List<String> CALLER = List.of("Cookie", "Authorization");
  private static final List<String> CALLER_AND_LANGUAGE =
      List.of("Cookie", "Authorization", "Accept-Language");

  private static final List<String> CITY_PARAMETERS =
      List.of("unit", "group", "period", "measure", "name", "f", "lang");
  private static final List<String> AREA_PARAMETERS = List.of("group", "f", "lang");
  private static final List<String> METHOD_PARAMETERS = List.of("f", "lang");

  private static final String WORKSPACE = "/web/index.html";
  private static final List<Media> HTML_LAST = List.of(Media.JSON, Media.HTML);

  /**
   * What the pages are made from.
   *
   * @param place what the installation says of itself
   */
  public record Sources(
      Cities cities, Releases releases, KeptSites sites, Visit.Place place, StaticFiles files) {}

  /** Makes one page of a city; the release is null before the first. */
  private interface Writing {
    byte[] of(Visit visit, @Nullable Published release, ProgramSites sites);
  }

  private final Sources sources;
  private final AnswerCache answers = new AnswerCache();

  public PageRoutes(Sources sources) {
    this.sources = sources;
  }

  /** The pages, before the routes of the release, which get their own HTML where a reader asks for it. */
  public List<Route> over(List<Route> release) {
    List<Route> routes = new ArrayList<>(List.of(
        Route.get("/", Role.PUBLIC, this::home),
        Route.get(
            "/workspace",
            Role.WORKSPACE,
            ctx -> sources.files().send(ctx, WORKSPACE, Caching.NEVER, CALLER)),
        Route.get("/cities/{city}/public", Role.PUBLIC, this::city)));
    Map<String, Handler> pages = Map.of(
        "/cities/{city}/release", this::method,
        "/cities/{city}/release/areas/{unit}/{slug}", this::area);
    for (Route route : release) {
      Handler page = pages.get(route.path());
      routes.add(
          page == null || !route.method().equals(HandlerType.GET) ? route : both(route, page));
    }
    return List.copyOf(routes);
  }

  /** The page where HTML is wanted, otherwise what the route answers. */
  private static Route both(Route route, Handler page) {
    return route.handledBy(ctx -> {
      Handler wanted = wantsHtml(ctx) ? page : route.handler();
      wanted.handle(ctx);
    });
  }

  private static boolean wantsHtml(Context ctx) {
    Params params = Params.parse(ctx.req().getQueryString(), name -> true);
    if (params.has("f")) {
      return params.find("f").orElse("").equals(Media.HTML.f());
    }
    return acceptsHtml(ctx) && Negotiation.choose(ctx, params, HTML_LAST).equals(Media.HTML);
  }

  private static boolean acceptsHtml(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }

  private void home(Context ctx) {
    if (Caller.of(ctx).may(Role.WORKSPACE)) {
      sources.files().send(ctx, WORKSPACE, Caching.NEVER, CALLER);
      return;
    }
    Params params = Params.parse(ctx.req().getQueryString(), name -> true);
    List<City> all = sources.cities().all();
    String asked = params.find("city").orElse(all.get(0).slug());
    List<String> names = new ArrayList<>(CITY_PARAMETERS);
    names.add("city");
    in(ctx, asked, names, PageRoutes::cityPage);
  }

  private void city(Context ctx) {
    in(ctx, ctx.pathParam("city"), CITY_PARAMETERS, PageRoutes::cityPage);
  }

  private static byte[] cityPage(Visit visit, @Nullable Published release, ProgramSites sites) {
    return release == null || release.withdrawal() != null
        ? PlainPage.withoutNumbers(visit, release, sites)
        : CityPage.write(visit, release, View.of(visit.query(), release), sites);
  }

  private void method(Context ctx) {
    in(
        ctx,
        ctx.pathParam("city"),
        METHOD_PARAMETERS,
        (visit, release, sites) -> release == null
            ? PlainPage.withoutNumbers(visit, null, sites)
            : MethodPage.write(visit, release, sources.releases().list(visit.city())));
  }

  private void area(Context ctx) {
    String unit = ctx.pathParam("unit");
    String slug = ctx.pathParam("slug");
    in(ctx, ctx.pathParam("city"), AREA_PARAMETERS, (visit, release, sites) -> {
      if (release == null || release.withdrawal() != null) {
        return PlainPage.withoutNumbers(visit, release, sites);
      }
      PublicArea area =
          release.area(unit, slug).orElseThrow(() -> Fault.missing("there is no such area"));
      return AreaPage.write(visit, release, area, sites);
    });
  }

  /** Answers with a page of the city; a fault becomes a page that says so. */
  private void in(Context ctx, String slug, List<String> known, Writing writing) {
    City city = sources.cities().all().stream()
        .filter(one -> one.slug().equals(slug))
        .findFirst()
        .orElse(null);
    try {
      Params params = Params.of(ctx, known);
      if (city == null) {
        throw Fault.missing("there is no such city");
      }
      Language language = Language.choose(params.find("lang"), ctx.header("Accept-Language"));
      answer(ctx, visit(ctx, city, language, params), writing);
    } catch (Fault fault) {
      City shown = city == null ? sources.cities().all().get(0) : city;
      refuse(ctx, shown, fault);
    }
  }

  private Visit visit(Context ctx, City city, Language language, Params query) {
    // The start page is the city's page, and its links lead there.
    String path = ctx.path().equals("/") ? "/cities/" + city.slug() + "/public" : ctx.path();
    Visit.Page page = new Visit.Page(city, sources.cities().all(), sources.place());
    return Visit.of(page, language, path, query.with("city", null));
  }

  private void answer(Context ctx, Visit visit, Writing writing) {
    Published release = sources.releases().find(visit.city()).orElse(null);
    String typed = visit.query().find("name").orElse("");
    String only = typed.isBlank() || release == null || release.withdrawal() != null
        ? null
        : new Finder(visit, release).onlyMatch(typed);
    if (only != null) {
      ctx.redirect(only, HttpStatus.SEE_OTHER);
      return;
    }
    KeptSites.Kept sites = sources.sites().of(visit.city());
    Supplier<byte[]> content = () -> writing.of(visit, release, sites.sites());
    // The start page alone depends on who asks.
    boolean start = ctx.path().equals("/");
    if (start && !Caller.of(ctx).isAnybody()) {
      ctx.header("Cache-Control", Caching.NEVER);
      Body.send(ctx, Media.HTML.type(), content.get());
      return;
    }
    // What somebody typed would fill the memory with pages that nobody asks for again.
    ReadyAnswer page = release == null || !typed.isBlank()
        ? ReadyAnswer.of(Media.HTML.type(), content.get())
        : answers.get(release.head(), key(visit, sites), Media.HTML.type(), content);
    page.send(ctx, KEPT, start ? CALLER_AND_LANGUAGE : LANGUAGE);
  }

  private String key(Visit visit, KeptSites.Kept sites) {
    return String.join(
        "|",
        visit.language().tag(),
        visit.path() + visit.query().query(),
        String.valueOf(sites.version()),
        sources.releases().list(visit.city()).toString());
  }

  /** A page for who reads pages; anybody else gets the problem as everywhere. */
  private void refuse(Context ctx, City city, Fault fault) {
    if (!acceptsHtml(ctx)) {
      throw fault;
    }
    Language language = Language.choose(Optional.empty(), ctx.header("Accept-Language"));
    Visit visit = visit(ctx, city, language, Params.parse(null, name -> true));
    byte[] page;
    switch (fault.kind()) {
      case MISSING -> {
        ctx.status(404);
        page = PlainPage.missing(visit);
      }
      case INVALID -> {
        ctx.status(400);
        page = PlainPage.invalid(visit, fault.sentence());
      }
      default -> throw fault;
    }
    ctx.header("Cache-Control", "no-store");
    Body.send(ctx, Media.HTML.type(), page);
  }
}
