package org.lamplight.study;

import java.util.Map;

/**
 * What a method takes.
 *
 * @param title what it is, one line, with its unit
 * @param required whether a run needs it; what a layer fills is needed only where no layer is named
 */
public record Input(String name, String title, Map<String, Object> schema, boolean required) {

  static Input needed(String name, String title, Map<String, Object> schema) {
    return new Input(name, title, schema, true);
  }

  static Input optional(String name, String title, Map<String, Object> schema) {
    return new Input(name, title, schema, false);
  }
}
