package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.http.Account;
import org.lamplight.http.Audit;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** Studies of a city: kept, opened, run again, compared, shared by link within a role. */
public final class StudyRoutes {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private static final Set<String> SAVED =
      Set.of("title", "process", "inputs", "outputs", "job", "reason");

  private final Cities cities;
  private final Studies studies;
  private final Jobs jobs;
  private final Audit audit;

  public StudyRoutes(Cities cities, Studies studies, Jobs jobs, Audit audit) {
    this.cities = cities;
    this.studies = studies;
    this.jobs = jobs;
    this.audit = audit;
  }

  public List<Route> routes() {
    String root = "/cities/{city}/studies";
    String one = root + "/{id}";
    return List.of(
        Route.get(root, Role.STAFF, this::list),
        Route.post(root, Role.STAFF, this::save),
        Route.get(one, Role.STAFF, this::get),
        Route.get(one + "/results", Role.STAFF, this::results),
        Route.get(one + "/compare/{other}", Role.STAFF, this::compare),
        Route.post(one + "/rerun", Role.STAFF, this::rerun).computing(),
        Route.put(one + "/share", Role.STAFF, this::share),
        Route.delete(one, Role.STAFF, this::delete));
  }

  private City city(Context ctx) {
    ctx.header("Cache-Control", Caching.NEVER);
    return cities.get(ctx.pathParam("city"));
  }

  private static void send(Context ctx, Object document) {
    Body.send(ctx, Media.JSON.type(), ResultJson.bytes(document));
  }

  private void list(Context ctx) {
    City city = city(ctx);
    Params params = Params.of(ctx, List.of("limit", "offset"));
    int limit = params.atMost("limit", 100, 1, 1_000);
    int skip = params.atMost("offset", 0, 0, 1_000_000);
    Caller caller = Caller.of(ctx);
    List<Study> found = studies.list(city, caller, skip, limit);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "studies", found.stream().map(study -> summary(ctx, city, study)).toList());
    document.put("more", found.size() == limit);
    send(ctx, document);
  }

  private void save(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    ObjectNode body = body(ctx, SAVED);
    Caller caller = Caller.of(ctx);
    String title = text(body, "title", 200);
    if (title == null) {
      throw invalid("title: is needed");
    }
    String reason = text(body, "reason", 1_000);
    String job = text(body, "job", 40);
    StudyStore.BeforeCommit before = () -> audit.write(
        Audit.Deed.done(ctx, "study.save", reason == null ? Map.of() : Map.of("reason", reason)));
    Study study = job == null
        ? studies.save(city, caller, asked(body, title, reason), before)
        : studies.save(
            city,
            caller,
            job(city, caller, job),
            new Studies.Asked(title, "", body.objectNode(), reason),
            before);
    ctx.status(201);
    ctx.header("Location", address(ctx, city, study));
    send(ctx, document(ctx, city, study));
  }

  private static Studies.Asked asked(ObjectNode body, String title, @Nullable String reason) {
    String process = text(body, "process", 60);
    if (process == null) {
      throw invalid("process: is needed, or a job");
    }
    ObjectNode execution = body.objectNode();
    execution.set("inputs", body.path("inputs"));
    if (body.has("outputs")) {
      execution.set("outputs", body.path("outputs"));
    }
    return new Studies.Asked(title, process, execution, reason);
  }

  private Job job(City city, Caller caller, String id) {
    Account account = caller.account();
    return jobs.find(city, id)
        .filter(job ->
            account != null && Long.valueOf(account.id()).equals(job.owner().account()))
        .orElseThrow(() -> invalid("job: you have no such job"));
  }

  private static ObjectNode body(Context ctx, Set<String> known) {
    JsonNode body;
    try {
      body = JSON.readTree(ctx.bodyAsBytes());
    } catch (JsonProcessingException e) {
      throw invalid("the body is not JSON, or gives a name twice");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!(body instanceof ObjectNode object)) {
      throw invalid("the body must be a JSON object");
    }
    WholeText.require(object);
    object
        .fieldNames()
        .forEachRemaining(name -> require(
            known.contains(name),
            "the body may have " + String.join(", ", known.stream().sorted().toList())));
    return object;
  }

  private static @Nullable String text(ObjectNode body, String name, int most) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    require(value.isTextual() && !value.asText().isBlank(), name + ": must be a text");
    String text = value.asText().strip();
    require(text.length() <= most, name + ": is longer than " + most + " characters");
    require(text.indexOf('\0') < 0, name + ": holds a NUL");
    return text;
  }

  private Study study(Context ctx, City city) {
    return studies.get(city, Caller.of(ctx), ctx.pathParam("id"));
  }

  private void get(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    send(ctx, document(ctx, city, study(ctx, city)));
  }

  /** What was found, byte for byte. */
  private void results(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    Body.send(ctx, Media.JSON.type(), study(ctx, city).result().getBytes(StandardCharsets.UTF_8));
  }

  private void compare(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    Study a = study(ctx, city);
    Study b = studies.get(city, Caller.of(ctx), ctx.pathParam("other"));
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("a", summary(ctx, city, a));
    document.put("b", summary(ctx, city, b));
    document.putAll(StudyComparison.of(a, b));
    send(ctx, document);
  }

  private void rerun(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    Study study = study(ctx, city);
    String again = new String(studies.rerun(city, Caller.of(ctx), study), StandardCharsets.UTF_8);
    JsonNode result = Studies.read(again);
    long now = result.path(AnalysisRun.RUN).path("dataVersion").asLong();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("identical", again.equals(study.result()));
    document.put("sameData", now == study.dataVersion());
    document.put("dataVersionThen", study.layer() == null ? null : study.dataVersion());
    document.put("dataVersionNow", study.layer() == null ? null : now);
    document.put("result", result);
    send(ctx, document);
  }

  private void share(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    ObjectNode body = body(ctx, Set.of("role"));
    String role = text(body, "role", 20);
    Study shared = studies.share(
        city,
        Caller.of(ctx),
        ctx.pathParam("id"),
        role,
        () -> audit.write(Audit.Deed.done(
            ctx,
            "study.share",
            Map.of("study", ctx.pathParam("id"), "role", role == null ? "nobody" : role))));
    send(ctx, summary(ctx, city, shared));
  }

  private void delete(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    studies.delete(
        city,
        Caller.of(ctx),
        ctx.pathParam("id"),
        () -> audit.write(
            Audit.Deed.done(ctx, "study.delete", Map.of("study", ctx.pathParam("id")))));
    ctx.status(204);
  }

  private static String address(Context ctx, City city, Study study) {
    return BaseUrl.of(ctx) + "/cities/" + city.slug() + "/studies/" + study.id();
  }

  private static Map<String, @Nullable Object> summary(Context ctx, City city, Study study) {
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("id", study.id());
    summary.put("href", address(ctx, city, study));
    summary.put("title", study.title());
    summary.put("process", study.process());
    summary.put("owner", study.accountName());
    summary.put("mine", study.isOf(Caller.of(ctx)));
    summary.put(
        "createdAt",
        study.createdAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
    summary.put("layer", study.layer());
    summary.put("filter", study.filter() == null ? null : Studies.read(study.filter()));
    summary.put("dataVersion", study.layer() == null ? null : study.dataVersion());
    summary.put("seed", study.seed());
    summary.put("policeGenerated", study.police());
    summary.put("reason", study.reason());
    summary.put("sharedWith", study.sharedRole());
    return summary;
  }

  private static Map<String, @Nullable Object> document(Context ctx, City city, Study study) {
    Map<String, @Nullable Object> document = summary(ctx, city, study);
    document.put("execution", Studies.read(study.inputs()));
    document.put("parameters", Studies.read(study.parameters()));
    document.put("method", Studies.read(study.card()));
    JsonNode result = Studies.read(study.result());
    document.put("warnings", result.path(AnalysisRun.RUN).path("warnings"));
    document.put("result", result);
    return document;
  }
}
