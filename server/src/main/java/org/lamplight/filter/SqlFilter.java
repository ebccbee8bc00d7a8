package org.lamplight.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.lamplight.geo.BBox;

/**
 * A condition as SQL: text for a WHERE clause and the values to bind by name. Every value is bound.
 *
 * @param where a boolean expression, in parentheses where it needs them
 * @param bindings value by name, as they stand in the text behind a colon
 */
public record SqlFilter(String where, Map<String, Object> bindings) {

  /** Compiles for the columns; {@code metricSrid} is the EPSG code of the city's metric CRS. */
  public static SqlFilter of(Condition condition, Columns columns, int metricSrid) {
    Compiler compiler = new Compiler(columns, metricSrid);
    return new SqlFilter(compiler.text(condition), compiler.bindings);
  }

  private static final class Compiler {
    private final Columns columns;
    private final int srid;
    private final Map<String, Object> bindings = new LinkedHashMap<>();

    Compiler(Columns columns, int srid) {
      this.columns = columns;
      this.srid = srid;
    }

    String text(Condition condition) {
      if (condition instanceof Condition.Every every) {
        return every(every);
      } else if (condition instanceof Condition.AnyOf any) {
        return any.values().isEmpty()
            ? "false"
            : columns.expression(any.property()) + " = any(" + array(any.values()) + ")";
      } else if (condition instanceof Condition.Overlaps overlaps) {
        return columns.expression(overlaps.property()) + " && " + array(overlaps.values());
      } else if (condition instanceof Condition.HasBits has) {
        String bits = bind(has.bits());
        return "(" + columns.expression(has.property()) + " & " + bits + ") = " + bits;
      } else if (condition instanceof Condition.During during) {
        return during(during);
      } else if (condition instanceof Condition.InBox in) {
        return boxes(in.boxes());
      }
      return metricBox((Condition.InMetricBox) condition);
    }

    private String every(Condition.Every every) {
      if (every.parts().isEmpty()) {
        return "true";
      }
      StringJoiner parts = new StringJoiner(" and ", "(", ")");
      every.parts().forEach(part -> parts.add(text(part)));
      return parts.toString();
    }

    private String during(Condition.During during) {
      String column = columns.expression(during.property());
      List<String> parts = new ArrayList<>();
      Instant since = during.since();
      if (since != null) {
        parts.add(column + " >= " + bind(since.atOffset(ZoneOffset.UTC)));
      }
      Instant until = during.until();
      if (until != null) {
        parts.add(column + " < " + bind(until.atOffset(ZoneOffset.UTC)));
      }
      return parts.isEmpty() ? "true" : "(" + String.join(" and ", parts) + ")";
    }

    private String boxes(List<BBox> boxes) {
      StringJoiner any = new StringJoiner(" or ", "(", ")");
      boxes.forEach(box -> any.add(box(box)));
      return boxes.isEmpty() ? "false" : any.toString();
    }

    /** The index compares 32-bit floats, so an exact test follows it. */
    private String box(BBox box) {
      String west = bind(box.west());
      String south = bind(box.south());
      String east = bind(box.east());
      String north = bind(box.north());
      String envelope =
          "ST_MakeEnvelope(" + west + ", " + south + ", " + east + ", " + north + ", 4326)";
      String exact = columns
          .point()
          .map(p -> p.lon() + " between " + west + " and " + east + " and " + p.lat() + " between "
              + south + " and " + north)
          .orElse("ST_Intersects(" + columns.geometry() + ", " + envelope + ")");
      return "(" + columns.geometry() + " && " + envelope + " and " + exact + ")";
    }

    private String metricBox(Condition.InMetricBox box) {
      String geometry = columns.metricGeometry();
      String minX = bind(box.minX());
      String minY = bind(box.minY());
      String maxX = bind(box.maxX());
      String maxY = bind(box.maxY());
      String envelope =
          "ST_MakeEnvelope(" + minX + ", " + minY + ", " + maxX + ", " + maxY + ", " + srid + ")";
      String exact = columns.point().isPresent()
          ? "ST_X(" + geometry + ") between " + minX + " and " + maxX + " and ST_Y(" + geometry
              + ") between " + minY + " and " + maxY
          : "ST_Intersects(" + geometry + ", " + envelope + ")";
      return "(" + geometry + " && " + envelope + " and " + exact + ")";
    }

    private String bind(Object value) {
      String name = "f" + bindings.size();
      bindings.put(name, value);
      return ":" + name;
    }

    /** The values as one bound array; kinds that have no array of their own in the driver go as text and are cast. */
    private String array(List<?> values) {
      Object first = values.isEmpty() ? 0 : values.get(0);
      if (first instanceof Integer) {
        return bind(values.stream().mapToInt(v -> (Integer) v).toArray());
      } else if (first instanceof Long) {
        return bind(values.stream().mapToLong(v -> (Long) v).toArray());
      } else if (first instanceof Double) {
        return bind(values.stream().mapToDouble(v -> (Double) v).toArray());
      }
      String text = bind(values.stream().map(Object::toString).toArray(String[]::new));
      if (first instanceof Instant) {
        return "cast(" + text + " as timestamptz[])";
      } else if (first instanceof LocalDate) {
        return "cast(" + text + " as date[])";
      }
      return first instanceof Boolean ? "cast(" + text + " as boolean[])" : text;
    }
  }
}
