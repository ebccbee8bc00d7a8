package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Caller;
import org.lamplight.http.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The analyses that can be run, and the way from a request to a run. */
public final class Analyses {

  /** Members of a layer that a request may also give beside the other inputs. */
  private static final Set<String> LIFTED =
      Set.of("collection", "filter", "periods", "train", "test", "by");

  /** Processes with the layers that the Patterns panel begins with. */
  private static final List<Map.Entry<String, String>> USUAL = List.of(
      Map.entry("density", "{}"),
      Map.entry("gi-star", "{\"grid\": {\"kind\": \"hexagons\", \"size\": 500}}"),
      Map.entry("density", "{}"));

  private static final Logger LOG = LoggerFactory.getLogger(Analyses.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<Method> methods;
  private final LayerReader layers;

  public Analyses(LayerReader layers) {
    this(Methods.all(), layers);
  }

  Analyses(List<Method> methods, LayerReader layers) {
    this.methods = List.copyOf(methods);
    this.layers = layers;
  }

  public List<Method> methods() {
    return methods;
  }

  public Optional<Method> find(String id) {
    return methods.stream().filter(method -> method.id().equals(id)).findFirst();
  }

  /**
   * Asks what the map asks most, over all incidents, and throws the answers away: outlines are then joined and code compiled, and the first
   * analyst after a start or an import waits no longer than the next. On one processor, for others ask meanwhile; ends early when interrupted.
   */
  public void warm(City city) {
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      one.submit(() -> USUAL.forEach(usual -> ask(city, usual.getKey(), usual.getValue())))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.warn("{} not warmed", city.slug(), e);
    } finally {
      one.shutdownNow();
    }
  }

  private void ask(City city, String process, String asked) {
    try {
      Method method = find(process).orElseThrow();
      Layer layer = Layer.parse(JSON.readTree(asked));
      LayerQuestion question = layers.question(city, true, layer, method.layer());
      new AnalysisRun(city.slug(), method, JSON.createObjectNode(), Set.of(), question)
          .run(Work.UNWATCHED);
    } catch (RuntimeException | JsonProcessingException e) {
      // A city may hold too little for it; whoever asks will be told so.
      LOG.debug("{} of {} not warmed", process, city.slug(), e);
    }
  }

  /**
   * Checks that the inputs are ones of the method and all there, and that the caller may see the layer that they name.
   *
   * @param wanted outputs to give; none for all
   */
  public AnalysisRun prepare(
      City city, Caller caller, Method method, ObjectNode asked, Set<String> wanted) {
    ObjectNode inputs = normal(method, asked);
    LayerQuestion layer = layer(city, caller, method, inputs);
    for (Map.Entry<String, JsonNode> entry : inputs.properties()) {
      String name = entry.getKey();
      boolean known = name.equals(Layer.INPUT) || method.input(name).isPresent();
      require(known, "inputs: " + method.id() + " has no input '" + shown(name) + "'");
      require(
          layer == null || !method.layer().fills().contains(name),
          name + ": is the layer's; give either a layer or data");
    }
    for (Input input : method.inputs()) {
      boolean there = inputs.hasNonNull(input.name())
          || (layer != null && method.layer().fills().contains(input.name()));
      require(there || !input.required(), input.name() + ": is needed");
    }
    return new AnalysisRun(city.slug(), method, inputs, wanted, layer);
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  private @Nullable LayerQuestion layer(
      City city, Caller caller, Method method, ObjectNode inputs) {
    JsonNode node = inputs.path(Layer.INPUT);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    require(method.layer() != LayerUse.NONE, "layer: " + method.id() + " runs on inline data only");
    Layer layer = Layer.parse(node);
    if (!layer.collection().equals("incidents") || !caller.may(Role.ANALYST)) {
      throw Fault.missing("there is no such collection");
    }
    layer.requireFits(method.layer());
    return layers.question(city, caller.seesSensitive(), layer, method.layer());
  }

  /** Takes values out of their wrapping, and what belongs to a layer into it. */
  private static ObjectNode normal(Method method, ObjectNode asked) {
    ObjectNode inputs = asked.objectNode();
    asked.properties().forEach(entry -> inputs.set(entry.getKey(), bare(entry)));
    if (!inputs.path("collection").isTextual() || inputs.has(Layer.INPUT)) {
      return inputs;
    }
    ObjectNode layer = inputs.putObject(Layer.INPUT);
    for (String name :
        List.copyOf(inputs.propertyStream().map(Map.Entry::getKey).toList())) {
      boolean place = (name.equals("areas") && inputs.path(name).isTextual())
          || (name.equals("grid") && method.input("grid").isEmpty());
      if (LIFTED.contains(name) || place) {
        layer.set(name, inputs.remove(name));
      }
    }
    return inputs;
  }

  /** A value that a request qualifies by its format stands in a member of its own. */
  private static JsonNode bare(Map.Entry<String, JsonNode> entry) {
    JsonNode value = entry.getValue();
    require(
        !value.isObject() || !value.has("href"),
        entry.getKey() + ": is not fetched from elsewhere; send it in the request");
    return value.isObject() && value.has("value") && !value.has("type")
        ? value.path("value")
        : value;
  }
}
