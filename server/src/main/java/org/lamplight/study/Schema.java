package org.lamplight.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of inputs and outputs, in the vocabulary that OGC API Processes takes from OpenAPI 3.0. */
public final class Schema {

  private Schema() {}

  public static Map<String, Object> of(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  static Map<String, Object> numbers() {
    return list(of("number"));
  }

  /** Numbers, with null where there is none. */
  static Map<String, Object> numbersOrNull() {
    Map<String, Object> number = of("number");
    number.put("nullable", true);
    return list(number);
  }

  static Map<String, Object> integers() {
    return list(of("integer"));
  }

  static Map<String, Object> texts() {
    return list(of("string"));
  }

  static Map<String, Object> list(Map<String, Object> items) {
    Map<String, Object> schema = of("array");
    schema.put("items", items);
    return schema;
  }

  static Map<String, Object> number(double fallback) {
    Map<String, Object> schema = of("number");
    schema.put("default", fallback);
    return schema;
  }

  static Map<String, Object> positive() {
    Map<String, Object> schema = of("number");
    schema.put("minimum", 0);
    schema.put("exclusiveMinimum", true);
    return schema;
  }

  static Map<String, Object> whole(int fallback, int least, int most) {
    Map<String, Object> schema = of("integer");
    schema.put("minimum", least);
    schema.put("maximum", most);
    schema.put("default", fallback);
    return schema;
  }

  static Map<String, Object> choice(String fallback, String... others) {
    Map<String, Object> schema = of("string");
    List<String> all = new java.util.ArrayList<>(List.of(fallback));
    all.addAll(List.of(others));
    schema.put("enum", all);
    schema.put("default", fallback);
    return schema;
  }

  static Map<String, Object> flag(boolean fallback) {
    Map<String, Object> schema = of("boolean");
    schema.put("default", fallback);
    return schema;
  }

  /** One or the other. */
  static Map<String, Object> oneOf(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("oneOf", List.of(one, other));
    return schema;
  }
}
