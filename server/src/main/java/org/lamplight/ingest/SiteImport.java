package org.lamplight.ingest;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lamplight.city.CityProfile;
import org.lamplight.city.SiteFormat;
import org.lamplight.incident.Flag;
import org.lamplight.ingest.GeoJsonShape.Unusable;
import org.lamplight.ingest.SiteImportStore.Outcome;

/** One file of program sites, or of the programs themselves: they are told apart by their columns. */
final class SiteImport {

  private static final List<String> PROGRAM_COLUMNS = List.of("slug", "name", "sign");
  private final TransactionStore transaction;
  private final ImportRequest request;
  private final List<CityProfile> profiles;
  private final Clock clock;
  private final SiteImportStore store;
  private long inserted;
  private long updated;
  private long unchanged;
  private long flagged;

  SiteImport(
      TransactionStore transaction,
      ImportRequest request,
      List<CityProfile> profiles,
      Clock clock) {
    this.transaction = transaction;
    this.request = request;
    this.profiles = profiles;
    this.clock = clock;
    this.store = transaction.sites();
  }

  ImportReport run(RawFile file, ReportFile report) throws IOException {
    Instant started = clock.instant();
    transaction.runs().lockCity();
    SiteTable table = SiteTable.read(file);
    FileFacts facts = new FileFacts(file.name(), file.sha256(), file.bytesTaken(), started);
    int run = transaction.runs().nextNumber();
    // The rows refer to their import: it is entered first, and its totals when they are known.
    transaction.runs().insert(request, facts, ImportReport.started(run));
    if (table.header().missing(PROGRAM_COLUMNS).isEmpty()) {
      programs(table, report, run);
    } else {
      sites(file, table, report, run);
    }
    return finish(facts, report, run);
  }

  private ImportReport finish(FileFacts facts, ReportFile report, int run) {
    long loaded = inserted + updated + unchanged;
    StagedCounts counts = new StagedCounts(loaded - flagged, flagged, inserted, updated, unchanged);
    String refusal = Refusal.why(request, loaded + report.rejected(), report.rejected());
    if (refusal != null) {
      return ImportReport.of(null, null, counts, report, refusal);
    }
    Integer same = counts.changesNothing()
        ? transaction.runs().sameFileBefore(request, facts.sha256(), run)
        : null;
    ImportReport result = ImportReport.of(run, same, counts, report, null);
    transaction.runs().update(result);
    if (!counts.changesNothing()) {
      transaction.bumpLayers();
    }
    return result;
  }

  private void programs(SiteTable table, ReportFile report, int run) {
    ProgramReader reader = new ProgramReader(table.header());
    for (Row row : table.rows()) {
      try {
        count(store.storeProgram(reader.read(row), run));
      } catch (Unusable e) {
        report.rejected(new Rejection(row.line(), null, e.reason(), e.detail()));
      }
    }
  }

  private void sites(RawFile file, SiteTable table, ReportFile report, int run) {
    SiteFormat format =
        new FormatFinder(request.city(), profiles).sites(file.name(), table.header());
    format.programs().forEach(program -> store.addProgram(ProgramReader.of(program)));
    Set<String> programs = new HashSet<>(store.programs());
    SiteReader reader = new SiteReader(format, table.header(), programs);
    List<String> slugs = new ArrayList<>();
    for (Row row : table.rows()) {
      try {
        SiteRow site = ragged(row, table.header(), reader);
        store(site, report, run);
        slugs.add(site.slug());
      } catch (Unusable e) {
        report.rejected(new Rejection(row.line(), null, e.reason(), e.detail()));
      }
    }
    if (inserted + updated > 0) {
      store.seen(slugs, run);
    }
  }

  private static SiteRow ragged(Row row, Header header, SiteReader reader) throws Unusable {
    if (row.width() != header.width()) {
      throw new Unusable("ragged_row", row.width() + " fields, the header has " + header.width());
    }
    return reader.read(row);
  }

  private void store(SiteRow site, ReportFile report, int run) {
    List<String> flags = new ArrayList<>();
    if (site.wkb() == null) {
      flags.add(Flag.NO_LOCATION.id());
    } else if (!store.inCity(site.wkb())) {
      flags.add(Flag.OUTSIDE_CITY.id());
    }
    count(store.storeSite(site, flags, run));
    if (!flags.isEmpty()) {
      flagged++;
      flags.forEach(flag -> report.count(flag, 1));
      report.flagged(site.line(), site.slug(), String.join(";", flags));
    }
  }

  private void count(Outcome outcome) {
    switch (outcome) {
      case INSERTED -> inserted++;
      case UPDATED -> updated++;
      case UNCHANGED -> unchanged++;
    }
  }
}
