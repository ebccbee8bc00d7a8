package org.lamplight.ingest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When a file has too many bad rows to be trusted. */
final class Refusal {

  private Refusal() {}

  /** The sentence; null when the file is good enough. */
  static @Nullable String why(ImportRequest request, long read, long rejected) {
    if (read == 0) {
      return "the file has a header and no rows";
    }
    if (rejected <= request.maxRejected() * read) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "%d of %d rows were rejected, more than the share of %s that is allowed; nothing was changed",
        rejected,
        read,
        request.maxRejected());
  }
}
