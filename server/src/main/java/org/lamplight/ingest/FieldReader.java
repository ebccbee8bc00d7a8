package org.lamplight.ingest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.IncidentFormat.Column;

/** Takes one value out of a row: the first column that has one, white space put in order, padded as the profile says. */
final class FieldReader {

  private static final FieldReader NONE = new FieldReader(new int[0], 0, null, Set.of());
  private final int[] columns;
  private final int pad;
  private final @Nullable String constant;
  private final Set<String> missing;

  private FieldReader(int[] columns, int pad, @Nullable String constant, Set<String> missing) {
    this.columns = columns;
    this.pad = pad;
    this.constant = constant;
    this.missing = missing;
  }

  static FieldReader of(@Nullable Column column, Header header, List<String> missing) {
    if (column == null) {
      return NONE;
    }
    int[] places = column.columns().stream()
        .mapToInt(header::find)
        .filter(place -> place >= 0)
        .toArray();
    int pad = column.pad() == null ? 0 : column.pad();
    return new FieldReader(places, pad, column.constant(), Set.copyOf(missing));
  }

  @Nullable
  String read(Row row) {
    for (int column : columns) {
      String text = row.field(column);
      if (text != null) {
        String tidy = tidy(text);
        if (!tidy.isEmpty() && !missing.contains(tidy)) {
          return padded(tidy);
        }
      }
    }
    return constant;
  }

  private String padded(String text) {
    return text.length() >= pad ? text : "0".repeat(pad - text.length()) + text;
  }

  /** No white space at the ends, single spaces within, no control characters. */
  static String tidy(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c < ' ' || c == 0x7f || (c == ' ' && stripped.charAt(i + 1) == ' ')) {
        return collapsed(stripped);
      }
    }
    return stripped;
  }

  private static String collapsed(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ' || c == 0x7f;
      if (!space) {
        tidy.append(c);
      } else if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
        tidy.append(' ');
      }
    }
    return tidy.toString().strip();
  }
}
