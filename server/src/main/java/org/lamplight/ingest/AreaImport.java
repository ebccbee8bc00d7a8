package org.lamplight.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.lamplight.city.AreaSet;
import org.lamplight.fault.Fault;

/** One file of areas: it is the whole of its set, and every incident of the city is located anew when it changed. */
final class AreaImport {

  private final TransactionStore transaction;
  private final ImportRequest request;
  private final Progress progress;
  private final Clock clock;

  AreaImport(TransactionStore transaction, ImportRequest request, Progress progress, Clock clock) {
    this.transaction = transaction;
    this.request = request;
    this.progress = progress;
    this.clock = clock;
  }

  ImportReport run(RawFile file, ReportFile report) throws IOException {
    Instant started = clock.instant();
    AreaSet set = request.city().profile().findAreaSet(areaSet(request)).orElseThrow();
    Fault.require(
        set.unions() == null, "set: " + set.id() + " is made of other areas, not of a file");
    transaction.runs().lockCity();
    transaction.runs().prepare();
    List<AreaRow> rows = read(set, file, report);
    FileFacts facts = new FileFacts(file.name(), file.sha256(), file.bytesTaken(), started);
    AreaImportStore store = transaction.areas();
    long read = store.stage(rows, report) + report.rejected();
    String refusal = Refusal.why(request, read, report.rejected());
    StagedCounts counts = store.compare(set.id());
    if (refusal != null) {
      return ImportReport.of(null, null, counts, report, refusal);
    }
    progress.at(Progress.Step.STORING, read, file.bytesTaken(), file.size());
    return store(set, facts, report, counts, store);
  }

  private static String areaSet(ImportRequest request) {
    String set = request.areaSet();
    Fault.require(set != null, "set: say which area set the file holds");
    return Objects.requireNonNull(set);
  }

  private static List<AreaRow> read(AreaSet set, RawFile file, ReportFile report)
      throws IOException {
    try (BufferedReader text = new BufferedReader(TextDecoder.of(file.name(), file.unpacked()))) {
      return new AreaReader(set, report).read(file.name(), text);
    }
  }

  private ImportReport store(
      AreaSet set, FileFacts facts, ReportFile report, StagedCounts counts, AreaImportStore store) {
    boolean nothing = counts.changesNothing() && store.gone(set.id()) == 0;
    int run = transaction.runs().nextNumber();
    Integer same = nothing ? transaction.runs().sameFile(request, facts.sha256()) : null;
    ImportReport result = ImportReport.of(run, same, counts, report, null);
    transaction.runs().insert(request, facts, result);
    if (same == null) {
      store.store(set.id(), run);
    }
    if (!nothing) {
      unite(set, store, run);
      progress.at(Progress.Step.LOCATING, result.read(), facts.bytes(), facts.bytes());
      transaction.locating().relocate();
      transaction.bumpLayers();
    }
    return result;
  }

  /** Sets that are made of this one follow it. */
  private void unite(AreaSet changed, AreaImportStore store, int run) {
    for (AreaSet set : request.city().profile().areaSets()) {
      AreaSet.Unions unions = set.unions();
      if (unions != null && unions.of().equals(changed.id())) {
        store.stageUnions(set, unions);
        store.store(set.id(), run);
      }
    }
  }
}
