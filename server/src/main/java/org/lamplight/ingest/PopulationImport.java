package org.lamplight.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.AreaSet;
import org.lamplight.fault.Fault;
import org.lamplight.ingest.GeoJsonFile.Feature;
import org.lamplight.ingest.GeoJsonShape.Unusable;
import org.locationtech.jts.io.WKBWriter;

/** One file of polygons with residents (tracts, statistical areas), spread by area over the city's area sets. */
final class PopulationImport {

  private final TransactionStore transaction;
  private final ImportRequest request;
  private final Clock clock;
  private final List<AreaSet> counted;
  private final List<AreaRow> rows = new ArrayList<>();
  private @Nullable AreaSet owner;

  PopulationImport(TransactionStore transaction, ImportRequest request, Clock clock) {
    this.transaction = transaction;
    this.request = request;
    this.clock = clock;
    this.counted = request.city().profile().areaSets().stream()
        .filter(set -> !set.fields().population().isEmpty())
        .toList();
  }

  ImportReport run(RawFile file, ReportFile report) throws IOException {
    Instant started = clock.instant();
    transaction.runs().lockCity();
    transaction.runs().prepare();
    try (BufferedReader text = new BufferedReader(TextDecoder.of(file.name(), file.unpacked()))) {
      new GeoJsonFile(file.name()).read(text, feature -> feature(feature, report));
    }
    FileFacts facts = new FileFacts(file.name(), file.sha256(), file.bytesTaken(), started);
    String refusal = Refusal.why(request, rows.size() + report.rejected(), report.rejected());
    if (refusal != null || owner == null) {
      StagedCounts none = new StagedCounts(rows.size(), 0, 0, 0, 0);
      return ImportReport.of(null, null, none, report, refusal == null ? "no residents" : refusal);
    }
    return spread(owner, facts, report);
  }

  private void feature(Feature feature, ReportFile report) {
    AreaSet set =
        counted.stream().filter(s -> describes(s, feature)).findFirst().orElse(null);
    if (set == null) {
      report.rejected(new Rejection(
          feature.number(), null, "missing_population", "no property of the profile holds one"));
      return;
    }
    owner = owner == null ? set : owner;
    String name =
        String.valueOf(AreaReader.first(feature.properties(), set.fields().name()));
    try {
      byte[] wkb = new WKBWriter().write(GeoJsonShape.area(feature.geometry()));
      rows.add(new AreaRow(
          feature.number(),
          name,
          name,
          null,
          AreaReader.population(feature.properties(), set.fields().population()),
          null,
          wkb));
    } catch (Unusable e) {
      report.rejected(new Rejection(feature.number(), name, e.reason(), e.detail()));
    }
  }

  private static boolean describes(AreaSet set, Feature feature) {
    return AreaReader.first(feature.properties(), set.fields().name()) != null
        && AreaReader.population(feature.properties(), set.fields().population()) != null;
  }

  private ImportReport spread(AreaSet from, FileFacts facts, ReportFile report) {
    AreaImportStore store = transaction.areas();
    List<String> sets = targets(from, store);
    Fault.require(!sets.isEmpty(), "population: load the areas that it is to be spread over first");
    int kept = store.stage(rows, report);
    String source = (from.source() == null ? from.title().en() : from.source()) + ", by area";
    int changed = store.spread(sets, source) + sumUnions(sets, store);
    StagedCounts counts = changed == 0
        ? new StagedCounts(kept, 0, 0, 0, kept)
        : new StagedCounts(kept, 0, 0, kept, 0);
    Integer same = changed == 0 ? transaction.runs().sameFile(request, facts.sha256()) : null;
    ImportReport result =
        ImportReport.of(transaction.runs().nextNumber(), same, counts, report, null);
    transaction.runs().insert(request, facts, result);
    if (changed > 0) {
      transaction.bumpLayers();
    }
    return result;
  }

  /** The sets that have areas, but the one that the file itself describes and those that are unions of another. */
  private List<String> targets(AreaSet from, AreaImportStore store) {
    return request.city().profile().areaSets().stream()
        .filter(set -> set.unions() == null && store.sets().containsKey(set.id()))
        .map(AreaSet::id)
        .filter(
            id -> request.areaSet() == null ? !id.equals(from.id()) : id.equals(request.areaSet()))
        .toList();
  }

  private int sumUnions(List<String> changed, AreaImportStore store) {
    int sum = 0;
    for (AreaSet set : request.city().profile().areaSets()) {
      AreaSet.Unions unions = set.unions();
      if (unions != null && changed.contains(unions.of())) {
        sum += store.sumUnions(set, unions);
      }
    }
    return sum;
  }
}
