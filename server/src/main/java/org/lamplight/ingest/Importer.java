package org.lamplight.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.db.Database;
import org.lamplight.fault.Fault;

/** Loads files into a city: all of a file or nothing of it, in one transaction. */
public final class Importer {

  private final ImportSessionStore sessions;
  private final List<CityProfile> profiles;
  private final Clock clock;

  /**
   * An importer.
   *
   * @param database a pool without a statement time-out
   * @param profiles every city served, so that a file of another city is recognised
   */
  public Importer(Database database, List<CityProfile> profiles, Clock clock) {
    this.sessions = new ImportSessionStore(database);
    this.profiles = List.copyOf(profiles);
    this.clock = clock;
  }

  /** Imports one file; a report with {@code refused} set says that nothing was changed. */
  public ImportReport run(ImportRequest request, Progress progress) {
    try (RawFile file = RawFile.open(request.source());
        ReportFile report = ReportFile.open(request.report())) {
      ImportReport result = recorded(request, file, progress, report);
      progress.at(Progress.Step.DONE, result.read(), file.bytesTaken(), file.size());
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the import; a file that is refused is in the audit trail too. */
  private ImportReport recorded(
      ImportRequest request, RawFile file, Progress progress, ReportFile report) {
    ImportReport result;
    try {
      result = sessions.inTransaction(
          request.city(), transaction -> run(transaction, request, progress, file, report));
    } catch (Fault refusal) {
      sessions.recordRefusal(request, file.name(), String.valueOf(refusal.getMessage()));
      throw refusal;
    }
    String why = result.refused();
    if (why != null) {
      sessions.recordRefusal(request, file.name(), why);
    }
    return result;
  }

  /** Takes a city's last import of incidents back: what it added goes, what it changed is as before. */
  public Undone undo(Cities cities, int run) {
    return sessions.undo(cities::get, run, System.getProperty("user.name"));
  }

  /** The same for an import of one city; that of another is MISSING. */
  public Undone undo(City city, int run, String byWhom) {
    CityOf only = slug -> {
      if (!slug.equals(city.slug())) {
        throw Fault.missing("no import has the number " + run);
      }
      return city;
    };
    return sessions.undo(only, run, byWhom);
  }

  /** The city of a slug, where an import of it may be taken back. */
  @FunctionalInterface
  interface CityOf {
    City get(String slug);
  }

  /** How many incidents an undo removed, and how many it put back to what they were. */
  public record Undone(long removed, long restored) {}

  private ImportReport run(
      TransactionStore transaction,
      ImportRequest request,
      Progress progress,
      RawFile file,
      ReportFile report)
      throws IOException {
    return switch (request.kind()) {
      case INCIDENTS ->
        new IncidentImport(transaction, request, profiles, progress, clock).run(file, report);
      case AREAS -> new AreaImport(transaction, request, progress, clock).run(file, report);
      case POPULATION -> new PopulationImport(transaction, request, clock).run(file, report);
      case SITES -> new SiteImport(transaction, request, profiles, clock).run(file, report);
    };
  }
}
