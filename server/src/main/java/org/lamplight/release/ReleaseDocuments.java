package org.lamplight.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.OfficialTotals;
import org.lamplight.city.Text;

/** What a release says of itself, as documents of maps, lists and values: how it was made, what is hidden, how fresh it is. */
final class ReleaseDocuments {

  private ReleaseDocuments() {}

  /** The release with everything on how it was made; a withdrawn one says that alone. */
  static Map<String, @Nullable Object> release(Published release) {
    Map<String, @Nullable Object> answer = head(release.head());
    answer.put("name", release.facts().cityName());
    if (release.withdrawal() != null) {
      return answer;
    }
    Facts facts = release.facts();
    answer.put("source", facts.source());
    answer.put("freshness", freshness(release));
    answer.put("units", units(release));
    answer.put("groups", release.groups());
    answer.put("periods", periods(release));
    answer.put("rules", facts.rules());
    answer.put("how", Method.sentences(release));
    answer.put("hidden", hidden(release));
    answer.put("lines", lines(release));
    answer.put("gaps", gaps(release));
    answer.put("reconciliation", reconciliation(release));
    return answer;
  }

  /** All releases of a city, the latest first. */
  static Map<String, @Nullable Object> list(List<Published.Head> heads) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("releases", heads.stream().map(ReleaseDocuments::head).toList());
    return answer;
  }

  static Map<String, @Nullable Object> head(Published.Head head) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("city", head.city());
    answer.put("number", head.number());
    answer.put("timeStamp", head.madeAt().toString());
    answer.put("madeAt", head.madeAt().toString());
    answer.put("synthetic", head.synthetic());
    Withdrawal withdrawal = head.withdrawal();
    answer.put(
        "withdrawn",
        withdrawal == null
            ? null
            : Map.of("at", withdrawal.at().toString(), "why", withdrawal.why()));
    return answer;
  }

  private static Map<String, Object> freshness(Published release) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lastMonth", release.lastMonth().toString());
    answer.put("releasedAt", release.madeAt().toString());
    return answer;
  }

  private static List<Object> units(Published release) {
    List<Object> units = new ArrayList<>();
    for (Unit unit : release.units()) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("id", unit.id());
      answer.put("title", unit.title());
      answer.put(
          "areas", release.areas(unit.id()).stream().map(ReleaseDocuments::area).toList());
      units.add(answer);
    }
    return units;
  }

  static Map<String, @Nullable Object> area(PublicArea area) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("area", area.slug());
    answer.put("name", area.name());
    answer.put("population", area.population());
    answer.put("district", area.district());
    return answer;
  }

  private static Map<String, Object> periods(Published release) {
    Map<String, Object> answer = new LinkedHashMap<>();
    for (Grain grain : Grain.values()) {
      answer.put(
          grain.id(), release.periods().of(grain).stream().map(Period::id).toList());
    }
    return answer;
  }

  /** How many cells are hidden; not how many of them are small, which would tell more than the marks do. */
  private static List<Object> hidden(Published release) {
    List<Object> rows = new ArrayList<>();
    for (Unit unit : release.units()) {
      for (Grain grain : Grain.values()) {
        for (PublicGroup group : release.groups()) {
          Published.Tally tally = release.tally(unit, grain, group);
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("unit", unit.id());
          row.put("grain", grain.id());
          row.put("group", group.id());
          row.put("hidden", tally.hidden());
          row.put("cells", tally.cells());
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static List<Object> lines(Published release) {
    List<Object> lines = new ArrayList<>();
    for (Line line : release.lines()) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("id", line.kind().id());
      answer.put("title", line.kind().title());
      answer.put("smallestShown", line.k());
      List<Object> quarters = new ArrayList<>();
      line.counts().forEach((quarter, count) -> {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("period", quarter.id());
        row.put("count", count);
        row.put("hidden", count == null);
        quarters.add(row);
      });
      answer.put("quarters", quarters);
      lines.add(answer);
    }
    return lines;
  }

  private static Map<String, Object> gaps(Published release) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("notes", release.facts().notes());
    answer.put("emptyMonths", release.gapMonths().stream().map(Period::id).toList());
    answer.put(
        "withinDistrictOnly",
        release.unlisted().stream().map(ReleaseDocuments::area).toList());
    return answer;
  }

  /** City-wide counts of each whole year beside the totals that the source gives itself. */
  private static Map<String, @Nullable Object> reconciliation(Published release) {
    List<Object> years = new ArrayList<>();
    for (Reconciliation of : Reconciliation.of(release)) {
      Map<String, @Nullable Object> counts = new LinkedHashMap<>();
      for (PublicGroup group : release.groups()) {
        counts.put(group.id(), release.count(release.city(), of.year(), group));
      }
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("period", of.year().id());
      row.put("groups", counts);
      row.put("shown", of.shown());
      row.put("nothingHidden", of.whole());
      row.put("sourceTotal", of.official());
      row.put("percentOfSource", of.percent());
      years.add(row);
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    OfficialTotals totals = release.facts().officialTotals();
    answer.put("source", totals == null ? null : totals.source());
    answer.put("years", years);
    answer.put("sealedRecords", release.facts().sealedRecords());
    return answer;
  }

  /** One area: what it is, its lines of months, quarters and years by group, and the last month in a sentence. */
  static Map<String, @Nullable Object> area(Published release, Unit unit, PublicArea area) {
    Map<String, @Nullable Object> answer = head(release.head());
    answer.put("unit", unit.id());
    answer.putAll(area(area));
    List<Object> groups = new ArrayList<>();
    for (PublicGroup group : release.groups()) {
      Map<String, Object> of = new LinkedHashMap<>();
      of.put("id", group.id());
      of.put("title", group.title());
      of.put("sentence", sentence(release, area, group));
      for (Grain grain : Grain.values()) {
        of.put(
            grain.id(),
            release.periods().of(grain).stream()
                .map(period -> cell(period, release.cell(area, period, group)))
                .toList());
      }
      groups.add(of);
    }
    answer.put("groups", groups);
    return answer;
  }

  private static Map<String, @Nullable Object> cell(Period period, Cell cell) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("period", period.id());
    row.put("count", cell.count());
    row.put("hidden", cell.hidden());
    row.put("ratePer1000", cell.ratePer1000());
    UsualRange usual = cell.usual();
    row.put("usualLow", usual == null ? null : usual.low());
    row.put("usualHigh", usual == null ? null : usual.high());
    return row;
  }

  private static Text sentence(Published release, PublicArea area, PublicGroup group) {
    Period last = Period.of(release.lastMonth());
    return Method.sentence(release, area, last, group);
  }
}
