package org.lamplight.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.point.ExposureHours;
import org.lamplight.city.Offence;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.incident.Incident;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Taxonomy;

/** From when until when each incident can have happened, which only the database holds. */
final class LayerSpans {

  /** No end. */
  static final long NONE = Long.MIN_VALUE;

  /** How much time each hour of the week had. */
  static final String EXPOSURE = "exposureHours";

  private static final int MOST = 300_000;
  private final IncidentStore store;
  private final LocalDate[] range;

  /**
   * The reader of spans.
   *
   * @param range first day, and the day after the last, that the incidents are of
   */
  LayerSpans(IncidentStore store, LocalDate[] range) {
    this.store = store;
    this.range = range;
  }

  /** What is collected while the rows are read. */
  private static final class Collected {
    final LongStream.Builder from = LongStream.builder();
    final LongStream.Builder until = LongStream.builder();
    int count;
    boolean police;
  }

  LayerData read(LayerQuestion question, Condition condition, List<String> notes) {
    ZoneRules rules = question.loaded().city().profile().zone().getRules();
    Set<Integer> police = new HashSet<>();
    for (Taxonomy.Code code : question.loaded().taxonomy().codes()) {
      if (code.offence().origin() == Offence.Origin.POLICE_GENERATED) {
        police.add(code.id());
      }
    }
    Collected found = new Collected();
    store.page(
        question.loaded().city(),
        new IncidentStore.Page(condition, 0, MOST + 1, IncidentStore.Coordinates.DEGREES),
        incident -> add(incident, found, rules, police));
    if (found.count > MOST) {
      throw new Fault(
          Fault.Kind.TOO_LARGE,
          "the filter holds more than " + MOST + " incidents; take a shorter time");
    }
    Map<String, Object> filled = new LinkedHashMap<>();
    filled.put("from", found.from.build().toArray());
    filled.put("until", found.until.build().toArray());
    filled.put(
        EXPOSURE,
        ExposureHours.of(range[0], range[1], question.loaded().city().profile().zone()));
    if (found.police) {
      notes.add(LayerReader.POLICE);
    }
    return new LayerData(filled, null, found.count, 0, found.police, notes);
  }

  private static void add(
      Incident incident, Collected found, ZoneRules rules, Set<Integer> police) {
    found.count++;
    found.police |= police.contains(incident.code());
    found.from.add(minute(incident.occurredFrom(), rules));
    found.until.add(minute(incident.occurredTo(), rules));
  }

  /** Minutes of the wall clock since 1970. */
  private static long minute(@Nullable Instant at, ZoneRules rules) {
    if (at == null) {
      return NONE;
    }
    ZoneOffset offset = rules.getOffset(at);
    return Math.floorDiv(at.getEpochSecond() + offset.getTotalSeconds(), 60L);
  }
}
