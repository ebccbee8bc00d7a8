package org.lamplight.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How two studies differ: in what was asked, and output by output in what was found. */
final class StudyComparison {

  private StudyComparison() {}

  static Map<String, @Nullable Object> of(Study a, Study b) {
    Map<String, @Nullable Object> comparison = new LinkedHashMap<>();
    comparison.put("sameProcess", a.process().equals(b.process()));
    comparison.put("sameData", a.dataVersion() == b.dataVersion());
    comparison.put("sameResult", a.result().equals(b.result()));
    comparison.put("asked", differences(asked(a), asked(b)));
    comparison.put("outputs", outputs(Studies.read(a.result()), Studies.read(b.result())));
    return comparison;
  }

  private static Map<String, JsonNode> asked(Study study) {
    Map<String, JsonNode> asked = new LinkedHashMap<>();
    Studies.read(study.parameters())
        .properties()
        .forEach(entry -> asked.put(entry.getKey(), entry.getValue()));
    JsonNode run = Studies.read(study.result()).path(AnalysisRun.RUN);
    asked.put("layer", run.path("layer"));
    asked.put("seed", run.path("seed"));
    asked.put("dataVersion", run.path("dataVersion"));
    return asked;
  }

  private static List<Object> differences(Map<String, JsonNode> a, Map<String, JsonNode> b) {
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    List<Object> differences = new ArrayList<>();
    for (String name : names) {
      JsonNode one = a.get(name);
      JsonNode other = b.get(name);
      if (one == null || !one.equals(other)) {
        Map<String, @Nullable Object> difference = new LinkedHashMap<>();
        difference.put("name", name);
        difference.put("a", shown(one));
        difference.put("b", shown(other));
        differences.add(difference);
      }
    }
    return differences;
  }

  private static @Nullable Object shown(@Nullable JsonNode node) {
    return node == null || node.isMissingNode() ? null : node;
  }

  private static Map<String, Object> outputs(JsonNode a, JsonNode b) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    a.properties().forEach(entry -> {
      String name = entry.getKey();
      boolean compared =
          !name.equals(AnalysisRun.RUN) && !name.equals(AnalysisRun.FEATURES) && b.has(name);
      if (compared) {
        outputs.put(name, output(name, entry.getValue(), b.path(name)));
      }
    });
    return outputs;
  }

  private static Map<String, Object> output(String name, JsonNode a, JsonNode b) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("equal", a.equals(b));
    if (a.isNumber() && b.isNumber()) {
      output.put("a", a);
      output.put("b", b);
      output.put("difference", b.doubleValue() - a.doubleValue());
      return output;
    }
    List<JsonNode> one = flat(a);
    List<JsonNode> other = flat(b);
    if (!a.isArray() || one.size() != other.size()) {
      return output;
    }
    if (isClass(name, one) && isClass(name, other)) {
      classes(output, one, other);
    } else if (numbers(one) && numbers(other)) {
      numbers(output, one, other);
    }
    return output;
  }

  private static boolean isClass(String name, List<JsonNode> values) {
    return name.toLowerCase(java.util.Locale.ROOT).contains("class")
        || name.equals("label")
        || values.stream().anyMatch(JsonNode::isTextual);
  }

  private static boolean numbers(List<JsonNode> values) {
    return values.stream().allMatch(each -> each.isNumber() || each.isNull());
  }

  private static List<JsonNode> flat(JsonNode node) {
    List<JsonNode> flat = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> flat.addAll(flat(each)));
    } else {
      flat.add(node);
    }
    return flat;
  }

  private static void numbers(Map<String, Object> output, List<JsonNode> a, List<JsonNode> b) {
    int changed = 0;
    double largest = 0;
    double sum = 0;
    int both = 0;
    for (int i = 0; i < a.size(); i++) {
      changed += a.get(i).equals(b.get(i)) ? 0 : 1;
      if (a.get(i).isNumber() && b.get(i).isNumber()) {
        double difference = b.get(i).doubleValue() - a.get(i).doubleValue();
        largest = Math.max(largest, Math.abs(difference));
        sum += difference;
        both++;
      }
    }
    output.put("values", a.size());
    output.put("changed", changed);
    output.put("largestDifference", largest);
    output.put("meanDifference", both == 0 ? 0 : sum / both);
  }

  /** How many went from which class to which, and how far the places above 0 are the same ones (Jaccard). */
  private static void classes(Map<String, Object> output, List<JsonNode> a, List<JsonNode> b) {
    Map<String, Integer> moves = new TreeMap<>();
    int changed = 0;
    int either = 0;
    int both = 0;
    for (int i = 0; i < a.size(); i++) {
      changed += a.get(i).equals(b.get(i)) ? 0 : 1;
      moves.merge(a.get(i).asText() + " to " + b.get(i).asText(), 1, Integer::sum);
      boolean inA = a.get(i).asInt() > 0;
      boolean inB = b.get(i).asInt() > 0;
      either += inA || inB ? 1 : 0;
      both += inA && inB ? 1 : 0;
    }
    output.put("values", a.size());
    output.put("changed", changed);
    output.put("moves", moves);
    if (either > 0) {
      output.put("sharedOfFlagged", both / (double) either);
    }
  }
}
