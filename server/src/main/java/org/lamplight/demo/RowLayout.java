package org.lamplight.demo;

import org.jspecify.annotations.Nullable;

/** A city's own layout of incident files. */
interface RowLayout {

  /** The header line, with its line end. */
  String header();

  /** A record number in a range that the city does not use. */
  String number(DrawnIncident incident);

  /** Appends one row with its line end. */
  void append(StringBuilder out, String record, DrawnIncident incident, @Nullable Dirt dirt);

  /** Appends a field, in quotes where it needs them (RFC 4180). */
  static void field(StringBuilder out, String text) {
    boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    if (quoted) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      out.append(text);
    }
  }

  /** Appends degrees with at most four decimals. */
  static void degrees(StringBuilder out, double value) {
    long units = Math.round(value * 1e4);
    if (units < 0) {
      out.append('-');
    }
    out.append(Math.abs(units) / 10_000);
    int rest = (int) (Math.abs(units) % 10_000);
    if (rest > 0) {
      out.append('.').append(rest / 1000);
      for (int unit = 1000; rest % unit > 0; unit /= 10) {
        out.append(rest % unit / (unit / 10));
      }
    }
  }

  /** Appends a number of two digits. */
  static StringBuilder two(StringBuilder out, int value) {
    return value < 10 ? out.append('0').append(value) : out.append(value);
  }
}
