package org.lamplight.explore.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.db.GeoPackageDataType;
import mil.nga.geopackage.features.columns.GeometryColumns;
import mil.nga.geopackage.features.user.FeatureColumn;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureRow;
import mil.nga.geopackage.features.user.FeatureTableMetadata;
import mil.nga.geopackage.geom.GeoPackageGeometryData;
import mil.nga.sf.GeometryType;
import mil.nga.sf.Point;
import org.lamplight.geo.BBox;
import org.lamplight.incident.Incident;

/** Incidents as a GeoPackage. It is a database and so cannot be streamed: it is made in a file of its own and then sent. */
final class GeoPackageRows implements RowWriter {

  private static final String TABLE = "incidents";
  private static final long WGS84 = 4326;

  /** Rows between two commits, so that the journal stays small. */
  private static final int COMMITTED = 20_000;

  private final OutputStream out;
  private final List<Column> columns;
  private final Path folder;
  private final Path file;
  private final GeoPackage geoPackage;
  private final FeatureDao rows;
  private int since;

  GeoPackageRows(OutputStream out, List<Column> columns, BBox extent) throws IOException {
    this.out = out;
    this.columns = columns;
    this.folder = Files.createTempDirectory("lamplight-export");
    this.file = folder.resolve("incidents.gpkg");
    GeoPackageManager.create(file.toFile());
    this.geoPackage = GeoPackageManager.open(file.toFile());
    GeometryColumns geometry = new GeometryColumns();
    geometry.setTableName(TABLE);
    geometry.setColumnName("geom");
    geometry.setGeometryType(GeometryType.POINT);
    geometry.setZ((byte) 0);
    geometry.setM((byte) 0);
    geometry.setSrsId(WGS84);
    BoundingBox box = new BoundingBox(extent.west(), extent.south(), extent.east(), extent.north());
    geoPackage.createFeatureTable(
        FeatureTableMetadata.create(geometry, "fid", featureColumns(columns), box));
    this.rows = geoPackage.getFeatureDao(TABLE);
    rows.beginTransaction();
  }

  private static List<FeatureColumn> featureColumns(List<Column> columns) {
    List<FeatureColumn> made = new ArrayList<>();
    for (Column column : columns) {
      GeoPackageDataType type = switch (column.kind()) {
        case TEXT -> GeoPackageDataType.TEXT;
        case INTEGER -> GeoPackageDataType.INTEGER;
        case TRUTH -> GeoPackageDataType.BOOLEAN;
        case MOMENT -> GeoPackageDataType.DATETIME;
        case DATE -> GeoPackageDataType.DATE;
      };
      made.add(FeatureColumn.createColumn(column.name(), type));
    }
    return made;
  }

  @Override
  public void write(Incident incident) {
    FeatureRow row = rows.newRow();
    for (Column column : columns) {
      Object value = column.value().apply(incident);
      if (value != null) {
        row.setValue(column.name(), value);
      }
    }
    if (incident.place()) {
      row.setGeometry(GeoPackageGeometryData.create(WGS84, new Point(incident.x(), incident.y())));
    }
    rows.insert(row);
    if (++since == COMMITTED) {
      rows.endTransaction(true);
      rows.beginTransaction();
      since = 0;
    }
  }

  @Override
  public void end() throws IOException {
    rows.endTransaction(true);
    geoPackage.close();
    Files.copy(file, out);
    out.flush();
  }

  /** Takes the file away, whatever became of it. */
  void discard() throws IOException {
    geoPackage.close();
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder.resolve("incidents.gpkg-journal"));
    Files.deleteIfExists(folder);
  }
}
