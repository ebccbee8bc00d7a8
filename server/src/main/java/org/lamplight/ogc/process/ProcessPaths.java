package org.lamplight.ogc.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.study.Schema;

/** What the landing page, the conformance and the API definition of a city say of its processes. */
public final class ProcessPaths {

  private static final String SPEC = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String JSON = "application/json";

  public static final List<String> CONFORMANCE = List.of(
      SPEC + "core",
      SPEC + "ogc-process-description",
      SPEC + "json",
      SPEC + "job-list",
      SPEC + "dismiss");

  private ProcessPaths() {}

  /** Links of the landing page. */
  public static List<Map<String, Object>> links(String city) {
    ProcessDocuments at = new ProcessDocuments(city);
    return List.of(
        ProcessDocuments.link(at.processes(), REL + "processes", "The processes"),
        ProcessDocuments.link(at.jobs(), REL + "job-list", "Your jobs"));
  }

  /** Paths of the API definition (OpenAPI 3.0), by path. */
  public static Map<String, Object> paths() {
    Map<String, Object> limit = Schema.of("integer");
    limit.put("minimum", 1);
    limit.put("maximum", 1_000);
    limit.put("default", 1_000);
    Map<String, Object> whole = Schema.of("integer");
    whole.put("minimum", 0);
    List<Map<String, Object>> page = List.of(
        query("limit", "How many at most", limit), query("offset", "How many to pass over", whole));
    List<Map<String, Object>> jobs = new ArrayList<>(page);
    jobs.add(query("type", "Kind of job", texts()));
    jobs.add(query("processID", "Ids of processes", texts()));
    jobs.add(query("status", "States", texts()));
    jobs.add(query("datetime", "When they were asked for", Schema.of("string")));
    jobs.add(query("minDuration", "Least seconds of work", whole));
    jobs.add(query("maxDuration", "Most seconds of work", whole));
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/processes", Map.of("get", operation("getProcesses", "The processes", page)));
    paths.put(
        "/processes/{processID}",
        Map.of("get", operation("getProcessDescription", "A process", List.of(path("processID")))));
    paths.put("/processes/{processID}/execution", Map.of("post", execution()));
    paths.put("/jobs", Map.of("get", operation("getJobs", "Your jobs, the latest first", jobs)));
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("get", operation("getStatus", "How far a job is", List.of(path("jobId"))));
    job.put("delete", operation("dismiss", "Ends or forgets a job", List.of(path("jobId"))));
    paths.put("/jobs/{jobId}", job);
    paths.put(
        "/jobs/{jobId}/results",
        Map.of("get", operation("getResult", "What a job found", List.of(path("jobId")))));
    return paths;
  }

  private static Map<String, Object> texts() {
    Map<String, Object> schema = Schema.of("array");
    schema.put("items", Schema.of("string"));
    return schema;
  }

  private static Map<String, Object> query(
      String name, String description, Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("description", description);
    parameter.put("required", false);
    parameter.put("style", "form");
    parameter.put("explode", false);
    parameter.put("schema", schema);
    return parameter;
  }

  private static Map<String, Object> path(String name) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "path");
    parameter.put("required", true);
    parameter.put("schema", Schema.of("string"));
    return parameter;
  }

  private static Map<String, Object> operation(
      String id, String summary, List<Map<String, Object>> parameters) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", answer(summary, JSON));
    responses.put(
        "400", answer("Something is wrong; the detail names it", "application/problem+json"));
    responses.put("404", answer("There is no such thing", "application/problem+json"));
    responses.put("default", answer("An error", "application/problem+json"));
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("summary", summary);
    operation.put("parameters", parameters);
    operation.put("responses", responses);
    return operation;
  }

  private static Map<String, Object> answer(String description, String type) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("description", description);
    answer.put("content", Map.of(type, Map.of("schema", Schema.of("object"))));
    return answer;
  }

  private static Map<String, Object> execution() {
    Map<String, Object> operation =
        operation("execute", "Runs a process", List.of(path("processID")));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("inputs", Schema.of("object"));
    properties.put("outputs", Schema.of("object"));
    Map<String, Object> response = Schema.of("string");
    response.put("enum", List.of("raw", "document"));
    response.put("default", "raw");
    properties.put("response", response);
    Map<String, Object> schema = Schema.of("object");
    schema.put("properties", properties);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("required", true);
    body.put("content", Map.of(JSON, Map.of("schema", schema)));
    operation.put("requestBody", body);
    @SuppressWarnings("unchecked")
    Map<String, Object> responses = (Map<String, Object>) operation.get("responses");
    if (responses != null) {
      responses.put("201", answer("The job that runs it, for 'Prefer: respond-async'", JSON));
    }
    return operation;
  }
}
