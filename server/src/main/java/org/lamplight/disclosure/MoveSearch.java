package org.lamplight.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest cells to hide so that one side of a small cell's interval stays open.
 *
 * <p>This is the hypercube method (Repsilber 1994) on two hierarchies: an amount enters a base cell (a, t), leaves (a, t') and (b, t), and
 * enters (b, t'), or the reverse. Sums above the four cells change only where the two units, or the two periods, lie below different
 * parents; those must be hidden as well. Either side may stay open-ended: then the sums up to the root must be hidden. What can
 * flow around rectangles that are hidden already counts first; the rest needs one more rectangle.
 */
final class MoveSearch {

  private static final int NOWHERE = -1;

  private final Board board;
  private final CountTable table;
  private final Capacity capacity;
  private final Lines units;
  private final Lines periods;
  private final Map<List<Integer>, int[]> others = new HashMap<>();

  MoveSearch(Board board, Capacity capacity) {
    this.board = board;
    this.table = board.table;
    this.capacity = capacity;
    this.units = new Lines(table.units());
    this.periods = new Lines(table.periods());
  }

  /**
   * The cells of the move of least weight below the limit, the first found of equal ones; null where there is none. Cost: leaf units times
   * months of a year, for each source.
   */
  @Nullable
  Move cheapest(Demand demand, int limit) {
    Move best = null;
    for (int source : demand.sources()) {
      Move found = new Around(demand, source).cheapest(best == null ? limit : best.weight());
      if (found != null) {
        best = found;
      }
      if (best != null && best.weight() == 0) {
        break;
      }
    }
    return best;
  }

  /** The rectangles around one base cell. */
  private final class Around {
    private final Demand demand;
    private final int unit;
    private final int period;
    private final int[] otherUnits;
    private final int[] otherPeriods;
    private final double[] ofUnits;
    private final double[] ofPeriods;

    Around(Demand demand, int source) {
      this.demand = demand;
      this.unit = table.unit(source);
      this.period = table.period(source);
      this.otherPeriods = others.computeIfAbsent(
          List.of(1, period, table.period(demand.primary())), key -> otherPeriods());
      this.otherUnits = others.computeIfAbsent(
          List.of(0, unit, table.unit(demand.primary()), table.periods().root(period)),
          key -> otherUnits());
      this.ofUnits = Arrays.stream(otherUnits)
          .mapToDouble(u -> u == NOWHERE ? Double.MAX_VALUE : besideInPeriod(table.cell(u, period)))
          .toArray();
      this.ofPeriods = Arrays.stream(otherPeriods)
          .mapToDouble(p -> p == NOWHERE ? Double.MAX_VALUE : besideInRow(table.cell(unit, p)))
          .toArray();
    }

    /** How much another period of the source's unit can give when the source takes, or take when it gives. */
    private double besideInRow(int cell) {
      return demand.up() ? capacity.fallAlongRow(cell) : rise(cell);
    }

    /** The same for another unit in the source's period. */
    private double besideInPeriod(int cell) {
      return demand.up() ? capacity.fallAcrossUnits(cell) : rise(cell);
    }

    private double rise(int cell) {
      return board.canRise(cell) ? Double.MAX_VALUE : 0;
    }

    private double across(int u, int p) {
      if (otherUnits[u] == NOWHERE || otherPeriods[p] == NOWHERE) {
        return Double.MAX_VALUE;
      }
      int cell = table.cell(otherUnits[u], otherPeriods[p]);
      return demand.up() ? rise(cell) : capacity.fallAcrossUnits(cell);
    }

    private double flow(int u, int p) {
      double sides = Math.min(ofUnits[u], ofPeriods[p]);
      return sides <= 0 ? 0 : Math.min(sides, across(u, p));
    }

    @Nullable
    Move cheapest(int limit) {
      double need = capacity.need(demand);
      Move move = new Move();
      for (int p = 0; p < otherPeriods.length && need > 0; p++) {
        for (int u = 0; u < otherUnits.length && need > 0; u++) {
          double flow = isOpen(u, p) ? flow(u, p) : 0;
          if (flow > 0 && weight(u, p, 1) == 0) {
            ofUnits[u] -= flow;
            ofPeriods[p] -= flow;
            need -= flow;
            move.add(changedUnits(u), changedPeriods(p));
          }
        }
      }
      return need <= 0 ? move : oneMore(move, need, limit);
    }

    private @Nullable Move oneMore(Move move, double need, int limit) {
      int best = limit;
      int unitAt = NOWHERE;
      int periodAt = NOWHERE;
      for (int p = 0; p < otherPeriods.length; p++) {
        for (int u = 0; u < otherUnits.length; u++) {
          if (flow(u, p) >= need) {
            int weight = weight(u, p, best);
            if (weight < best) {
              best = weight;
              unitAt = u;
              periodAt = p;
            }
          }
        }
      }
      if (unitAt == NOWHERE) {
        return null;
      }
      move.add(changedUnits(unitAt), changedPeriods(periodAt));
      move.weigh(best);
      return move;
    }

    /** Whether the cells beside the source, and so perhaps the whole rectangle, are open already. */
    private boolean isOpen(int u, int p) {
      return (otherUnits[u] == NOWHERE || board.weight(table.cell(otherUnits[u], period)) == 0)
          && (otherPeriods[p] == NOWHERE || board.weight(table.cell(unit, otherPeriods[p])) == 0);
    }

    private int[] changedUnits(int u) {
      return otherUnits[u] == NOWHERE
          ? table.units().lineage(unit)
          : units.between(unit, otherUnits[u]);
    }

    private int[] changedPeriods(int p) {
      return otherPeriods[p] == NOWHERE
          ? table.periods().lineage(period)
          : periods.between(period, otherPeriods[p]);
    }

    private int weight(int u, int p, int limit) {
      int weight = 0;
      for (int changedUnit : changedUnits(u)) {
        for (int changedPeriod : changedPeriods(p)) {
          weight += board.weight(table.cell(changedUnit, changedPeriod));
          if (weight >= limit) {
            return limit;
          }
        }
      }
      return weight;
    }

    /** Nowhere, then the leaf periods of the same root that lie outside the primary cell's period. */
    private int[] otherPeriods() {
      Hierarchy all = table.periods();
      int outside = table.period(demand.primary());
      return IntStream.concat(
              IntStream.of(NOWHERE),
              Arrays.stream(all.leaves(all.root(period))).filter(p -> !all.isWithin(p, outside)))
          .toArray();
    }

    /** Nowhere, then the leaf units outside the primary cell's unit, siblings first, each year from another start: none is always chosen. */
    private int[] otherUnits() {
      Hierarchy all = table.units();
      int outside = table.unit(demand.primary());
      int turn = table.periods().root(period) * 7;
      IntStream widening = IntStream.of(NOWHERE);
      int inner = unit;
      for (int ancestor : all.lineage(unit)) {
        int[] leaves = all.leaves(ancestor);
        int below = inner;
        widening = IntStream.concat(
            widening,
            IntStream.range(0, leaves.length)
                .map(i -> leaves[(i + turn) % leaves.length])
                .filter(u -> below != ancestor && !all.isWithin(u, below)));
        inner = ancestor;
      }
      return widening.filter(u -> u == NOWHERE || !all.isWithin(u, outside)).toArray();
    }
  }

  /** Cells that change when amounts flow around one or more rectangles, and the weight of those still shown. */
  static final class Move {
    private final List<int[]> changed = new ArrayList<>();
    private int weight;

    private void add(int[] changedUnits, int[] changedPeriods) {
      changed.add(changedUnits);
      changed.add(changedPeriods);
    }

    private void weigh(int shown) {
      weight = shown;
    }

    int weight() {
      return weight;
    }

    /** The cells, some of them more than once. */
    int[] cells(CountTable table) {
      return IntStream.range(0, changed.size() / 2)
          .flatMap(i -> Arrays.stream(changed.get(2 * i))
              .flatMap(unit ->
                  Arrays.stream(changed.get(2 * i + 1)).map(period -> table.cell(unit, period))))
          .toArray();
    }
  }
}
