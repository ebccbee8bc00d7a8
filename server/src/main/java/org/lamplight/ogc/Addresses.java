package org.lamplight.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.lamplight.city.City;

/** Where the resources of a city are, as absolute URLs. */
record Addresses(String base, String city) {

  static Addresses of(String base, City city) {
    return new Addresses(base, base + "/cities/" + city.slug());
  }

  String landing() {
    return city;
  }

  String conformance() {
    return city + "/conformance";
  }

  String api() {
    return city + "/api";
  }

  String collections() {
    return city + "/collections";
  }

  String collection(String id) {
    return collections() + "/" + segment(id);
  }

  String queryables(String id) {
    return collection(id) + "/queryables";
  }

  String items(String id) {
    return collection(id) + "/items";
  }

  String item(String id, String feature) {
    return items(id) + "/" + segment(feature);
  }

  /** Definition of the scheme that tiles follow. */
  String scheme() {
    return city + "/tileMatrixSets/" + TileDocuments.SCHEME;
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
