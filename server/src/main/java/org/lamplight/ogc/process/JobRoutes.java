package org.lamplight.ogc.process;

import static org.lamplight.fault.Fault.require;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Interval;
import org.lamplight.http.Account;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.ClientAddress;
import org.lamplight.http.Media;
import org.lamplight.http.Negotiation;
import org.lamplight.http.Params;
import org.lamplight.http.Refusal;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.study.Job;
import org.lamplight.study.JobSearch;
import org.lamplight.study.Jobs;
import org.lamplight.study.ResultJson;

/** The jobs of whoever asks: their states, what they found, and their end. */
public final class JobRoutes {

  private static final int FEW = 100;
  private static final int MOST = 1_000;
  private static final List<String> STATUSES =
      List.of("accepted", "running", "successful", "failed", "dismissed");
  private static final List<String> PARAMETERS = List.of(
      "f",
      "limit",
      "offset",
      "type",
      "processID",
      "status",
      "datetime",
      "minDuration",
      "maxDuration");
  private static final byte[] KEY = key();
  private final Cities cities;
  private final Jobs jobs;

  public JobRoutes(Cities cities, Jobs jobs) {
    this.cities = cities;
    this.jobs = jobs;
  }

  /** Open to everybody; a job that is not the caller's does not exist for him. */
  public List<Route> routes() {
    String root = "/cities/{city}/jobs";
    return List.of(
        Route.get(root, Role.PUBLIC, this::list),
        Route.get(root + "/{id}", Role.PUBLIC, this::status),
        Route.get(root + "/{id}/results", Role.PUBLIC, this::results),
        Route.delete(root + "/{id}", Role.PUBLIC, this::dismiss).computing());
  }

  private City city(Context ctx) {
    ctx.header("Cache-Control", Caching.NEVER);
    return cities.get(ctx.pathParam("city"));
  }

  private void list(Context ctx) {
    City city = city(ctx);
    Params params = Params.of(ctx, PARAMETERS);
    Media media = Negotiation.choose(ctx, params, List.of(Media.JSON));
    JobSearch search = search(params, city);
    List<Job> found = jobs.list(city, owner(ctx), search).stream()
        .filter(job -> mayStillSee(ctx, job))
        .toList();
    ProcessDocuments at = ProcessRoutes.documents(ctx, city);
    List<Object> links = new ArrayList<>();
    links.add(ProcessDocuments.link(at.jobs() + params.query(), "self", "This page"));
    if (found.size() == search.limit()) {
      String next = params
          .with("offset", Integer.toString(search.skip() + search.limit()))
          .query();
      links.add(ProcessDocuments.link(at.jobs() + next, "next", "Older ones"));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("jobs", found.stream().map(at::status).toList());
    document.put("links", links);
    Body.send(ctx, media.type(), ResultJson.bytes(document));
  }

  private static JobSearch search(Params params, City city) {
    List<String> statuses = params.list("status");
    statuses.forEach(each ->
        require(STATUSES.contains(each), "status: must be among " + String.join(", ", STATUSES)));
    List<String> types = params.list("type");
    types.forEach(each -> require(each.equals("process"), "type: must be process"));
    Interval time = params
        .find("datetime")
        .map(text -> Interval.parse(text, city.profile().zone()))
        .orElse(new Interval(null, null));
    return new JobSearch(
        params.list("processID"),
        statuses,
        time.since(),
        time.until(),
        seconds(params, "minDuration"),
        seconds(params, "maxDuration"),
        params.atMost("offset", 0, 0, 1_000_000),
        params.atMost("limit", FEW, 1, MOST));
  }

  private static @Nullable Double seconds(Params params, String name) {
    return params.has(name) ? (double) params.atMost(name, 0, 0, 1_000_000) : null;
  }

  /** The job, where it is the caller's; anybody's is everybody's who knows its id. */
  private Job job(Context ctx, City city) {
    String id = ctx.pathParam("id");
    if (!id.matches("[A-Za-z0-9_-]{22}")) {
      throw Exceptions.noSuchJob();
    }
    Job job = jobs.find(city, id).orElseThrow(Exceptions::noSuchJob);
    boolean anybodys = job.owner().account() == null;
    if (!(anybodys || owner(ctx).isSame(job.owner())) || !mayStillSee(ctx, job)) {
      throw Exceptions.noSuchJob();
    }
    return job;
  }

  /** Roles may have been taken away since. */
  private static boolean mayStillSee(Context ctx, Job job) {
    Caller caller = Caller.of(ctx);
    return !job.stored()
        || (caller.may(Role.ANALYST) && (!job.sensitive() || caller.seesSensitive()));
  }

  private void status(Context ctx) {
    City city = city(ctx);
    Media media = Negotiation.choose(ctx, Params.of(ctx, List.of("f")), List.of(Media.JSON));
    Job job = job(ctx, city);
    Body.send(
        ctx, media.type(), ResultJson.bytes(ProcessRoutes.documents(ctx, city).status(job)));
  }

  private void results(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of("f"));
    Job job = job(ctx, city);
    switch (job.status()) {
      case ACCEPTED, RUNNING -> throw Exceptions.notReady();
      case DISMISSED -> throw Exceptions.dismissed();
      case FAILED -> throw failure(job);
      case SUCCESSFUL -> {
        byte[] found = Objects.requireNonNull(job.result()).getBytes(StandardCharsets.UTF_8);
        Answer answer = Answer.of(ExecutionRequest.ofText(job.request()), found);
        Body.send(ctx, answer.type(), answer.body());
      }
    }
  }

  private static RuntimeException failure(Job job) {
    String message = job.message() == null ? "the job failed" : job.message();
    return job.fault() == null ? new Refusal(500, message) : new Fault(job.fault(), message);
  }

  private void dismiss(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    Job job = job(ctx, city);
    jobs.dismiss(job);
    Job after = jobs.find(city, job.id()).orElseThrow(Exceptions::noSuchJob);
    Body.send(
        ctx,
        Media.JSON.type(),
        ResultJson.bytes(ProcessRoutes.documents(ctx, city).status(after)));
  }
  /** Whose the work of this request is: the account's, or where nobody is signed in the address's. */
  static Job.Owner owner(Context ctx) {
    Account account = Caller.of(ctx).account();
    return account == null
        ? new Job.Owner(null, null, hidden(ClientAddress.of(ctx)))
        : new Job.Owner(account.id(), account.name(), null);
  }

  /** Stands for an address while the server runs; nobody can work the address out of it afterwards. */
  private static String hidden(String address) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(KEY);
      return HexFormat.of().formatHex(digest.digest(address.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
