package org.lamplight.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Follows the audit trail from its first entry and finds the first that is not what was written; knows nothing of the SQL that wrote it. */
final class AuditChain {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private long entries;
  private byte[] last = new byte[32];
  private @Nullable Break found;

  /** The first entry that is wrong. */
  record Break(long entry, String why) {}

  /** Takes the next entry; after the first break nothing more is said. */
  void take(AuditEntry entry) {
    entries++;
    if (found != null) {
      return;
    }
    if (entry.id() != entries) {
      found = new Break(entries, "is missing");
    } else if (!MessageDigest.isEqual(entry.previous(), last)) {
      found = new Break(entries, "does not follow the entry before it");
    } else if (!entry.at().equals(Instant.ofEpochMilli(entry.at().toEpochMilli() / 10 * 10))
        || !MessageDigest.isEqual(entry.hash(), Secret.hash(text(entry)))) {
      found = new Break(entries, "was changed");
    }
    last = entry.hash();
  }

  /** Says what is known after the last entry; the head counts entries and repeats the last hash. */
  @Nullable
  Break end(long headEntries, byte[] headHash) {
    if (found == null && headEntries != entries) {
      found = headEntries > entries
          ? new Break(entries + 1, "is missing")
          : new Break(headEntries + 1, "was put in");
    } else if (found == null && !MessageDigest.isEqual(headHash, last)) {
      found = new Break(entries, "is not the last one that was written");
    }
    return found;
  }

  long entries() {
    return entries;
  }

  String lastHash() {
    return HexFormat.of().formatHex(last);
  }

  /** All fields, each led by its length in bytes, so that no two entries have the same text. */
  private static String text(AuditEntry entry) {
    StringBuilder text = new StringBuilder();
    field(text, Long.toString(entry.id()));
    field(text, AT.format(entry.at()));
    field(text, entry.action());
    field(text, entry.outcome());
    field(text, entry.actor());
    field(text, entry.from());
    field(text, entry.city());
    field(text, entry.details());
    field(text, HexFormat.of().formatHex(entry.previous()));
    return text.toString();
  }

  private static void field(StringBuilder text, @Nullable String value) {
    if (value == null) {
      text.append('-');
    } else {
      text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
    }
  }
}
