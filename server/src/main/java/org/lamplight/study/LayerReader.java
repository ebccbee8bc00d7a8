package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.HarmWeights;
import org.lamplight.area.AreaStore;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.geo.Projection;
import org.lamplight.incident.IncidentParameters;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Summary;
import org.locationtech.jts.geom.Geometry;

/** Fills the inputs of runs from stored layers. */
public final class LayerReader {

  /** The sentence that goes with police-generated offences. */
  static final String POLICE =
      "Places with more enforcement show more of these incidents. Sending enforcement by this map would feed itself.";

  private static final String LEFT_OUT =
      "Police-generated offences are left out; name them by origin, offence or code to have them in.";

  /** The city's metric CRS, for outputs that are drawn on the map. */
  static final String SRID = "srid";

  /** Above this many, events come without their points on the map. */
  private static final int MOST_POINTS = 20_000;

  private final Incidents incidents;
  private final AreaStore areas;
  private final IncidentStore store;
  private final HarmTables harm;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final LayerDates dates = new LayerDates();

  /** The areas of a set at a data version. */
  record Known(long version, LayerAreas areas, Geometry union) {}

  /**
   * The reader.
   *
   * @param areas read with the role of staff, as is the store
   */
  public LayerReader(Incidents incidents, AreaStore areas, IncidentStore store, HarmTables harm) {
    this.incidents = incidents;
    this.areas = areas;
    this.store = store;
    this.harm = harm;
  }

  LayerQuestion question(City city, boolean sensitive, Layer layer, LayerUse use) {
    LayerQuestion question =
        new LayerQuestion(this, incidents.at(city).seenBy(sensitive), layer, use);
    condition(question, null);
    return question;
  }

  /** What the filter holds; {@code datetime} may be another one. */
  private static Condition condition(LayerQuestion question, @Nullable String datetime) {
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
    return switch (question.use()) {
      case NONE -> throw new IllegalStateException("a method without a layer");
      case POINTS, EVENTS -> events(question);
      case COUNTS -> counts(question);
      case RATES, HARM -> new LayerRates(this, question).read();
      case KINDS -> kinds(question);
      case SERIES, STRETCH, CHANGE -> new LayerPeriods(this, question).series();
      case CUBE -> new LayerPeriods(this, question).cube();
      case PACK -> new LayerPack(this, question).read();
      case BACK_TEST -> backTest(question);
      case ROLLING -> new LayerOrigins(this, question).read();
      case SPANS ->
        new LayerSpans(store, range(question))
            .read(question, condition(question, null), notes(question));
    };
  }

  LayerRows rows(LayerQuestion question, @Nullable String datetime, boolean placed) {
    return LayerRows.read(
        question.loaded(),
        condition(question, datetime),
        placed,
        Optional.ofNullable(question.layer().areas()));
  }

  private static List<String> notes(LayerQuestion question) {
    return new ArrayList<>(leavesPoliceOut(question.layer()) ? List.of(LEFT_OUT) : List.of());
  }

  LayerData data(
      LayerQuestion question, Map<String, Object> filled, @Nullable Places places, LayerRows rows) {
    List<String> notes = notes(question);
    if (rows.police) {
      notes.add(POLICE);
    }
    return new LayerData(filled, places, rows.size, rows.withoutPlace, rows.police, notes);
  }

  private LayerData events(LayerQuestion question) {
    LayerRows rows = rows(question, null, true);
    require(rows.size > 0, "the filter holds no incident that has a place");
    Map<String, Object> filled = new LinkedHashMap<>();
    filled.put("x", rows.x);
    filled.put("y", rows.y);
    filled.put(SRID, new double[] {question.loaded().city().profile().metricSrid()});
    if (question.use() == LayerUse.EVENTS) {
      filled.put("t", rows.day);
    } else {
      filled.put("window", city(question).union());
    }
    return data(question, filled, rows.size > MOST_POINTS ? null : rows.places(), rows);
  }

  private Known city(LayerQuestion question) {
    return set(question, question.loaded().city().profile().cityAreas());
  }

  Known set(LayerQuestion question, String set) {
    City city = question.loaded().city();
    long version = question.loaded().version();
    Known present = known.get(city.slug() + " " + set);
    if (present == null || present.version() != version) {
      LayerAreas read = LayerAreas.read(areas, city, set);
      present = new Known(version, read, read.union());
      known.put(city.slug() + " " + set, present);
    }
    return present;
  }

  private LayerData counts(LayerQuestion question) {
    LayerRows rows = rows(question, null, true);
    LayerUnits units = units(question);
    double[] values = units.counted(rows);
    long outside = rows.size - Math.round(java.util.Arrays.stream(values).sum());
    Map<String, Object> filled = units.filled();
    filled.put("values", values);
    LayerData data = data(question, filled, units.places().with("count", values), rows);
    if (outside > 0) {
      data.notes().add(outside + " incidents lie in none of the places and are left out.");
    }
    return data;
  }

  /** How many incidents there are of each offence, whether they have a place or not. */
  private LayerData kinds(LayerQuestion question) {
    HarmWeights table = harm(question)
        .orElseThrow(() -> invalid("the city has no table of harm weights beside its profile"));
    LayerRows rows = rows(question, null, false);
    require(rows.size > 0, "the filter holds no incident");
    Map<Integer, String> offences = new HashMap<>();
    question
        .loaded()
        .taxonomy()
        .codes()
        .forEach(code -> offences.put(code.id(), code.offence().id()));
    Map<String, Long> counts = new TreeMap<>();
    for (int row = 0; row < rows.size; row++) {
      counts.merge(offences.getOrDefault(rows.code[row], "unknown"), 1L, Long::sum);
    }
    return data(
        question, new LinkedHashMap<>(Map.of("counts", counts, "weights", table)), null, rows);
  }

  LayerUnits units(LayerQuestion question) {
    Layer layer = question.layer();
    require(
        (layer.areas() == null) != (layer.grid() == null),
        "layer: give either areas, the id of a set such as neighborhoods, or a grid");
    if (layer.areas() != null) {
      require(
          question.loaded().city().profile().findAreaSet(layer.areas()).isPresent()
              || question.loaded().areas().sets().contains(layer.areas()),
          "layer.areas: there is no set '" + layer.areas() + "'");
      return LayerUnits.of(
          set(question, layer.areas()).areas(), question.loaded().areas());
    }
    Layer.Grid grid = java.util.Objects.requireNonNull(layer.grid());
    LayerCells cells = LayerCells.over(grid, city(question).union());
    return LayerUnits.of(
        cells, grid, Projection.of(question.loaded().city().profile().metricSrid()));
  }

  Optional<HarmWeights> harm(LayerQuestion question) {
    return harm.of(question.loaded().city());
  }

  Summary known(LayerQuestion question) {
    return incidents.summary(question.loaded());
  }

  /** The day from which on the city has records. */
  LocalDate recordedFrom(LayerQuestion question) {
    return dates.recordedFrom(question, known(question));
  }

  /** First day, and the day after the last, of what the filter's datetime and the records have in common. */
  LocalDate[] range(LayerQuestion question) {
    return dates.range(question, known(question));
  }

  LayerTime time(LayerQuestion question) {
    Layer.Periods periods = question.layer().periods();
    if (periods == null) {
      throw invalid("layer.periods: is needed, such as {\"days\": 28, \"count\": 24}");
    }
    String last = known(question).until();
    if (last == null) {
      throw invalid("the city has no incidents yet");
    }
    LayerTime time = LayerTime.of(
        periods,
        question.layer().filter().get("datetime"),
        question.loaded().city().profile().zone(),
        LocalDate.parse(last));
    if (question.use() != LayerUse.STRETCH) {
      time.requireSince(recordedFrom(question));
    }
    return time;
  }

  private LayerData backTest(LayerQuestion question) {
    Layer layer = question.layer();
    if (layer.train() == null || layer.test() == null) {
      throw invalid("layer.train, layer.test: are needed, two times such as 2023-01-01/2023-12-31");
    }
    LayerUnits units = units(question);
    LayerRows earlier = rows(question, layer.train(), true);
    LayerRows later = rows(question, layer.test(), true);
    Map<String, Object> filled = units.filled();
    filled.put("predicted", units.counted(earlier));
    filled.put("observed", units.counted(later));
    filled.put("area", units.sizes());
    if (layer.against() != null) {
      filled.put("baseline", units.counted(rows(question, layer.against(), true)));
    }
    return data(question, filled, units.places(), later);
  }
}
