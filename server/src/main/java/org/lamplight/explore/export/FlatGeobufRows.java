package org.lamplight.explore.export;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lamplight.incident.Incident;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Incidents as FlatGeobuf in longitude and latitude, without an index, so that it can be written as it comes. */
final class FlatGeobufRows implements RowWriter {

  private static final int WGS84 = 4326;
  private static final GeometryFactory POINTS = new GeometryFactory();
  private final List<Column> columns;
  private final OutputStream out;

  /**
   * Begins a file.
   *
   * @param count how many incidents it will hold; 0 is "not known" to readers
   */
  FlatGeobufRows(OutputStream out, List<Column> columns, long count) throws IOException {
    this.columns = columns;
    this.out = out;
    HeaderMeta header = new HeaderMeta();
    header.name = "incidents";
    header.geometryType = GeometryType.Point;
    header.srid = WGS84;
    header.featuresCount = count;
    header.indexNodeSize = 0;
    header.columns = columns.stream().map(FlatGeobufRows::meta).toList();
    out.write(Constants.MAGIC_BYTES);
    HeaderMeta.write(header, out, new FlatBufferBuilder(4_096));
  }

  private static ColumnMeta meta(Column column) {
    ColumnMeta meta = new ColumnMeta();
    meta.name = column.name();
    meta.nullable = true;
    meta.type = switch (column.kind()) {
      case TEXT, DATE -> ColumnType.String;
      case INTEGER -> ColumnType.Long;
      case TRUTH -> ColumnType.Bool;
      case MOMENT -> ColumnType.DateTime;
    };
    return meta;
  }

  @Override
  public void write(Incident incident) throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder(1_024);
    int properties = Feature.createPropertiesVector(builder, properties(incident));
    int geometry = incident.place()
        ? GeometryConversions.serialize(
            builder, POINTS.createPoint(new Coordinate(incident.x(), incident.y())), (byte)
                GeometryType.Point)
        : 0;
    builder.finishSizePrefixed(Feature.createFeature(builder, geometry, properties, 0));
    out.write(builder.sizedByteArray());
  }

  /** Each value behind the number of its column, in the byte order of the format; nulls are left out. */
  private byte[] properties(Incident incident) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    for (int i = 0; i < columns.size(); i++) {
      Object value = columns.get(i).value().apply(incident);
      if (value instanceof Long number) {
        bytes.writeBytes(room(i, 8).putLong(number).array());
      } else if (value instanceof Boolean truth) {
        bytes.writeBytes(room(i, 1).put((byte) (truth ? 1 : 0)).array());
      } else if (value instanceof String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(room(i, 4 + utf8.length).putInt(utf8.length).put(utf8).array());
      }
    }
    return bytes.toByteArray();
  }

  private static ByteBuffer room(int column, int bytes) {
    return ByteBuffer.allocate(2 + bytes).order(ByteOrder.LITTLE_ENDIAN).putShort((short) column);
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
