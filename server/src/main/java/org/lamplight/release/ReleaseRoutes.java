package org.lamplight.release;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Caching;
import org.lamplight.http.Media;
import org.lamplight.http.Negotiation;
import org.lamplight.http.Params;
import org.lamplight.http.ReadyAnswer;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** The public's data, from memory: the latest release and its counts. Pages are written elsewhere. */
public final class ReleaseRoutes {

  private static final String KEPT = Caching.keptFor(Duration.ofHours(1));
  private static final Media CSV = new Media("csv", "text/csv;charset=utf-8", List.of());
  private static final Media GEOJSON = new Media("geojson", "application/geo+json", List.of());
  private static final List<String> FORMAT = List.of("f");

  private final Cities cities;
  private final Releases releases;
  private final AnswerCache answers = new AnswerCache();

  public ReleaseRoutes(Cities cities, Releases releases) {
    this.cities = cities;
    this.releases = releases;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/cities/{city}/release", Role.PUBLIC, this::release),
        Route.get("/cities/{city}/release/counts", Role.PUBLIC, this::counts),
        Route.get("/cities/{city}/release/areas/{unit}/{slug}", Role.PUBLIC, this::area),
        Route.get("/cities/{city}/release/dictionary", Role.PUBLIC, this::dictionary),
        Route.get("/cities/{city}/releases", Role.PUBLIC, this::list));
  }

  private City city(Context ctx) {
    return cities.get(ctx.pathParam("city"));
  }

  private void release(Context ctx) {
    Params params = Params.of(ctx, FORMAT);
    Published release = releases.present(city(ctx));
    Negotiation.choose(ctx, params, List.of(Media.JSON));
    send(
        ctx,
        answers.get(
            release.head(),
            "release",
            Media.JSON.type(),
            () -> AnswerCache.json(ReleaseDocuments.release(release))));
  }

  private void list(Context ctx) {
    Params params = Params.of(ctx, FORMAT);
    City city = city(ctx);
    Optional<Published> latest = releases.find(city);
    List<Published.Head> heads = releases.list(city);
    Negotiation.choose(ctx, params, List.of(Media.JSON));
    if (latest.isEmpty()) {
      // Before the first release there are none, which is no error.
      ReadyAnswer.of(Media.JSON.type(), AnswerCache.json(ReleaseDocuments.list(heads)))
          .send(ctx, Caching.REVALIDATE);
      return;
    }
    send(
        ctx,
        answers.get(
            latest.get().head(),
            "releases " + heads,
            Media.JSON.type(),
            () -> AnswerCache.json(ReleaseDocuments.list(heads))));
  }

  private void counts(Context ctx) {
    List<String> known = new ArrayList<>(CountsQuestion.NAMES);
    known.addAll(FORMAT);
    Params params = Params.of(ctx, known);
    Published release = releases.get(city(ctx));
    CountsQuestion question = CountsQuestion.parse(params, release);
    Media media = Negotiation.choose(ctx, params, List.of(Media.JSON, GEOJSON, CSV));
    CountsTables tables = new CountsTables(release, question);
    ReadyAnswer answer = answers.get(
        release.head(), media.f() + "|" + question.key(), media.type(), () -> switch (media.f()) {
          case "csv" -> tables.csv();
          case "geojson" -> tables.geojson();
          default -> tables.json();
        });
    if (media.equals(CSV)) {
      ctx.header(
          "Content-Disposition",
          "attachment; filename=\"" + release.head().city() + "-release-" + release.number()
              + ".csv\"");
    }
    send(ctx, answer);
  }

  private void area(Context ctx) {
    Params params = Params.of(ctx, FORMAT);
    Published release = releases.get(city(ctx));
    Unit unit = release
        .unit(ctx.pathParam("unit"))
        .orElseThrow(() -> Fault.missing("there is no such unit"));
    PublicArea area = release
        .area(unit.id(), ctx.pathParam("slug"))
        .orElseThrow(() -> Fault.missing("there is no such area with counts of its own"));
    Negotiation.choose(ctx, params, List.of(Media.JSON));
    send(
        ctx,
        answers.get(
            release.head(),
            "area " + area.key(),
            Media.JSON.type(),
            () -> AnswerCache.json(ReleaseDocuments.area(release, unit, area))));
  }

  private void dictionary(Context ctx) {
    Params params = Params.of(ctx, FORMAT);
    Published release = releases.present(city(ctx));
    Media media = Negotiation.choose(ctx, params, List.of(Media.JSON, CSV));
    Facts.Rules rules = release.facts().rules();
    send(
        ctx,
        answers.get(
            release.head(),
            "dictionary " + media.f(),
            media.type(),
            () -> media.equals(CSV)
                ? Dictionary.csv(rules)
                : AnswerCache.json(Dictionary.document(rules))));
  }

  private static void send(Context ctx, ReadyAnswer answer) {
    answer.send(ctx, KEPT);
  }
}
