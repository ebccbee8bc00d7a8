package org.lamplight.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.area.AreaNames;
import org.lamplight.city.Offence;
import org.lamplight.explore.Question.Dimension;
import org.lamplight.filter.Condition;
import org.lamplight.incident.CountColumns;
import org.lamplight.incident.Flag;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Selection;
import org.lamplight.incident.Snapshot;
import org.lamplight.incident.Taxonomy;

/**
 * The part of an {@link Answer} that does not depend on the view, and the incidents that matched: a person who pans asks for it again
 * and again.
 */
record Totals(
    Selection matched,
    int withoutPlace,
    Answer.Offences offences,
    Answer.Times times,
    Map<String, Map<String, Integer>> areas,
    Map<String, Integer> flags,
    Map<String, Integer> firearm,
    List<Double> densityBreaks) {

  /** Counts, by the names of what was counted. */
  static Totals of(Incidents.Loaded data, Snapshot snapshot, Question question) {
    CountPass pass = new CountPass(data, snapshot, question);
    Tally tally = pass.count();
    int[] flags = Tally.joined(tally.flags);
    return new Totals(
        pass.selection(),
        Math.toIntExact(tally.withoutPlace),
        offences(
            data.taxonomy(), Tally.joined(tally.offenceCodes), Tally.joined(tally.originCodes)),
        times(snapshot, question, tally),
        areas(data.areas(), snapshot, tally),
        flags(flags),
        firearm(Tally.joined(tally.firearm)),
        DensityScale.breaks(densities(pass, Tally.joined(tally.cells))));
  }

  private static Answer.Offences offences(Taxonomy taxonomy, int[] byCode, int[] byCodeOfOrigin) {
    Map<String, Integer> offences = new LinkedHashMap<>();
    Map<String, Integer> groups = new LinkedHashMap<>();
    Map<String, Integer> origins = new LinkedHashMap<>();
    for (Offence.Origin origin : Offence.Origin.values()) {
      origins.put(origin.id(), 0);
    }
    taxonomy.offences().forEach(offence -> {
      offences.put(offence.id(), 0);
      groups.put(offence.group(), 0);
    });
    for (Taxonomy.Code code : taxonomy.codes()) {
      offences.merge(code.offence().id(), byCode[code.id()], Integer::sum);
      groups.merge(code.offence().group(), byCode[code.id()], Integer::sum);
      origins.merge(code.offence().origin().id(), byCodeOfOrigin[code.id()], Integer::sum);
    }
    return new Answer.Offences(groups, offences, origins);
  }

  /** The matrix ignores both filters of the clock; its margins hold the filter of the other side. */
  private static Answer.Times times(Snapshot snapshot, Question question, Tally tally) {
    int[] matrix = Arrays.copyOf(Tally.joined(tally.hours), 168);
    int[] weekdays = new int[7];
    int[] hours = new int[24];
    for (int at = 0; at < 168; at++) {
      weekdays[at / 24] += holds(question, Dimension.HOURS, at % 24) ? matrix[at] : 0;
      hours[at % 24] += holds(question, Dimension.WEEKDAYS, at / 24 + 1) ? matrix[at] : 0;
    }
    List<Answer.Month> months = new ArrayList<>();
    for (int block = 0; block < tally.months.length; block++) {
      if (tally.months[block] > 0) {
        int month = snapshot.blockMonth(block);
        months.add(new Answer.Month(
            String.format("%04d-%02d", month / 12, month % 12 + 1), tally.months[block]));
      }
    }
    int incidents = Arrays.stream(matrix).sum();
    return new Answer.Times(
        question.aoristic()
            ? Answer.rounded(tally.aoristic.hourOfWeek())
            : Arrays.stream(matrix).boxed().map(count -> (Number) count).toList(),
        weekdays,
        hours,
        months,
        Answer.Clock.of(question.aoristic(), incidents, tally.aoristic.counts()));
  }

  private static boolean holds(Question question, Dimension dimension, int value) {
    Condition filter = question.own().get(dimension);
    return filter == null || Clocks.hold(filter, value);
  }

  private static Map<String, Map<String, Integer>> areas(
      AreaNames names, Snapshot snapshot, Tally tally) {
    Map<String, Map<String, Integer>> areas = new LinkedHashMap<>();
    List<String> sets = snapshot.areaSets();
    for (int set = 0; set < sets.size(); set++) {
      int[] counts = Tally.joined(tally.areas[set]);
      int[] ids = snapshot.areaIds(set);
      Map<String, Integer> bySlug = new LinkedHashMap<>();
      for (int position = 1; position <= ids.length; position++) {
        AreaNames.Ref ref = names.byId(ids[position - 1]);
        if (ref != null) {
          bySlug.put(ref.slug(), counts[position]);
        }
      }
      areas.put(sets.get(set), bySlug);
    }
    return areas;
  }

  private static Map<String, Integer> flags(int[] counts) {
    Map<String, Integer> flags = new LinkedHashMap<>();
    for (Flag flag : Flag.values()) {
      int sum = 0;
      for (int value = 0; value < counts.length; value++) {
        sum += flag.in(value) ? counts[value] : 0;
      }
      flags.put(flag.id(), sum);
    }
    return flags;
  }

  private static Map<String, Integer> firearm(int[] counts) {
    int yes = 0;
    int no = 0;
    for (int value = 0; value < counts.length; value++) {
      yes += (value & CountColumns.FIREARM) != 0 ? counts[value] : 0;
      no += (value & CountColumns.FIREARM) == 0 ? counts[value] : 0;
    }
    Map<String, Integer> firearm = new LinkedHashMap<>();
    firearm.put("yes", yes);
    firearm.put("no", no);
    return firearm;
  }

  private static double[] densities(CountPass pass, int[] counts) {
    double km2 = pass.reference().grid().areaKm2();
    return Arrays.stream(counts)
        .skip(1)
        .filter(count -> count > 0)
        .mapToDouble(count -> count / km2)
        .sorted()
        .toArray();
  }
}
