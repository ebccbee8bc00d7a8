package org.lamplight.explore.export;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lamplight.fault.Fault;

/** A format of exports. */
enum Format {
  CSV("csv", "text/csv;charset=utf-8;header=present"),
  GEOJSON("geojson", "application/geo+json"),
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3"),
  FLATGEOBUF("fgb", "application/octet-stream");

  final String id;
  final String type;

  Format(String id, String type) {
    this.id = id;
    this.type = type;
  }

  static Format parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.id.equals(text))
        .findFirst()
        .orElseThrow(() -> Fault.invalid("f: must be one of "
            + Arrays.stream(values()).map(format -> format.id).collect(Collectors.joining(", "))));
  }
}
