package org.lamplight.http;

import java.util.List;

/**
 * A format of an answer.
 *
 * @param f its value of the parameter f
 * @param type the Content-Type, parameters included
 * @param aliases other media types that ask for it
 */
public record Media(String f, String type, List<String> aliases) {

  public static final Media JSON = new Media("json", "application/json", List.of());
  public static final Media HTML =
      new Media("html", "text/html;charset=utf-8", List.of("application/xhtml+xml"));
  public static final Media GEOJSON =
      new Media("json", "application/geo+json", List.of("application/json"));

  /** The type as links spell it. */
  public String linkType() {
    return this.equals(HTML) ? "text/html" : type;
  }
}
