package org.lamplight.ogc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lamplight.http.Media;

/** A link of a document; its href is absolute. */
record Link(String href, String rel, String type, String title) {

  static final String OPENAPI_TYPE = "application/vnd.oai.openapi+json;version=3.0";

  /** The API definition; JSON is another name of its type. */
  static final Media OPENAPI =
      new Media("json", OPENAPI_TYPE, java.util.List.of("application/json"));

  static final Media SCHEMA =
      new Media("json", "application/schema+json", java.util.List.of("application/json"));

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("href", href);
    json.put("rel", rel);
    json.put("type", type);
    json.put("title", title);
    return json;
  }
}
