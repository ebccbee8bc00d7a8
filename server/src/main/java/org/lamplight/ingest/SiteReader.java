package org.lamplight.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.IncidentFormat.LonLat;
import org.lamplight.city.SiteFormat;
import org.lamplight.city.SiteFormat.Field;
import org.lamplight.ingest.GeoJsonShape.Unusable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Reads a row as a site, as the profile's layout says. */
final class SiteReader {

  private final Map<Field, FieldReader> fields = new EnumMap<>(Field.class);
  private final Map<String, SiteFormat.Program> named = new HashMap<>();
  private final Set<String> programs;
  private final Slugs slugs = new Slugs();

  /**
   * A reader of one file.
   *
   * @param programs slugs of the programs that are known
   */
  SiteReader(SiteFormat format, Header header, Set<String> programs) {
    format
        .fields()
        .forEach(
            (field, column) -> fields.put(field, FieldReader.of(column, header, format.missing())));
    format.programs().forEach(program -> named.put(program.match(), program));
    this.programs = programs;
  }

  SiteRow read(Row row) throws Unusable {
    String given = need(row, Field.PROGRAM, "missing_program");
    SiteFormat.Program program = named.get(given);
    String slug = program == null ? given : program.slug();
    if (program == null && !programs.contains(slug)) {
      throw new Unusable("unknown_program", given);
    }
    String name = need(row, Field.SITE, "missing_site");
    Values values = new Values(row, program);
    byte[] place = place(row, values);
    return new SiteRow(
        row.line(),
        slug,
        slugs.unique(slug + " " + name),
        name,
        facts(values),
        schedule(values),
        place);
  }

  private String need(Row row, Field field, String reason) throws Unusable {
    String text = new Values(row, null).get(field);
    if (text == null) {
      throw new Unusable(reason, "");
    }
    return text;
  }

  /** What the row says; where it says nothing, what the profile says of every site of the program. */
  private final class Values {
    private final Row row;
    private final SiteFormat.@Nullable Program program;

    Values(Row row, SiteFormat.@Nullable Program program) {
      this.row = row;
      this.program = program;
    }

    @Nullable
    String get(Field field) {
      FieldReader reader = fields.get(field);
      String text = reader == null ? null : reader.read(row);
      return text != null || program == null ? text : program.constants().get(field);
    }
  }

  private static SiteRow.Facts facts(Values values) throws Unusable {
    String opened = values.get(Field.OPENED);
    String said = values.get(Field.OPENED_PRECISION);
    LocalDate closed = SiteValues.day(values.get(Field.CLOSED), "bad_closed");
    return new SiteRow.Facts(
        values.get(Field.SITE_TYPE),
        values.get(Field.ADDRESS),
        values.get(Field.PLACE_PRECISION),
        values.get(Field.PLACE_SOURCE),
        SiteValues.status(values.get(Field.STATUS), closed != null),
        SiteValues.day(opened, "bad_opened"),
        SiteValues.precision(opened, said),
        closed,
        SiteValues.years(values.get(Field.LISTED_YEARS)),
        SiteValues.note(values.get(Field.NOTE), opened, said),
        values.get(Field.SOURCE));
  }

  private static SiteRow.Schedule schedule(Values values) throws Unusable {
    return new SiteRow.Schedule(
        SiteValues.dayOfYear(values.get(Field.SEASON_FROM)),
        SiteValues.dayOfYear(values.get(Field.SEASON_UNTIL)),
        SiteValues.weekdays(values.get(Field.WEEKDAYS)),
        SiteValues.time(values.get(Field.HOURS_FROM)),
        SiteValues.time(values.get(Field.HOURS_UNTIL)),
        values.get(Field.SCHEDULE_NOTE));
  }

  private static byte @Nullable [] place(Row row, Values values) throws Unusable {
    JsonNode geometry = SiteTable.geometry(row);
    if (geometry != null) {
      return new WKBWriter().write(GeoJsonShape.parse(geometry));
    }
    String shape = values.get(Field.GEOMETRY);
    String lon = values.get(Field.LON);
    String lat = values.get(Field.LAT);
    if (shape == null && lon == null && lat == null) {
      return null;
    }
    LonLat point = PlaceReader.parse(shape == null ? "(" + lat + "," + lon + ")" : shape);
    if (point == null || Math.abs(point.lon()) > 180 || Math.abs(point.lat()) > 90) {
      throw new Unusable("bad_coordinates", lon + ", " + lat);
    }
    return new WKBWriter()
        .write(new GeometryFactory().createPoint(new Coordinate(point.lon(), point.lat())));
  }
}
