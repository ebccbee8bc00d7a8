package org.lamplight.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The audit of one part: a possible table proves every cell that it puts low, or high, enough; what no such table proves is solved for
 * alone.
 */
final class PartAudit {

  /** Rounds of pushing all unproved cells at once that may prove nothing new before each is solved for alone. */
  private static final int IDLE_ROUNDS = 1;

  private final OpenParts.Part part;
  private final List<Integer> small = new ArrayList<>();
  private final int[] least;
  private final int[] floors;
  private final int[] tops;
  private final double[] low;
  private final double[] high;

  PartAudit(CountTable table, SmallCells rule, int[] floorOf, OpenParts.Part part) {
    this.part = part;
    int size = part.cells().length;
    this.least = new int[size];
    this.floors = new int[size];
    this.tops = new int[size];
    this.low = new double[size];
    this.high = new double[size];
    for (int i = 0; i < size; i++) {
      int cell = part.cells()[i];
      least[i] = table.isListed(cell) ? 1 : 0;
      if (rule.isSmall(table.count(cell))) {
        small.add(i);
        floors[i] = floorOf[cell];
      }
      tops[i] = Math.max(1, floors[i]) + rule.width();
      low[i] = table.count(cell);
      high[i] = table.count(cell);
    }
  }

  /** The intervals of the part's small cells. Errors: none; where the solver gives up, the interval is the count alone. */
  List<CellInterval> intervals() {
    if (!small.isEmpty() && !allProved()) {
      try (PartProgram program = new PartProgram(part, least, tops)) {
        prove(program, true);
        prove(program, false);
      }
    }
    List<CellInterval> intervals = new ArrayList<>();
    for (int i : small) {
      intervals.add(new CellInterval(part.cells()[i], low[i], high[i], floors[i]));
    }
    return intervals;
  }

  private boolean allProved() {
    return small.stream().allMatch(i -> isProved(i, true) && isProved(i, false));
  }

  private boolean isProved(int i, boolean up) {
    return up
        ? high[i] >= tops[i] - PartProgram.TOLERANCE
        : low[i] <= floors[i] + PartProgram.TOLERANCE;
  }

  private void prove(PartProgram program, boolean up) {
    int idle = 0;
    while (idle < IDLE_ROUNDS) {
      double[] weights = new double[least.length];
      int unproved = 0;
      for (int i : small) {
        if (!isProved(i, up)) {
          weights[i] = 1 + (i * 7 % 16) / 16.0;
          unproved++;
        }
      }
      if (unproved < 2) {
        break;
      }
      int before = unproved;
      push(program, weights, up);
      unproved = (int) small.stream().filter(i -> !isProved(i, up)).count();
      idle = unproved < before ? 0 : idle + 1;
    }
    for (int i : small) {
      if (!isProved(i, up)) {
        double[] weights = new double[least.length];
        weights[i] = 1;
        push(program, weights, up);
      }
    }
  }

  private void push(PartProgram program, double[] weights, boolean up) {
    Optional<double[]> table = up ? program.highest(weights) : program.lowest(weights);
    table.filter(this::isPossible).ifPresent(values -> {
      for (int i : small) {
        low[i] = Math.min(low[i], values[i]);
        high[i] = Math.max(high[i], values[i]);
      }
    });
  }

  /** Whether a solution really meets every sum and bound: the proof does not rest on the solver's word. */
  private boolean isPossible(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] < least[i] - PartProgram.TOLERANCE) {
        return false;
      }
    }
    for (OpenParts.Sum sum : part.sums()) {
      double missing = -sum.known();
      for (int i = 0; i < sum.cells().length; i++) {
        missing += sum.factors()[i] * values[Arrays.binarySearch(part.cells(), sum.cells()[i])];
      }
      if (Math.abs(missing) > PartProgram.TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
