package org.lamplight.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.IncidentFormat.Column;
import org.lamplight.city.SiteFormat;
import org.lamplight.ingest.GeoJsonShape.Unusable;

/** Reads a row of {@code slug,name,name_es,operator,description,sign,source} as a program. */
final class ProgramReader {

  private final Header header;

  ProgramReader(Header header) {
    this.header = header;
  }

  /** A program as the profile describes it. */
  static ProgramRow of(SiteFormat.Program program) {
    return new ProgramRow(
        program.slug(),
        program.name().en(),
        program.name().es(),
        program.operator(),
        program.description(),
        program.sign(),
        program.source());
  }

  ProgramRow read(Row row) throws Unusable {
    if (row.width() != header.width()) {
      throw new Unusable("ragged_row", row.width() + " fields");
    }
    String slug = need(row, "slug");
    if (!slug.equals(Slugs.of(slug))) {
      throw new Unusable("bad_slug", slug);
    }
    return new ProgramRow(
        slug,
        need(row, "name"),
        find(row, "name_es"),
        find(row, "operator"),
        find(row, "description"),
        need(row, "sign"),
        find(row, "source"));
  }

  private @Nullable String find(Row row, String column) {
    return FieldReader.of(new Column(List.of(column), null, null), header, List.of())
        .read(row);
  }

  private String need(Row row, String column) throws Unusable {
    String text = find(row, column);
    if (text == null) {
      throw new Unusable("missing_" + column, "");
    }
    return text;
  }
}
