package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.area.AreaStore;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.incident.IncidentParameters;
import org.lamplight.incident.Incidents;

/** Fills the inputs of runs from stored layers. */
public final class LayerReader {

  /** The sentence that goes with police-generated offences. */
  static final String POLICE =
      "Places with more enforcement show more of these incidents. Sending enforcement by this map would feed itself.";

  private static final String LEFT_OUT =
      "Police-generated offences are left out; name them by origin, offence or code to have them in.";

  private final Incidents incidents;
  private final AreaStore areas;

  /**
   * The reader.
   *
   * @param areas read with the role of staff
   */
  public LayerReader(Incidents incidents, AreaStore areas) {
    this.incidents = incidents;
    this.areas = areas;
  }

  LayerQuestion question(City city, boolean sensitive, Layer layer, LayerUse use) {
    LayerQuestion question =
        new LayerQuestion(this, incidents.at(city).seenBy(sensitive), layer, use);
    condition(question, null);
    return question;
  }

  /** What the filter holds; {@code datetime} may be another one. */
  static Condition condition(
      LayerQuestion question, @org.jspecify.annotations.Nullable String datetime) {
    Map<String, String> filter = new LinkedHashMap<>(question.layer().filter());
    for (String name : filter.keySet()) {
      require(
          name.equals("datetime") || IncidentParameters.NAMES.contains(name),
          "layer.filter: there is no parameter '" + name + "'");
    }
    if (leavesPoliceOut(question.layer())) {
      filter.put("origin", "reported,mixed");
    }
    if (datetime != null) {
      filter.put("datetime", datetime);
    }
    return question.loaded().parameters().parse(filter);
  }

  private static boolean leavesPoliceOut(Layer layer) {
    return !layer.filter().containsKey("origin")
        && !layer.filter().containsKey("offence")
        && !layer.filter().containsKey("code");
  }

  LayerData read(LayerQuestion question) {
    Map<String, Object> filled = new LinkedHashMap<>();
    LayerRows rows =
        LayerRows.read(question.loaded(), condition(question, null), true, Optional.empty());
    filled.put("x", rows.x);
    filled.put("y", rows.y);
    List<String> notes = new ArrayList<>();
    notes.add(rows.police ? POLICE : LEFT_OUT);
    return new LayerData(filled, null, rows.size, rows.withoutPlace, rows.police, notes);
  }

  AreaStore areas() {
    return areas;
  }
}
