package org.lamplight.ogc.process;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Negotiation;
import org.lamplight.http.Params;
import org.lamplight.http.Refusal;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Views;
import org.lamplight.study.Analyses;
import org.lamplight.study.AnalysisRun;
import org.lamplight.study.Job;
import org.lamplight.study.Jobs;
import org.lamplight.study.Lane;
import org.lamplight.study.Method;
import org.lamplight.study.Output;
import org.lamplight.study.ResultJson;

/** The processes of each city, described and executed. */
public final class ProcessRoutes {

  private static final int MOST = 1_000;
  private final Cities cities;
  private final Analyses analyses;
  private final Jobs jobs;
  private final Views views;

  public ProcessRoutes(Cities cities, Analyses analyses, Jobs jobs, Views views) {
    this.cities = cities;
    this.analyses = analyses;
    this.jobs = jobs;
    this.views = views;
  }

  /** Described to everybody; what each may run is decided by the process and by the layer it names. */
  public List<Route> routes() {
    String root = "/cities/{city}/processes";
    return List.of(
        Route.get(root, Role.PUBLIC, this::list),
        Route.get(root + "/{id}", Role.PUBLIC, this::describe),
        Route.post(root + "/{id}/execution", Role.PUBLIC, this::execute).computing());
  }

  static ProcessDocuments documents(Context ctx, City city) {
    return new ProcessDocuments(BaseUrl.of(ctx) + "/cities/" + city.slug());
  }

  private City city(Context ctx) {
    return cities.get(ctx.pathParam("city"));
  }

  private void list(Context ctx) {
    City city = city(ctx);
    Params params = Params.of(ctx, List.of("f", "limit", "offset"));
    ProcessDocuments at = documents(ctx, city);
    int limit = params.atMost("limit", MOST, 1, MOST);
    int offset = params.atMost("offset", 0, 0, MOST);
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(at.echoSummary());
    analyses.methods().forEach(method -> all.add(at.summary(method)));
    int end = Math.min(all.size(), offset + limit);
    List<Object> links = new ArrayList<>();
    links.add(ProcessDocuments.link(at.processes() + params.query(), "self", "This page"));
    if (end < all.size()) {
      String next = params.with("offset", Integer.toString(end)).query();
      links.add(ProcessDocuments.link(at.processes() + next, "next", "The next ones"));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("processes", all.subList(Math.min(offset, all.size()), end));
    document.put("links", links);
    send(ctx, params, document);
  }

  private void describe(Context ctx) {
    ProcessDocuments at = documents(ctx, city(ctx));
    Params params = Params.of(ctx, List.of("f"));
    String id = ctx.pathParam("id");
    send(ctx, params, id.equals(Echo.ID) ? at.echo() : at.description(method(id)));
  }

  private Method method(String id) {
    return analyses.find(id).orElseThrow(Exceptions::noSuchProcess);
  }

  /** The same for everybody, so that its validator is its content. */
  private static void send(Context ctx, Params params, Map<String, Object> document) {
    Media media = Negotiation.choose(ctx, params, List.of(Media.JSON));
    byte[] body = ResultJson.bytes(document);
    if (!Caching.answered(ctx, Caching.etagOf(body), Caching.REVALIDATE)) {
      Body.send(ctx, media.type(), body);
    }
  }

  private void execute(Context ctx) {
    if (asksForPlainJson(ctx)) {
      Refusal.asPlainJson(ctx);
    }
    City city = city(ctx);
    Params.of(ctx, List.of());
    String id = ctx.pathParam("id");
    if (!id.equals(Echo.ID)) {
      Method method = method(id);
      requireSignedIn(ctx);
      ExecutionRequest request = ExecutionRequest.parse(ctx.bodyAsBytes())
          .requireOutputs(AnalysisRun.outputs(method).stream().map(Output::name).toList());
      AnalysisRun run =
          analyses.prepare(city, Caller.of(ctx), method, request.inputs(), request.outputs());
      note(ctx, run);
      answer(ctx, city, new Work(id, request, run, run.isStored(), Lane.ANALYSES));
    } else {
      ExecutionRequest request =
          ExecutionRequest.parse(ctx.bodyAsBytes()).requireOutputs(Echo.outputs());
      Echo.Asked asked = Echo.read(request.inputs());
      answer(ctx, city, new Work(id, request, asked::run, false, Lane.OPEN));
    }
  }

  /** An execution that may begin. */
  private record Work(
      String process, ExecutionRequest request, Jobs.Task task, boolean stored, Lane lane) {}

  /** To who is not signed in nothing but echo can be run; what is there to be run, he may read. */
  private static void requireSignedIn(Context ctx) {
    if (!Caller.of(ctx).may(Role.SIGNED_IN)) {
      throw new Refusal(404, "without signing in there is nothing to run but echo");
    }
  }

  /** Who reads incidents by an analysis reads incidents. */
  private void note(Context ctx, AnalysisRun run) {
    if (run.isStored()) {
      String query = run.filter().entrySet().stream()
          .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
          .collect(Collectors.joining("&"));
      views.incidents(ctx, "process " + run.method().id(), Params.parse(query, name -> true));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void answer(Context ctx, City city, Work work) {
    ctx.header("Cache-Control", Caching.NEVER);
    if (!prefersLater(ctx)) {
      Answer answer = Answer.of(work.request(), jobs.now(work.lane(), work.task()));
      Body.send(ctx, answer.type(), answer.body());
      return;
    }
    Jobs.Request request = new Jobs.Request(
        work.process(),
        work.request().text(),
        JobRoutes.owner(ctx),
        work.stored(),
        work.stored() && Caller.of(ctx).seesSensitive(),
        work.lane());
    Job job = jobs.begin(city, request, work.task());
    ProcessDocuments at = documents(ctx, city);
    ctx.status(201);
    ctx.header("Location", at.job(job.id()));
    ctx.header("Preference-Applied", "respond-async");
    Body.send(ctx, Media.JSON.type(), ResultJson.bytes(at.status(job)));
  }

  /** RFC 7240: several preferences, each perhaps with parameters. */
  private static boolean prefersLater(Context ctx) {
    for (String line : ctx.req().getHeader("Prefer") == null
        ? List.<String>of()
        : java.util.Collections.list(ctx.req().getHeaders("Prefer"))) {
      for (String preference : line.split(",", -1)) {
        String name = preference.replaceFirst(";.*", "").strip();
        if (name.equalsIgnoreCase("respond-async")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the client names JSON and not the media type of problems. */
  private static boolean asksForPlainJson(Context ctx) {
    String accept = ctx.header("Accept");
    String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
    return types.contains("application/json") && !types.contains("application/problem+json");
  }
}
