package org.lamplight.explore.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.incident.Incident;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;

/**
 * One export: reads the incidents some thousands at a time, so that a client that is slow holds no connection of the database
 * and no memory, and fails rather than mixes when an import changes the data meanwhile.
 */
final class Export {

  private static final int AT_A_TIME = 10_000;
  private final IncidentStore store;
  private final Incidents.Loaded loaded;
  private final Condition condition;
  private final LongSupplier versionNow;

  Export(
      IncidentStore store, Incidents.Loaded loaded, Condition condition, LongSupplier versionNow) {
    this.store = store;
    this.loaded = loaded;
    this.condition = condition;
    this.versionNow = versionNow;
  }

  void to(OutputStream out, Format format, List<Column> columns, long count) throws IOException {
    switch (format) {
      case CSV -> rows(new CsvRows(out, columns));
      case GEOJSON -> rows(new GeoJsonRows(out, columns));
      case FLATGEOBUF -> rows(new FlatGeobufRows(out, columns, count));
      case GEOPACKAGE -> {
        GeoPackageRows rows =
            new GeoPackageRows(out, columns, loaded.city().profile().extent());
        try {
          rows(rows);
        } finally {
          rows.discard();
        }
      }
    }
  }

  private void rows(RowWriter writer) throws IOException {
    long after = 0;
    List<Incident> rows = page(after);
    while (!rows.isEmpty()) {
      for (Incident incident : rows) {
        writer.write(incident);
      }
      after = rows.get(rows.size() - 1).id();
      rows = rows.size() < AT_A_TIME ? List.of() : page(after);
    }
    if (versionNow.getAsLong() != loaded.version()) {
      throw new Fault(Fault.Kind.BUSY, "an import changed the incidents during the export");
    }
    writer.end();
  }

  private List<Incident> page(long after) {
    List<Incident> rows = new ArrayList<>();
    store.page(
        loaded.city(),
        new IncidentStore.Page(condition, after, AT_A_TIME, IncidentStore.Coordinates.DEGREES),
        rows::add);
    return rows;
  }
}
