package org.lamplight.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.filter.Condition;
import org.lamplight.filter.RowFilter;
import org.lamplight.filter.RowMask;
import org.lamplight.geo.BBox;

/** Masks of conditions over the columns of a snapshot. */
final class RowMasks implements RowFilter.Leaves {

  private final Snapshot snapshot;
  private final SnapshotColumns columns;
  private final PlaceMasks places;

  RowMasks(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.columns = snapshot.columns;
    this.places = new PlaceMasks(snapshot);
  }

  @Override
  public Optional<RowMask> holds(Condition leaf) {
    if (leaf instanceof Condition.AnyOf any) {
      return anyOf(any);
    } else if (leaf instanceof Condition.Overlaps overlaps) {
      return Optional.of(areas(overlaps.values()));
    } else if (leaf instanceof Condition.OneOf one) {
      return Optional.of(areas(one.wanted()));
    } else if (leaf instanceof Condition.HasBits has) {
      return Optional.of(bits(has.bits()));
    } else if (leaf instanceof Condition.During during) {
      return during.property().equals("occurredFrom")
          ? Optional.of(during(during.since(), during.until()))
          : Optional.empty();
    } else if (leaf instanceof Condition.Compare compare) {
      return compare(compare);
    } else if (leaf instanceof Condition.Known known) {
      return known(known.property());
    }
    return place(leaf);
  }

  private Optional<RowMask> place(Condition leaf) {
    if (leaf instanceof Condition.InBox in) {
      return Optional.of(boxes(in.boxes()));
    } else if (leaf instanceof Condition.InMetricBox box) {
      return places.metricBox(box);
    } else if (leaf instanceof Condition.InShape in) {
      return Optional.of(places.shape(in.shape()));
    }
    return Optional.empty();
  }

  /** Only places and areas can be missing among what is in memory. */
  @Override
  public Optional<RowMask> refuted(Condition leaf) {
    if (leaf instanceof Condition.OneOf one) {
      return Optional.of(butNot(areas(one.all()), areas(one.wanted())));
    }
    Optional<RowMask> holds = holds(leaf);
    if (leaf instanceof Condition.InBox
        || leaf instanceof Condition.InMetricBox
        || leaf instanceof Condition.InShape) {
      return holds.map(mask -> butNot(places.placed(), mask));
    }
    return holds.map(mask -> butNot(RowMask.constant(true), mask));
  }

  private static RowMask butNot(RowMask all, RowMask not) {
    return (from, to, out) -> {
      all.fill(from, to, out);
      long[] without = new long[to - from];
      not.fill(from, to, without);
      for (int word = 0; word < without.length; word++) {
        out[word] &= ~without[word];
      }
    };
  }

  private Optional<RowMask> known(String property) {
    return switch (property) {
      case "geometry" -> Optional.of(places.placed());
      case "id", "codeId", "hour", "weekday", "firearm", "flags", "occurredFrom" ->
        Optional.of(RowMask.constant(true));
      default -> Optional.empty();
    };
  }

  private Optional<RowMask> anyOf(Condition.AnyOf any) {
    List<?> values = any.values();
    return switch (any.property()) {
      case "codeId" -> Optional.of(Codes.of(columns.code, values));
      case "hour" -> Optional.of(hours(hour -> values.contains(hour % 24)));
      case "weekday" -> Optional.of(hours(hour -> values.contains(hour / 24 + 1)));
      case "firearm" -> Optional.of(firearm(values));
      case "id" -> Optional.of(ids(values));
      default -> Optional.empty();
    };
  }

  private RowMask hours(java.util.function.IntPredicate allowed) {
    byte[] table = new byte[1 << Byte.SIZE];
    for (int hour = 0; hour < 168; hour++) {
      table[hour] = (byte) (allowed.test(hour) ? 1 : 0);
    }
    return Codes.of(columns.hourOfWeek, table);
  }

  private RowMask firearm(List<?> values) {
    RowMask used = bits(SnapshotColumns.FIREARM);
    if (values.contains(true)) {
      return values.contains(false) ? RowMask.constant(true) : used;
    }
    return values.contains(false) ? butNot(RowMask.constant(true), used) : RowMask.constant(false);
  }

  private RowMask ids(List<?> values) {
    return rows(values.stream()
        .mapToInt(value -> RowsById.row(snapshot, (Long) value))
        .filter(row -> row >= 0)
        .toArray());
  }

  /** The mask of single rows. */
  private static RowMask rows(int[] rows) {
    return (from, to, out) -> {
      Arrays.fill(out, 0, to - from, 0);
      for (int row : rows) {
        if (row >>> 6 >= from && row >>> 6 < to) {
          out[(row >>> 6) - from] |= 1L << row;
        }
      }
    };
  }

  private RowMask bits(int bits) {
    short[] column = columns.flags;
    return (from, to, out) -> {
      for (int word = from; word < to; word++) {
        long found = 0;
        int end = Math.min(64, column.length - (word << 6));
        for (int bit = 0; bit < end; bit++) {
          found |= ((column[word << 6 | bit] & bits) == bits ? 1L : 0L) << bit;
        }
        out[word - from] = found;
      }
    };
  }

  /** An area's number is in one set only. */
  private RowMask areas(List<Integer> wanted) {
    List<RowMask> masks = new ArrayList<>();
    for (int set = 0; set < columns.areas.length; set++) {
      int[] ids = columns.areaIds[set];
      List<Integer> positions = new ArrayList<>();
      for (int position = 1; position <= ids.length; position++) {
        if (wanted.contains(ids[position - 1])) {
          positions.add(position);
        }
      }
      if (!positions.isEmpty()) {
        masks.add(Codes.of(columns.areas[set], positions));
      }
    }
    return Codes.any(masks);
  }

  private RowMask during(@Nullable Instant since, @Nullable Instant until) {
    return new TimeMask(snapshot, since, until);
  }

  private Optional<RowMask> compare(Condition.Compare compare) {
    Condition.Order order = compare.order();
    Object value = compare.value();
    if (compare.property().equals("occurredFrom") && value instanceof Instant instant) {
      Instant next = instant.plusNanos(1_000);
      return Optional.of(
          switch (order) {
            case BELOW -> during(null, instant);
            case AT_MOST -> during(null, next);
            case ABOVE -> during(next, null);
            case AT_LEAST -> during(instant, null);
          });
    }
    if (!(value instanceof Number number)) {
      return Optional.empty();
    }
    double bound = number.doubleValue();
    return switch (compare.property()) {
      case "hour" -> Optional.of(hours(hour -> stands(hour % 24, order, bound)));
      case "weekday" -> Optional.of(hours(hour -> stands(hour / 24 + 1, order, bound)));
      default -> Optional.empty();
    };
  }

  private static boolean stands(int value, Condition.Order order, double bound) {
    return switch (order) {
      case BELOW -> value < bound;
      case AT_MOST -> value <= bound;
      case ABOVE -> value > bound;
      case AT_LEAST -> value >= bound;
    };
  }

  private RowMask boxes(List<BBox> boxes) {
    return Codes.any(boxes.stream().map(places::box).toList());
  }
}
