package org.lamplight.filter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.geo.BBox;

/**
 * What a row must satisfy. One tree, compiled to SQL ({@link SqlFilter}) and to masks over columns in memory
 * ({@link RowFilter}); both give the same rows. A comparison with a value that is missing is neither true nor false: neither it nor
 * its {@link Not} holds.
 */
public sealed interface Condition {

  /** Holds for every row. */
  static Condition always() {
    return new Every(List.of());
  }

  /** All of the parts hold; with no part, always. */
  record Every(List<Condition> parts) implements Condition {
    public Every {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of the parts holds; with no part, never. */
  record Either(List<Condition> parts) implements Condition {
    public Either {
      parts = List.copyOf(parts);
    }
  }

  /** The part is known not to hold. */
  record Not(Condition part) implements Condition {}

  /** The property equals one of the values; with no value, never. Values have the property's type. */
  record AnyOf(String property, List<?> values) implements Condition {
    public AnyOf {
      values = List.copyOf(values);
    }
  }

  /** How a property is compared with a value. */
  enum Order {
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }

  /** The property stands so to the value; texts by code point. */
  record Compare(String property, Order order, Object value) implements Condition {}

  /** The text property matches: {@code %} stands for any text, {@code _} for one character, a backslash takes their meaning away. */
  record Like(String property, String pattern, boolean ignoringCase) implements Condition {}

  /** The property has a value. */
  record Known(String property) implements Condition {}

  /** The list property holds at least one of the numbers: areas by their ids. */
  record Overlaps(String property, List<Integer> values) implements Condition {
    public Overlaps {
      values = List.copyOf(values);
    }
  }

  /** The one number of {@code all} that the list property holds is wanted; unknown where it holds none of them. */
  record OneOf(String property, List<Integer> wanted, List<Integer> all) implements Condition {
    public OneOf {
      wanted = List.copyOf(wanted);
      all = List.copyOf(all);
    }
  }

  /** The bits are set in the property. */
  record HasBits(String property, int bits) implements Condition {}

  /** The instant property lies in [since, until); null leaves that end open. Bounds are rounded to the database's microsecond. */
  record During(
      String property, @Nullable Instant since, @Nullable Instant until) implements Condition {
    public During {
      since = micros(since);
      until = micros(until);
    }

    private static @Nullable Instant micros(@Nullable Instant bound) {
      return bound == null ? null : bound.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** The geometry intersects one of the boxes, in CRS84, edges included. */
  record InBox(List<BBox> boxes) implements Condition {
    public InBox {
      boxes = List.copyOf(boxes);
    }
  }

  /** The geometry intersects the box in the city's metric CRS, in metres, edges included. */
  record InMetricBox(double minX, double minY, double maxX, double maxY) implements Condition {}

  /** The geometry intersects the shape, in CRS84, edges included. */
  record InShape(Shape shape) implements Condition {}

  /** This and the other. */
  default Condition and(Condition other) {
    if (equals(always())) {
      return other;
    }
    return other.equals(always()) ? this : new Every(List.of(this, other));
  }
}
