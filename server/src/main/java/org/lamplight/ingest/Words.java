package org.lamplight.ingest;

import java.util.stream.Collectors;
import org.lamplight.incident.Flag;

/** Flags as words for a report. */
final class Words {

  private Words() {}

  static String of(int flags) {
    return Flag.of(flags).stream().map(Flag::id).collect(Collectors.joining(";"));
  }
}
