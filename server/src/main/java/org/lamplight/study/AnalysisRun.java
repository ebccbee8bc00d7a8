package org.lamplight.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Rounds;
import org.lamplight.fault.Fault;

/** A run whose inputs are known to be there: what it is asked, and the work itself. */
public final class AnalysisRun implements Jobs.Task {

  /** The output that says how the others came about. */
  public static final String RUN = "run";

  /** The output that puts the values of a stored layer on the map. */
  public static final String FEATURES = "features";

  private static final int LONGEST_PARAMETER = 400;

  private final Method method;
  private final ObjectNode inputs;
  private final Set<String> wanted;
  private final @Nullable LayerQuestion layer;
  private final String city;

  AnalysisRun(
      String city,
      Method method,
      ObjectNode inputs,
      Set<String> wanted,
      @Nullable LayerQuestion layer) {
    this.city = city;
    this.method = method;
    this.inputs = inputs;
    this.wanted = wanted;
    this.layer = layer;
  }

  public Method method() {
    return method;
  }

  /** Whether it runs on a stored layer, and not on data of its own. */
  public boolean isStored() {
    return layer != null;
  }

  /** The filter over the stored layer, for the trail of who read what. */
  public Map<String, String> filter() {
    return layer == null ? Map.of() : layer.layer().filter();
  }

  @Override
  public byte[] run(Work work) {
    LayerData data = layer == null ? null : layer.read();
    work.goOn();
    Values values = new Values(inputs, data == null ? Map.of() : data.filled());
    Outcome outcome = outcome(values, data, work);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    outcome.outputs().forEach((name, value) -> {
      if (wants(name)) {
        document.put(name, value);
      }
    });
    if (data != null && data.places() != null && wants(FEATURES)) {
      document.put(FEATURES, data.places().features(carried(), outcome.outputs()));
    }
    document.put(RUN, record(values, data, outcome));
    return ResultJson.bytes(document);
  }

  /** A refusal of a stored layer goes with what was said of the layer: it may be the reason. */
  private Outcome outcome(Values values, @Nullable LayerData data, Work work) {
    try {
      return Rounds.watched(work::progress, () -> method.run().of(values, work));
    } catch (Fault fault) {
      if (data == null || fault.kind() != Fault.Kind.INVALID || data.gaps().isEmpty()) {
        throw fault;
      }
      throw new Fault(
          fault.kind(),
          fault.sentence().replaceFirst("\\.$", "") + ". " + data.gaps().get(),
          fault);
    }
  }

  /** What each feature carries: all that there is for each place, or what of it is asked for. */
  private List<Output> carried() {
    List<Output> asked =
        method.outputs().stream().filter(each -> wanted.contains(each.name())).toList();
    return asked.stream().anyMatch(Output::perPlace) ? asked : method.outputs();
  }

  private boolean wants(String output) {
    return wanted.isEmpty() || wanted.contains(output);
  }

  /** How the result came about: nothing in it depends on when or by whom it was run. */
  private Map<String, @Nullable Object> record(
      Values values, @Nullable LayerData data, Outcome outcome) {
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("process", method.id());
    run.put("version", Method.VERSION);
    run.put("city", city);
    run.put("parameters", parameters(values));
    run.put("seed", method.hasSeed() ? values.seed() : null);
    run.put("dataVersion", layer == null ? null : layer.loaded().version());
    if (layer != null && data != null) {
      run.put("layer", layer.layer().json());
      run.put("events", data.events());
      run.put("withoutPlace", data.withoutPlace());
      run.put("policeGenerated", data.police());
      outcome.warn(data.notes());
    }
    Map<String, Object> units = new LinkedHashMap<>();
    method.outputs().forEach(output -> units.put(output.name(), output.unit()));
    run.put("units", units);
    run.put("warnings", outcome.warnings());
    // The same question of the same data has the same name, whoever asks it and whenever.
    String asked = new String(ResultJson.bytes(run), java.nio.charset.StandardCharsets.UTF_8);
    run.put("id", sha256(asked).substring(0, 12));
    return run;
  }

  /** What was given, long lists by their size and hash, and what was taken where nothing was given. */
  private Map<String, @Nullable Object> parameters(Values values) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    inputs.properties().forEach(entry -> {
      if (!entry.getKey().equals(Layer.INPUT)) {
        parameters.put(entry.getKey(), shortened(entry.getValue()));
      }
    });
    values.defaults().forEach(parameters::putIfAbsent);
    return parameters;
  }

  private static Object shortened(JsonNode value) {
    String text = value.toString();
    if (text.length() <= LONGEST_PARAMETER) {
      return value;
    }
    Map<String, Object> stand = new LinkedHashMap<>();
    stand.put("items", value.size());
    stand.put("sha256", sha256(text));
    return stand;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every output of the method, in order, with those that each run has. */
  public static List<Output> outputs(Method method) {
    List<Output> all = new java.util.ArrayList<>(method.outputs());
    if (method.outputs().stream().anyMatch(Output::perPlace) && method.layer() != LayerUse.NONE) {
      all.add(Output.of(
          FEATURES,
          "The places of a stored layer with the values of each, as GeoJSON in longitude and latitude",
          "1",
          Schema.of("object")));
    }
    all.add(Output.of(
        RUN,
        "How the result came about: process, version, parameters, seed, data version, units, warnings",
        "1",
        Schema.of("object")));
    return all;
  }
}
