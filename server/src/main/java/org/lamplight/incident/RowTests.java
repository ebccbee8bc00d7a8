package org.lamplight.incident;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.lamplight.filter.Condition;
import org.lamplight.filter.RowFilter;
import org.lamplight.geo.BBox;

/** Tests of conditions over the columns of an index. */
final class RowTests implements RowFilter.Leaves {

  private final IncidentIndex index;

  RowTests(IncidentIndex index) {
    this.index = index;
  }

  @Override
  public Optional<IntPredicate> test(Condition leaf) {
    if (leaf instanceof Condition.AnyOf any) {
      return anyOf(any);
    } else if (leaf instanceof Condition.Overlaps overlaps) {
      return Optional.of(overlaps(overlaps.values()));
    } else if (leaf instanceof Condition.HasBits has) {
      return Optional.of(row -> (index.flags[row] & has.bits()) == has.bits());
    } else if (leaf instanceof Condition.During during
        && during.property().equals("occurredFrom")) {
      return Optional.of(during(during));
    } else if (leaf instanceof Condition.InBox in) {
      return Optional.of(inBoxes(in.boxes()));
    } else if (leaf instanceof Condition.InMetricBox box) {
      return Optional.of(row -> index.x[row] >= box.minX()
          && index.x[row] <= box.maxX()
          && index.y[row] >= box.minY()
          && index.y[row] <= box.maxY());
    }
    return Optional.empty();
  }

  private Optional<IntPredicate> anyOf(Condition.AnyOf any) {
    return switch (any.property()) {
      case "codeId" -> Optional.of(among(any.values(), row -> index.code[row]));
      case "hour" -> Optional.of(among(any.values(), row -> index.hourOfWeek[row] % 24));
      case "weekday" -> Optional.of(among(any.values(), row -> index.hourOfWeek[row] / 24 + 1));
      case "firearm" ->
        Optional.of(row -> any.values().contains((index.flags[row] & IncidentIndex.FIREARM) != 0));
      default -> Optional.empty();
    };
  }

  private static IntPredicate among(List<?> values, java.util.function.IntUnaryOperator column) {
    BitSet allowed = new BitSet();
    for (Object value : values) {
      allowed.set((Integer) value);
    }
    return row -> allowed.get(column.applyAsInt(row));
  }

  /** An area's number is in one set only, so that the columns of the sets are tried in turn. */
  private IntPredicate overlaps(List<Integer> areas) {
    BitSet wanted = new BitSet();
    areas.forEach(wanted::set);
    int[][] columns = index.areas.values().toArray(int[][]::new);
    return row -> {
      for (int[] column : columns) {
        if (column[row] != 0 && wanted.get(column[row])) {
          return true;
        }
      }
      return false;
    };
  }

  /** Seconds are whole in the index, so that the bounds are rounded up to whole seconds. */
  private IntPredicate during(Condition.During during) {
    long since = ceil(during.since(), Long.MIN_VALUE);
    long until = ceil(during.until(), Long.MAX_VALUE);
    return row -> index.second[row] >= since && index.second[row] < until;
  }

  private static long ceil(@org.jspecify.annotations.Nullable Instant bound, long open) {
    if (bound == null) {
      return open;
    }
    return bound.getNano() == 0 ? bound.getEpochSecond() : bound.getEpochSecond() + 1;
  }

  private IntPredicate inBoxes(List<BBox> boxes) {
    if (boxes.size() == 1) {
      BBox box = boxes.get(0);
      return row -> box.contains(index.lon[row], index.lat[row]);
    }
    return row -> boxes.stream().anyMatch(box -> box.contains(index.lon[row], index.lat[row]));
  }
}
