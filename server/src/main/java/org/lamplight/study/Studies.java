package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Caller;
import org.lamplight.http.Role;

/** Runs that are kept: made, opened, run again, compared, shared. */
public final class Studies {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 500;
  private final StudyStore store;
  private final Analyses analyses;
  private final Jobs jobs;

  public Studies(StudyStore store, Analyses analyses, Jobs jobs) {
    this.store = store;
    this.analyses = analyses;
    this.jobs = jobs;
  }

  /**
   * What is to be kept.
   *
   * @param execution inputs and outputs, as an execution has them
   * @param reason why police-generated offences are in it
   */
  record Asked(
      String title,
      String process,
      ObjectNode execution,
      @Nullable String reason) {}

  /** Runs it and keeps it. */
  Study save(City city, Caller caller, Asked asked, StudyStore.BeforeCommit before) {
    requireRoom(city, caller);
    AnalysisRun run = prepare(city, caller, asked.process(), asked.execution());
    byte[] result = jobs.now(Lane.ANALYSES, run);
    return keep(city, caller, asked, new String(result, StandardCharsets.UTF_8), before);
  }

  /** Keeps what a job of the caller's found. */
  Study save(City city, Caller caller, Job job, Asked titled, StudyStore.BeforeCommit before) {
    requireRoom(city, caller);
    require(job.status() == Job.Status.SUCCESSFUL, "job: only one that was successful can be kept");
    ObjectNode execution = (ObjectNode) read(job.request());
    // Refuses what the caller may no longer see, and what is no analysis.
    prepare(city, caller, job.process(), execution);
    execution.remove("response");
    Asked asked = new Asked(titled.title(), job.process(), execution, titled.reason());
    return keep(city, caller, asked, Objects.requireNonNull(job.result()), before);
  }

  private void requireRoom(City city, Caller caller) {
    if (store.count(city, account(caller).id()) >= MOST) {
      throw new Fault(
          Fault.Kind.CONFLICT, "you keep " + MOST + " studies already; throw one away first");
    }
  }

  private static Account account(Caller caller) {
    return Objects.requireNonNull(caller.account());
  }

  private AnalysisRun prepare(City city, Caller caller, String process, ObjectNode execution) {
    Method method = analyses
        .find(process)
        .orElseThrow(() -> invalid("process: there is no analysis '" + process + "'"));
    require(execution.path("inputs").isObject(), "inputs: must be an object");
    Set<String> wanted = new LinkedHashSet<>();
    execution.path("outputs").fieldNames().forEachRemaining(wanted::add);
    List<String> known = AnalysisRun.outputs(method).stream().map(Output::name).toList();
    require(known.containsAll(wanted), "outputs: must be among " + String.join(", ", known));
    return analyses.prepare(city, caller, method, (ObjectNode) execution.path("inputs"), wanted);
  }

  private Study keep(
      City city, Caller caller, Asked asked, String result, StudyStore.BeforeCommit before) {
    JsonNode run = read(result).path(AnalysisRun.RUN);
    boolean stored = run.has("layer");
    boolean police = run.path("policeGenerated").asBoolean();
    require(
        !police || asked.reason() != null,
        "reason: police-generated offences are in this study; say why, in your own words");
    Account account = account(caller);
    Study study = new Study(
        Jobs.newId(),
        account.id(),
        account.name(),
        asked.title(),
        asked.process(),
        asked.execution().toString(),
        stored ? run.path("layer").path("filter").toString() : null,
        stored ? run.path("layer").path("collection").asText() : null,
        run.path("dataVersion").asLong(),
        run.path("seed").isNumber() ? run.path("seed").asLong() : null,
        run.path("parameters").toString(),
        result,
        card(asked.process()),
        asked.reason(),
        stored && caller.seesSensitive(),
        police,
        null,
        Instant.EPOCH);
    store.insert(city, study, before);
    return get(city, caller, study.id());
  }

  private String card(String process) {
    Method method = analyses.find(process).orElseThrow();
    return new String(ResultJson.bytes(method.card().json()), StandardCharsets.UTF_8);
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The study, where the caller may open it; to all others it does not exist. */
  Study get(City city, Caller caller, String id) {
    return id.matches("[A-Za-z0-9_-]{22}")
        ? store.find(city, id).filter(study -> study.isOpenTo(caller)).orElseThrow(Studies::missing)
        : gone();
  }

  private static Study gone() {
    throw missing();
  }

  private static Fault missing() {
    return Fault.missing("there is no such study");
  }

  private Study own(City city, Caller caller, String id) {
    Study study = get(city, caller, id);
    if (!study.isOf(caller)) {
      throw new Fault(Fault.Kind.FORBIDDEN, "only its owner may do that to a study");
    }
    return study;
  }

  List<Study> list(City city, Caller caller, int skip, int limit) {
    List<String> roles = caller.may(Role.ANALYST)
        ? List.of("analyst", "manager")
        : caller.may(Role.MANAGER) ? List.of("manager") : List.of();
    return store.list(
        city,
        new StudyStore.Search(
            account(caller).id(),
            roles,
            caller.seesSensitive(),
            caller.may(Role.ADMINISTRATOR),
            skip,
            limit));
  }

  /** What the same execution finds on the data of now. */
  byte[] rerun(City city, Caller caller, Study study) {
    return jobs.now(
        Lane.ANALYSES, prepare(city, caller, study.process(), (ObjectNode) read(study.inputs())));
  }

  /**
   * Lets holders of a role open it by its link.
   *
   * @param role analyst or manager; null takes it back
   */
  Study share(
      City city, Caller caller, String id, @Nullable String role, StudyStore.BeforeCommit before) {
    Study study = own(city, caller, id);
    require(
        role == null || role.equals("analyst") || role.equals("manager"),
        "role: must be analyst, manager or null");
    require(
        study.layer() == null || !"manager".equals(role),
        "role: a study of single incidents can be shared with analysts only");
    store.share(study.id(), role, before);
    return get(city, caller, id);
  }

  void delete(City city, Caller caller, String id, StudyStore.BeforeCommit before) {
    store.delete(own(city, caller, id).id(), before);
  }
}
