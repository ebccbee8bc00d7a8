package org.lamplight.ogc;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.http.Params;

/** What a request for items asks for. */
record ItemsRequest(Condition condition, String after, int limit, Crs crs) {

  static final int DEFAULT_LIMIT = 10;
  static final int MOST = 10_000;

  /** Parameters that every collection has. */
  static final List<String> COMMON =
      List.of("f", "limit", "cursor", "bbox", "bbox-crs", "crs", "datetime");

  /** All parameters of the collection. */
  static List<String> names(Items.Description collection) {
    List<String> names = new ArrayList<>(COMMON);
    names.addAll(collection.filters());
    return names;
  }

  static ItemsRequest parse(Params params, Items items, City city) {
    require(!params.has("bbox-crs") || params.has("bbox"), "bbox-crs: says nothing without a bbox");
    Map<String, String> filters = new LinkedHashMap<>();
    for (String name : params.names()) {
      if (name.equals("datetime") || !COMMON.contains(name)) {
        filters.put(name, params.find(name).orElseThrow());
      }
    }
    Condition condition = items.parse(filters);
    Crs boxCrs =
        params.find("bbox-crs").map(uri -> Crs.get(city, "bbox-crs", uri)).orElse(Crs.CRS84);
    Condition inBox = params
        .find("bbox")
        .map(text -> BoxParameter.parse(text, boxCrs, city))
        .orElse(Condition.always());
    return new ItemsRequest(
        inBox.and(condition),
        params.find("cursor").map(Cursor::decode).orElse(""),
        params.atMost("limit", DEFAULT_LIMIT, 1, MOST),
        params.find("crs").map(uri -> Crs.get(city, "crs", uri)).orElse(Crs.CRS84));
  }

  ItemsRequest withAtMost(int most) {
    return new ItemsRequest(condition, after, Math.min(limit, most), crs);
  }

  Items.Page page() {
    return new Items.Page(condition, after, limit, crs);
  }
}
