package org.lamplight.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lamplight.analysis.point.HotSpotAccuracy;

/** The accuracy of a map at one share of the area, by the names of its figures. */
final class HotSpotJson {

  private HotSpotJson() {}

  static Map<String, Object> of(HotSpotAccuracy.Point point) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cells", point.cells());
    json.put("areaShare", point.areaShare());
    json.put("hitShare", point.hitShare());
    json.put("pai", point.pai());
    json.put("pei", point.pei());
    json.put("rri", point.rri());
    json.put("rriLevine", point.rriLevine());
    return json;
  }
}
