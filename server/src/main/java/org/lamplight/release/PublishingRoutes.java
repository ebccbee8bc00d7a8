package org.lamplight.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Audit;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** The administrator's way to a release: a preview, a yes, and a withdrawal. */
public final class PublishingRoutes implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private final Cities cities;
  private final Publishing publishing;
  private final Releases releases;
  private final Previews previews;

  public PublishingRoutes(Cities cities, Publishing publishing, Releases releases) {
    this.cities = cities;
    this.publishing = publishing;
    this.releases = releases;
    this.previews = new Previews(publishing);
  }

  public List<Route> routes() {
    String one = "/cities/{city}/release/previews/{id}";
    return List.of(
        Route.post("/cities/{city}/release/previews", Role.ADMINISTRATOR, this::begin),
        Route.get(one, Role.ADMINISTRATOR, this::preview),
        Route.delete(one, Role.ADMINISTRATOR, this::cancel),
        Route.post("/cities/{city}/releases", Role.ADMINISTRATOR, this::publish),
        Route.post(
            "/cities/{city}/releases/{number}/withdraw", Role.ADMINISTRATOR, this::withdraw));
  }

  /** The body that names a preview. */
  record Chosen(@Nullable String preview) {}

  /** The body that says why. */
  record Reason(@Nullable String why) {}

  private City city(Context ctx) {
    Params.of(ctx, List.of());
    ctx.header("Cache-Control", Caching.NEVER);
    return cities.get(ctx.pathParam("city"));
  }

  private void begin(Context ctx) {
    String id = previews.begin(city(ctx));
    ctx.status(202);
    Body.json(ctx, Media.JSON, Map.of("id", id));
  }

  private void preview(Context ctx) {
    Previews.Job job = previews.get(city(ctx), ctx.pathParam("id"));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("state", job.state().name().toLowerCase(Locale.ROOT));
    answer.put("fraction", Math.round(job.fraction() * 1_000) / 1_000.0);
    answer.put("words", job.words());
    Publishing.Ready ready = job.ready();
    answer.put("preview", ready == null ? null : document(ready.preview()));
    Body.json(ctx, Media.JSON, answer);
  }

  private static Map<String, @Nullable Object> document(Preview preview) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("number", preview.number());
    answer.put("months", preview.months());
    answer.put("cells", preview.cells());
    answer.put("hidden", preview.hidden());
    answer.put("primary", preview.primary());
    answer.put("ratio", Math.round(preview.ratio() * 1_000) / 1_000.0);
    Map<String, @Nullable Object> differences = new LinkedHashMap<>();
    differences.put("after", preview.after());
    differences.put("newMonths", preview.months());
    differences.put("newCells", preview.newCells());
    differences.put("newHidden", preview.newHidden());
    differences.put("newShown", preview.newCells() - preview.newHidden());
    differences.put("totals", preview.totals());
    answer.put("differences", differences);
    answer.put("coarsened", preview.coarsened());
    answer.put("notes", preview.notes());
    return answer;
  }

  private void cancel(Context ctx) {
    previews.cancel(city(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  private void publish(Context ctx) {
    City city = city(ctx);
    String id = body(ctx, Chosen.class).preview();
    Fault.require(id != null, "preview: is missing");
    Publishing.Ready ready = previews.ready(city, Objects.requireNonNull(id));
    int number = publishing.publish(
        ready, actor(ctx), details -> Audit.Deed.done(ctx, "release.publish", details));
    previews.cancel(city, id);
    releases.refresh();
    ctx.status(201);
    Body.json(ctx, Media.JSON, Map.of("number", number));
  }

  private void withdraw(Context ctx) {
    City city = city(ctx);
    String number = ctx.pathParam("number");
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw Fault.missing("there is no such release");
    }
    String why = body(ctx, Reason.class).why();
    Fault.require(why != null, "why: is missing");
    publishing.withdraw(
        city,
        Integer.parseInt(number),
        new Publishing.Withdrawing(actor(ctx), Objects.requireNonNull(why)),
        details -> Audit.Deed.done(ctx, "release.withdraw", details));
    releases.refresh();
    Body.json(ctx, Media.JSON, Map.of("number", Integer.parseInt(number), "withdrawn", true));
  }

  private static String actor(Context ctx) {
    return Objects.requireNonNull(Caller.of(ctx).account()).name();
  }

  private static <T> T body(Context ctx, Class<T> type) {
    try {
      T body = JSON.readValue(ctx.bodyAsBytes(), type);
      Fault.require(body != null, "the body must be a JSON object");
      return body;
    } catch (JsonProcessingException e) {
      throw Fault.invalid("the body must be a JSON object of the fields that this asks for");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    previews.close();
  }
}
