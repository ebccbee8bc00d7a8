package org.lamplight.ingest;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.IncidentFormat;
import org.lamplight.ingest.Progress.Step;

/** One file of incidents, within one transaction: staged, located, compared, stored. */
final class IncidentImport {

  private static final int CHUNK = 1 << 18;
  private static final int TOLD_EVERY = 5_000;
  private final TransactionStore transaction;
  private final ImportRequest request;
  private final List<CityProfile> profiles;
  private final Progress progress;
  private final Clock clock;
  private final IncidentStageStore stage;
  private final ImportRunStore runs;

  IncidentImport(
      TransactionStore transaction,
      ImportRequest request,
      List<CityProfile> profiles,
      Progress progress,
      Clock clock) {
    this.transaction = transaction;
    this.request = request;
    this.profiles = profiles;
    this.progress = progress;
    this.clock = clock;
    this.stage = transaction.stage();
    this.runs = transaction.runs();
  }

  ImportReport run(RawFile file, ReportFile report) throws IOException {
    java.time.Instant started = clock.instant();
    runs.lockCity();
    runs.prepare();
    CodeBook codes = stage.codes();
    long staged = stageRows(file, report, codes);
    String refusal = Refusal.why(request, staged + report.rejected(), report.rejected());
    FileFacts facts = new FileFacts(file.name(), file.sha256(), file.bytesTaken(), started);
    at(Step.LOCATING, staged, file);
    stage.storeCodes(codes);
    stage.locate(staged);
    at(Step.COMPARING, staged, file);
    stage.compare();
    JudgedStore judged = transaction.judged();
    StagedCounts counts = judged.totals();
    judged.countReasons(report::count);
    if (report.isWritten()) {
      judged.eachFlagged((line, record, flags) -> report.flagged(line, record, Words.of(flags)));
    }
    if (refusal != null) {
      return ImportReport.of(null, null, counts, report, refusal);
    }
    at(Step.STORING, staged, file);
    return store(facts, report, counts);
  }

  private ImportReport store(FileFacts facts, ReportFile report, StagedCounts counts) {
    int run = runs.nextNumber();
    Integer same = counts.changesNothing() ? runs.sameFile(request, facts.sha256()) : null;
    ImportReport result = ImportReport.of(run, same, counts, report, null);
    runs.insert(request, facts, result);
    if (same == null) {
      transaction.load(run).store(counts);
    }
    if (!counts.changesNothing()) {
      transaction.bump();
    }
    return result;
  }

  private long stageRows(RawFile file, ReportFile report, CodeBook codes) throws IOException {
    try (CsvTable table = CsvTable.of(file.name(), TextDecoder.of(file.name(), file.unpacked()))) {
      City city = request.city();
      IncidentFormat format =
          new FormatFinder(city, profiles).incidents(file.name(), table.header());
      LocalDate today = LocalDate.now(clock.withZone(city.profile().zone()));
      IncidentMapper mapper = new IncidentMapper(city, format, table.header(), codes, today);
      stage.open();
      try (ChunkPipe pipe = new ChunkPipe(stage::write)) {
        long staged = pump(table, mapper, pipe, file, report);
        pipe.finish();
        List<Long> sealed = stage.finish();
        sealed.forEach(line -> report.rejected(new Rejection(line, null, "sealed_record", null)));
        return staged - sealed.size();
      } finally {
        stage.leave();
      }
    }
  }

  private long pump(
      CsvTable table, IncidentMapper mapper, ChunkPipe pipe, RawFile file, ReportFile report) {
    CopyText out = new CopyText(CHUNK + 8192);
    long staged = 0;
    while (table.hasNext()) {
      Rejection rejection = mapper.map(table.next(), out);
      if (rejection == null) {
        staged++;
      } else {
        report.rejected(rejection);
      }
      if (out.length() >= CHUNK) {
        pipe.put(out.taken());
      }
      if ((staged + report.rejected()) % TOLD_EVERY == 0) {
        at(Step.READING, staged + report.rejected(), file);
      }
    }
    pipe.put(out.taken());
    return staged;
  }

  private void at(Step step, long rows, RawFile file) {
    progress.at(step, rows, file.bytesTaken(), file.size());
  }
}
