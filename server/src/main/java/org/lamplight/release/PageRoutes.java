package org.lamplight.release;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Negotiation;
import org.lamplight.http.Params;
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
import org.lamplight.release.page.View;
import org.lamplight.release.page.Visit;

/** The public's pages, and the start page, which is the analysts' workspace for an analyst and the public's for all others. */
public final class PageRoutes {

  /** Long enough to spare the server, short enough for a withdrawal to be seen. */
  private static final String FIVE_MINUTES = "public, max-age=300";

  private static final String WORKSPACE = "/web/index.html";
  private static final List<Media> HTML_LAST = List.of(Media.JSON, Media.HTML);

  /**
   * What the pages are made from.
   *
   * @param place what the installation says of itself
   */
  public record Sources(
      Cities cities, Releases releases, KeptSites sites, Visit.Place place, StaticFiles files) {}

  /** Makes one page of a request that is for HTML. */
  private interface Writing {
    byte[] of(Visit visit, Context ctx);
  }

  private final Sources sources;

  public PageRoutes(Sources sources) {
    this.sources = sources;
  }

  /** The pages, before the routes of the release, which get their own HTML where a reader asks for it. */
  public List<Route> over(List<Route> release) {
    List<Route> routes = new ArrayList<>(List.of(
        Route.get("/", Role.PUBLIC, this::home),
        Route.get(
            "/workspace", Role.ANALYST, ctx -> sources.files().send(ctx, WORKSPACE, Caching.NEVER)),
        Route.get("/cities/{city}/public", Role.PUBLIC, this::city)));
    Map<String, Handler> pages = Map.of(
        "/cities/{city}/release", this::method,
        "/cities/{city}/release/areas/{unit}/{slug}", this::area);
    for (Route route : release) {
      Handler page = pages.get(route.path());
      routes.add(
          page == null || !route.method().equals(io.javalin.http.HandlerType.GET)
              ? route
              : Route.get(
                  route.path(),
                  route.role(),
                  ctx -> (wantsHtml(ctx) ? page : route.handler()).handle(ctx)));
    }
    return List.copyOf(routes);
  }

  private static boolean wantsHtml(Context ctx) {
    Params params = Params.parse(ctx.req().getQueryString(), name -> true);
    if (params.has("f")) {
      return params.find("f").orElse("").equals(Media.HTML.f());
    }
    String accept = ctx.header("Accept");
    return accept != null
        && accept.toLowerCase(Locale.ROOT).contains("text/html")
        && Negotiation.choose(ctx, params, HTML_LAST).equals(Media.HTML);
  }

  private void home(Context ctx) {
    ctx.res().addHeader("Vary", "Cookie");
    if (Caller.of(ctx).may(Role.ANALYST)) {
      sources.files().send(ctx, WORKSPACE, Caching.NEVER);
      return;
    }
    Optional<String> asked =
        Params.parse(ctx.req().getQueryString(), name -> true).find("city");
    List<City> all = sources.cities().all();
    City city = all.stream()
        .filter(known -> asked.isEmpty() || asked.get().equals(known.slug()))
        .findFirst()
        .orElse(all.get(0));
    answer(ctx, city, cityParameters("city"), this::cityPage);
  }

  private void city(Context ctx) {
    in(ctx, cityParameters(), this::cityPage);
  }

  private static List<String> cityParameters(String... more) {
    List<String> names = new ArrayList<>(View.PARAMETERS);
    names.addAll(List.of("name", "f"));
    names.addAll(List.of(more));
    return names;
  }

  private byte[] cityPage(Visit visit, Context ctx) {
    Optional<Published> release = sources.releases().find(visit.city());
    if (release.isEmpty()) {
      return PlainPage.withoutRelease(visit, sources.sites().of(visit.city()));
    }
    if (release.get().withdrawal() != null) {
      return PlainPage.withdrawn(visit, release.get(), sources.sites().of(visit.city()));
    }
    String typed = visit.query().find("name").orElse("");
    String only = typed.isBlank() ? null : new Finder(visit, release.get()).onlyMatch(typed);
    if (only != null) {
      ctx.redirect(only, HttpStatus.SEE_OTHER);
    }
    return CityPage.write(
        visit,
        release.get(),
        View.of(visit.query(), release.get()),
        sources.sites().of(visit.city()));
  }

  private void method(Context ctx) {
    in(ctx, List.of("f"), (visit, request) -> {
      Optional<Published> release = sources.releases().find(visit.city());
      return release.isEmpty()
          ? PlainPage.withoutRelease(visit, sources.sites().of(visit.city()))
          : MethodPage.write(visit, release.get(), sources.releases().list(visit.city()));
    });
  }

  private void area(Context ctx) {
    in(ctx, List.of("f", "group"), (visit, request) -> {
      Optional<Published> release = sources.releases().find(visit.city());
      if (release.isEmpty()) {
        return PlainPage.withoutRelease(visit, sources.sites().of(visit.city()));
      }
      if (release.get().withdrawal() != null) {
        return PlainPage.withdrawn(visit, release.get(), sources.sites().of(visit.city()));
      }
      PublicArea area = release
          .get()
          .area(request.pathParam("unit"), request.pathParam("slug"))
          .orElseThrow(() -> Fault.missing("there is no such area"));
      return AreaPage.write(visit, release.get(), area, sources.sites().of(visit.city()));
    });
  }

  /** Answers with a page of the city of the path; without one, with the page that says so. */
  private void in(Context ctx, List<String> parameters, Writing writing) {
    String slug = ctx.pathParam("city");
    City city = sources.cities().all().stream()
        .filter(known -> known.slug().equals(slug))
        .findFirst()
        .orElse(null);
    if (city == null) {
      answer(ctx, sources.cities().all().get(0), parameters, (visit, request) -> {
        throw Fault.missing("there is no such city");
      });
    } else {
      answer(ctx, city, parameters, writing);
    }
  }

  private void answer(Context ctx, City city, List<String> parameters, Writing writing) {
    ctx.res().addHeader("Vary", "Accept-Language");
    Params query = Params.parse(ctx.req().getQueryString(), name -> true);
    String accepted = ctx.header("Accept-Language");
    byte[] page;
    try {
      List<String> known = new ArrayList<>(parameters);
      known.add("lang");
      Params params = Params.of(ctx, known);
      page =
          writing.of(visit(ctx, city, Language.choose(params.find("lang"), accepted), params), ctx);
    } catch (Fault fault) {
      Visit visit = visit(ctx, city, Language.choose(Optional.empty(), accepted), query);
      page = refusal(ctx, visit.withoutQuery(), fault);
      ctx.header("Cache-Control", "no-store");
      Body.send(ctx, Media.HTML.type(), page);
      return;
    }
    boolean anybody = Caller.of(ctx).isAnybody();
    if (!Caching.answered(ctx, Caching.etagOf(page), anybody ? FIVE_MINUTES : Caching.NEVER)) {
      Body.send(ctx, Media.HTML.type(), page);
    }
  }

  private Visit visit(Context ctx, City city, Language language, Params query) {
    // The start page is the city's page, and its links lead there.
    String path = ctx.path().equals("/") ? "/cities/" + city.slug() + "/public" : ctx.path();
    Visit.Page page = new Visit.Page(city, sources.cities().all(), sources.place());
    return Visit.of(page, language, path, query.with("city", null));
  }

  private static byte[] refusal(Context ctx, Visit visit, Fault fault) {
    switch (fault.kind()) {
      case MISSING -> {
        ctx.status(404);
        return PlainPage.missing(visit);
      }
      case INVALID -> {
        ctx.status(400);
        return PlainPage.invalid(visit, fault.sentence());
      }
      default -> throw fault;
    }
  }
}
