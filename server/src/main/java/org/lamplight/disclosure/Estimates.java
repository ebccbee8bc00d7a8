package org.lamplight.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stand-ins for the counts of base cells, worked out from sums and from which cells are small, never from the counts themselves.
 *
 * <p>Rows and columns are scaled in turn to their sums (iterative proportional fitting, Deming and Stephan 1940), each cell kept within what
 * is known of its size. Small sums are not read. Cost: linear in the base cells, times the rounds.
 */
final class Estimates {

  private static final int ROUNDS = 40;

  private final Board board;
  private final double[] values;

  private Estimates(Board board, double[] values) {
    this.board = board;
    this.values = values;
  }

  static Estimates of(Board board) {
    Estimates estimates = new Estimates(board, new double[board.table.size()]);
    estimates.fit();
    return estimates;
  }

  /** The stand-in for a base cell, or the sum of those at or below a cell. */
  double at(int cell) {
    return values[cell];
  }

  private void fit() {
    CountTable table = board.table;
    List<int[]> groups = new ArrayList<>();
    List<Integer> sums = new ArrayList<>();
    for (int cell = 0; cell < table.size(); cell++) {
      boolean line =
          table.units().isLeaf(table.unit(cell)) || table.periods().isLeaf(table.period(cell));
      if (table.isBase(cell)) {
        values[cell] =
            clamp(cell, board.isSmall(cell) ? least(cell) + board.rule.width() / 2.0 : 0);
      } else if (line && board.total(cell) > 0) {
        groups.add(table.baseCells(cell));
        sums.add(board.total(cell));
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int g = 0; g < groups.size(); g++) {
        scale(groups.get(g), sums.get(g));
      }
    }
    for (int cell = 0; cell < table.size(); cell++) {
      if (!table.isBase(cell)) {
        values[cell] = Arrays.stream(table.baseCells(cell))
            .mapToDouble(base -> values[base])
            .sum();
      }
    }
  }

  private void scale(int[] cells, double sum) {
    double now = 0;
    double least = 0;
    for (int cell : cells) {
      now += values[cell];
      least += least(cell);
    }
    double above = now - least;
    double factor = above > 1e-9 ? Math.max(0, sum - least) / above : 1;
    for (int cell : cells) {
      values[cell] = clamp(cell, least(cell) + factor * (values[cell] - least(cell)));
    }
  }

  private double least(int cell) {
    return board.isZero(cell) ? 0 : board.isSmall(cell) ? 1 : board.rule.threshold();
  }

  /** Keeps a value within its size, and a little above the least of it, so that it can still grow. */
  private double clamp(int cell, double value) {
    if (board.isZero(cell)) {
      return 0;
    }
    double most = board.isSmall(cell) ? board.rule.threshold() - 1.0 : Double.MAX_VALUE;
    return Math.min(most, Math.max(least(cell) + 0.1, value));
  }
}
