package org.lamplight.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.lamplight.geo.BBox;

/** The leaves of a condition as SQL; values go into the bindings. */
final class SqlLeaves {

  private final Columns columns;
  private final int srid;
  private final Map<String, Object> bindings;

  SqlLeaves(Columns columns, int srid, Map<String, Object> bindings) {
    this.columns = columns;
    this.srid = srid;
    this.bindings = bindings;
  }

  String holds(Condition leaf) {
    if (leaf instanceof Condition.AnyOf any) {
      return any.values().isEmpty()
          ? "false"
          : columns.expression(any.property()) + " = any(" + array(any.values()) + ")";
    } else if (leaf instanceof Condition.Overlaps overlaps) {
      return overlaps(overlaps.property(), overlaps.values());
    } else if (leaf instanceof Condition.OneOf one) {
      return overlaps(one.property(), one.wanted());
    } else if (leaf instanceof Condition.HasBits has) {
      String bits = bind(has.bits());
      return "(" + columns.expression(has.property()) + " & " + bits + ") = " + bits;
    } else if (leaf instanceof Condition.During during) {
      return during(during);
    } else if (leaf instanceof Condition.Compare compare) {
      return compare(compare);
    } else if (leaf instanceof Condition.Like like) {
      return columns.expression(like.property())
          + (like.ignoringCase() ? " ilike " : " like ")
          + bind(like.pattern());
    } else if (leaf instanceof Condition.Known known) {
      return expressionOrGeometry(known.property()) + " is not null";
    }
    return place(leaf);
  }

  private String place(Condition leaf) {
    if (leaf instanceof Condition.InBox in) {
      return boxes(in.boxes());
    } else if (leaf instanceof Condition.InMetricBox box) {
      return metricBox(box);
    } else if (leaf instanceof Condition.InShape in) {
      // ST_Disjoint asks GEOS, whose predicate is exact as JTS's is; ST_Intersects of a point has
      // one
      // of its own that is not.
      String shape = "ST_GeomFromEWKT(" + bind(in.shape().ewkt()) + ")";
      return "(" + columns.geometry() + " && " + shape + " and not ST_Disjoint("
          + columns.geometry() + ", " + shape + "))";
    }
    throw new IllegalArgumentException("no leaf: " + leaf);
  }

  /** That the leaf is known not to hold. */
  String refuted(Condition leaf) {
    if (leaf instanceof Condition.AnyOf any && any.values().isEmpty()) {
      return columns.expression(any.property()) + " is not null";
    } else if (leaf instanceof Condition.OneOf one) {
      return "(" + overlaps(one.property(), one.all()) + " and not "
          + overlaps(one.property(), one.wanted()) + ")";
    } else if (leaf instanceof Condition.InBox
        || leaf instanceof Condition.InMetricBox
        || leaf instanceof Condition.InShape) {
      return "(" + columns.geometry() + " is not null and not " + holds(leaf) + ")";
    }
    return "not (" + holds(leaf) + ")";
  }

  private String expressionOrGeometry(String property) {
    return property.equals("geometry") ? columns.geometry() : columns.expression(property);
  }

  private String overlaps(String property, List<Integer> values) {
    return columns.expression(property) + " && " + array(values);
  }

  private String compare(Condition.Compare compare) {
    Object value = compare.value();
    String column = columns.expression(compare.property());
    if (value instanceof Instant instant) {
      value = instant.atOffset(ZoneOffset.UTC);
    } else if (value instanceof String) {
      column += " collate \"C\"";
    }
    return column + " " + compare.order().sql + " " + bind(value);
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
