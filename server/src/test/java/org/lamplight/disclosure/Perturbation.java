package org.lamplight.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes hidden base cells around rectangles so that every sum, and which cells are 0, small or large, stay as they are. */
final class Perturbation {

  private final CountTable table;
  private final SmallCells rule;
  private final List<int[]> rectangles = new ArrayList<>();

  private Perturbation(CountTable table, SmallCells rule) {
    this.table = table;
    this.rule = rule;
  }

  /** All rectangles of open base cells in one district and one quarter. */
  static Perturbation of(CountTable table, boolean[] hidden, SmallCells rule) {
    Perturbation all = new Perturbation(table, rule);
    for (int a = 0; a < table.units().size(); a++) {
      for (int b = a + 1; b < table.units().size(); b++) {
        if (table.units().isLeaf(a)
            && table.units().isLeaf(b)
            && table.units().parent(a) == table.units().parent(b)) {
          all.gather(hidden, a, b);
        }
      }
    }
    return all;
  }

  private void gather(boolean[] hidden, int a, int b) {
    Hierarchy periods = table.periods();
    for (int s = 0; s < periods.size(); s++) {
      for (int t = s + 1; t < periods.size(); t++) {
        if (periods.isLeaf(s)
            && periods.isLeaf(t)
            && periods.parent(s) >= 0
            && periods.parent(s) == periods.parent(t)) {
          boolean open = true;
          for (int cell :
              new int[] {table.cell(a, s), table.cell(a, t), table.cell(b, s), table.cell(b, t)}) {
            open &= hidden[cell] || !table.isListed(cell);
          }
          if (open) {
            rectangles.add(new int[] {a, b, s, t});
          }
        }
      }
    }
  }

  /** Tries a thousand random rectangles on counts by unit and month number; answers how many moved. */
  int apply(Random random, int[][] counts) {
    int moves = 0;
    int offset = table.periods().size() - counts[0].length;
    for (int i = 0; i < 1000 && !rectangles.isEmpty(); i++) {
      int[] at = rectangles.get(random.nextInt(rectangles.size()));
      int step = 1 + random.nextInt(3);
      int[][] cells = {
        {at[0], at[2] - offset, step},
        {at[0], at[3] - offset, -step},
        {at[1], at[2] - offset, -step},
        {at[1], at[3] - offset, step}
      };
      boolean fits = true;
      for (int[] cell : cells) {
        int now = counts[cell[0]][cell[1]];
        fits &= now > 0 && now + cell[2] > 0 && rule.isSmall(now) == rule.isSmall(now + cell[2]);
      }
      if (fits) {
        for (int[] cell : cells) {
          counts[cell[0]][cell[1]] += cell[2];
        }
        moves++;
      }
    }
    return moves;
  }
}
