package org.lamplight.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Database;
import org.lamplight.http.Audit;

/** The audit trail in the database, which only ever grows. What cannot be written is thrown, and so not done. */
public final class AuditTrail implements Audit {

  private final AuditStore store;
  private final AuditReadStore reading;

  public AuditTrail(Database database) {
    this.store = new AuditStore(database);
    this.reading = new AuditReadStore(database);
  }

  @Override
  public void write(Deed deed) {
    store.append(deed);
  }

  /**
   * What following the trail from its first entry to its last one found.
   *
   * @param lastHash of the last entry, in hexadecimal; kept elsewhere, it also guards against a trail that was written anew
   * @param broken a sentence on the first entry that is not what was written; null when all are
   */
  public record Verdict(
      long entries, String lastHash, @Nullable String broken) {}

  /** Follows the whole trail. */
  public Verdict verify() {
    AuditChain chain = new AuditChain();
    AuditChain.Break found = reading.follow(chain);
    return new Verdict(
        chain.entries(),
        chain.lastHash(),
        found == null ? null : "entry " + found.entry() + " " + found.why());
  }

  /** The latest entries as lines, the oldest of them first. */
  public List<String> lines(int limit) {
    return reading.latest(limit).stream().map(AuditTrail::line).toList();
  }

  private static String line(AuditEntry entry) {
    return String.join(
        "  ",
        Long.toString(entry.id()),
        entry.at().toString(),
        entry.action(),
        entry.outcome(),
        entry.actor() == null ? "-" : entry.actor(),
        entry.from(),
        entry.city() == null ? "-" : entry.city(),
        entry.details());
  }
}
