package org.lamplight.filter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.geo.BBox;

/**
 * What a row must satisfy. One tree, compiled to SQL ({@link SqlFilter}) and to a test over columns in memory
 * ({@link RowFilter}); both give the same rows.
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

  /** The property equals one of the values; with no value, never. Values have the property's type. */
  record AnyOf(String property, List<?> values) implements Condition {
    public AnyOf {
      values = List.copyOf(values);
    }
  }

  /** The list property holds at least one of the numbers: areas by their ids. */
  record Overlaps(String property, List<Integer> values) implements Condition {
    public Overlaps {
      values = List.copyOf(values);
    }
  }

  /** The bits are set in the property. */
  record HasBits(String property, int bits) implements Condition {}

  /** The instant property lies in [since, until); null leaves that end open. */
  record During(
      String property, @Nullable Instant since, @Nullable Instant until) implements Condition {}

  /** The geometry intersects one of the boxes, in CRS84, edges included. */
  record InBox(List<BBox> boxes) implements Condition {
    public InBox {
      boxes = List.copyOf(boxes);
    }
  }

  /** The geometry intersects the box in the city's metric CRS, in metres, edges included. */
  record InMetricBox(double minX, double minY, double maxX, double maxY) implements Condition {}

  /** This and the other. */
  default Condition and(Condition other) {
    if (equals(always())) {
      return other;
    }
    return other.equals(always()) ? this : new Every(List.of(this, other));
  }
}
