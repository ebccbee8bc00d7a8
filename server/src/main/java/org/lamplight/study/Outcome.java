package org.lamplight.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a method found: its outputs by name, and what is to be said with them. */
final class Outcome {

  private final Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /** Adds an output: a number, text, truth, an array of them, a list or a map; NaN stands for no value. */
  Outcome put(String name, @Nullable Object value) {
    outputs.put(name, value);
    return this;
  }

  Outcome warn(List<String> sentences) {
    sentences.stream().filter(each -> !warnings.contains(each)).forEach(warnings::add);
    return this;
  }

  Map<String, @Nullable Object> outputs() {
    return outputs;
  }

  List<String> warnings() {
    return warnings;
  }
}
