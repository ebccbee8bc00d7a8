package org.lamplight.study;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a reader needs to defend a figure, or not to use it.
 *
 * @param formula how it is worked out, in one line
 * @param reference who published it
 * @param defaults what is taken where nothing is said, and why
 * @param minimumData what it needs; a run on a stored layer with less is refused, one on inline data warns
 * @param cannotSay what must not be read out of it
 */
public record MethodCard(
    String formula, String reference, String defaults, String minimumData, String cannotSay) {

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("formula", formula);
    json.put("reference", reference);
    json.put("defaults", defaults);
    json.put("minimumData", minimumData);
    json.put("cannotSay", cannotSay);
    return json;
  }
}
