package org.lamplight.study;

import java.util.Map;

/** The JSON Schema of the input that names a stored layer. */
public final class LayerSchema {

  private LayerSchema() {}

  public static Map<String, Object> get() {
    return Layer.schema();
  }
}
