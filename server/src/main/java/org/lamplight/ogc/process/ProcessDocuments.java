package org.lamplight.ogc.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.study.AnalysisRun;
import org.lamplight.study.Input;
import org.lamplight.study.Job;
import org.lamplight.study.Method;
import org.lamplight.study.Output;

/**
 * The JSON documents of OGC API Processes, Part 1 (OGC 18-062r2).
 *
 * @param city address of the city's landing page
 */
record ProcessDocuments(String city) {

  private static final String JSON = "application/json";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";

  String processes() {
    return city + "/processes";
  }

  String process(String id) {
    return processes() + "/" + id;
  }

  String jobs() {
    return city + "/jobs";
  }

  String job(String id) {
    return jobs() + "/" + id;
  }

  static Map<String, Object> link(String href, String rel, String title) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("href", href);
    link.put("rel", rel);
    link.put("type", JSON);
    link.put("title", title);
    return link;
  }

  Map<String, Object> echoSummary() {
    return summary(
        Echo.ID,
        "Echo",
        "Gives back what it is given, to try a client with. Open to everybody; answers of jobs are kept for an hour, and who knows a job's id may read it.");
  }

  Map<String, Object> summary(Method method) {
    return summary(method.id(), method.title(), method.question());
  }

  private Map<String, Object> summary(String id, String title, String description) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("id", id);
    summary.put("title", title);
    summary.put("description", description);
    summary.put("version", Method.VERSION);
    summary.put("jobControlOptions", List.of("sync-execute", "async-execute", "dismiss"));
    summary.put("outputTransmission", List.of("value"));
    summary.put(
        "links",
        List.of(
            link(process(id), "self", title),
            link(process(id) + "/execution", REL + "execute", "Run it (POST)")));
    return summary;
  }

  Map<String, Object> echo() {
    Map<String, Object> document = echoSummary();
    document.put("inputs", Echo.inputs());
    document.put("outputs", Echo.outputDescriptions());
    return document;
  }

  Map<String, Object> description(Method method) {
    Map<String, Object> document = summary(method);
    document.put("method", method.card().json());
    Map<String, Object> inputs = new LinkedHashMap<>();
    method.inputs().forEach(input -> inputs.put(input.name(), input(method, input)));
    if (!method.layer().fills().isEmpty()) {
      inputs.put("layer", layer(method));
    }
    document.put("inputs", inputs);
    Map<String, Object> outputs = new LinkedHashMap<>();
    AnalysisRun.outputs(method).forEach(output -> outputs.put(output.name(), output(output)));
    document.put("outputs", outputs);
    return document;
  }

  private static Map<String, Object> input(Method method, Input input) {
    boolean filled = method.layer().fills().contains(input.name());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", input.title());
    if (filled) {
      document.put("description", "Filled by the layer where one is named.");
    }
    document.put("minOccurs", input.required() && !filled ? 1 : 0);
    document.put("maxOccurs", 1);
    document.put("schema", input.schema());
    return document;
  }

  private static Map<String, Object> layer(Method method) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", "A stored layer of the city, for its analysts");
    document.put(
        "description",
        "Names a collection with the filter parameters of its items, and fills "
            + String.join(", ", method.layer().fills().stream().sorted().toList())
            + ". Counts need areas (the id of a set) or a grid; series need periods; a back-test needs train and test.");
    document.put("minOccurs", 0);
    document.put("maxOccurs", 1);
    document.put("schema", org.lamplight.study.LayerSchema.get());
    return document;
  }

  private static Map<String, Object> output(Output output) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", output.title());
    document.put("unit", output.unit());
    document.put("schema", output.schema());
    return document;
  }

  Map<String, Object> status(Job job) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("jobID", job.id());
    status.put("processID", job.process());
    status.put("type", "process");
    status.put("status", job.status().id());
    if (job.message() != null) {
      status.put("message", job.message());
    }
    status.put("created", time(job.times().created()));
    put(status, "started", job.times().started());
    put(status, "finished", job.times().finished());
    status.put("updated", time(job.times().updated()));
    status.put("progress", job.percent());
    List<Object> links = new ArrayList<>();
    links.add(link(job(job.id()), "self", "This job"));
    links.add(link(job(job.id()), "monitor", "How far it is"));
    if (job.status() == Job.Status.SUCCESSFUL) {
      links.add(link(job(job.id()) + "/results", REL + "results", "What it found"));
    } else if (job.status() == Job.Status.FAILED) {
      links.add(link(job(job.id()) + "/results", REL + "exceptions", "Why it failed"));
    }
    status.put("links", links);
    return status;
  }

  private static void put(Map<String, Object> status, String name, @Nullable Instant at) {
    if (at != null) {
      status.put(name, time(at));
    }
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
