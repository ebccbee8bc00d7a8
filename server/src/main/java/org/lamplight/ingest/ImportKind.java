package org.lamplight.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lamplight.fault.Fault;

/** What a file holds. */
public enum ImportKind {
  INCIDENTS,
  AREAS,
  POPULATION,
  SITES;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name; a fault that lists the names otherwise. */
  public static ImportKind parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.id().equals(text))
        .findFirst()
        .orElseThrow(() -> Fault.invalid("no kind of file is called " + text + ": take one of "
            + Arrays.stream(values()).map(ImportKind::id).collect(Collectors.joining(", "))));
  }
}
