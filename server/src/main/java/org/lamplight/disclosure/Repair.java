package org.lamplight.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Hides further sums, and only sums, until the audit passes.
 *
 * <p>The audit reads shown base cells, so what it finds may depend on them; a base cell that were hidden for it could be told from that. Sums
 * are shared by all tables that must be answered alike. For each failing cell the steps widen: the cheapest move over sums; the sums
 * above its base cells within the district; those of the whole city; every sum of its year.
 */
final class Repair {

  private static final Capacity.Trust CAREFUL = new Capacity.Trust(0.7, 0.4, 1);

  /** A step for each failing cell. */
  private enum Step {
    MOVE("the sums of a row or column that gave too little away to hide it among them"),
    DISTRICT("the sums above it within its district"),
    CITY("the sums above it up to the whole city"),
    YEAR("every sum of its year");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    Step next() {
      return switch (this) {
        case MOVE -> DISTRICT;
        case DISTRICT -> CITY;
        case CITY, YEAR -> YEAR;
      };
    }
  }

  private final Board board;
  private final CountTable table;
  private final MoveSearch search;
  private final Auditor auditor;
  private final Map<Integer, Step> steps = new HashMap<>();
  private final List<Coarsening> coarsened = new ArrayList<>();

  Repair(Board board, Estimates estimates) {
    this.board = board;
    this.table = board.table;
    this.auditor = new Auditor(table, board.rule);
    this.search = new MoveSearch(board, new Capacity(board, estimates, CAREFUL));
  }

  /** Audits and hides until nothing fails or nothing is left to hide. Cost: an audit for each step. */
  void repair(Progress progress) {
    board.keepBaseCells();
    double done = 0;
    boolean more = true;
    while (more) {
      double from = done;
      double share = (1 - done) / 2;
      int[] failing = auditor
          .audit(board.hidden(), (fraction, words) -> progress.at(from + share * fraction, words))
          .failing();
      done += share;
      more = hideFor(failing);
    }
  }

  List<Coarsening> coarsened() {
    return coarsened;
  }

  /** One step for each failing cell. A cell for which nothing is left to hide goes further only when no other cell's step may help it. */
  private boolean hideFor(int[] failing) {
    boolean any = false;
    for (int cell : failing) {
      any |= hide(cell, steps.getOrDefault(cell, Step.MOVE));
    }
    for (int i = 0; i < failing.length && !any; i++) {
      Step step = steps.getOrDefault(failing[i], Step.MOVE);
      while (!any && step != Step.YEAR) {
        step = step.next();
        any = hide(failing[i], step);
      }
    }
    return any;
  }

  private boolean hide(int primary, Step step) {
    int[] cells = cells(primary, step);
    if (cells.length == 0) {
      return false;
    }
    Arrays.stream(cells).forEach(board::hide);
    coarsened.add(new Coarsening(primary, cells, step.words));
    steps.put(primary, step.next());
    return true;
  }

  private int[] cells(int primary, Step step) {
    IntStream cells = switch (step) {
      case MOVE -> ofMoves(primary);
      case DISTRICT -> above(primary, unit -> table.units().parent(unit) >= 0);
      case CITY -> above(primary, unit -> true);
      case YEAR -> ofYear(primary);
    };
    return cells
        .filter(cell -> board.weight(cell) > 0 && board.weight(cell) < Board.CLOSED)
        .distinct()
        .sorted()
        .toArray();
  }

  private IntStream ofMoves(int primary) {
    return Arrays.stream(Demand.of(board, primary))
        .map(demand -> search.cheapest(demand, Board.DEAREST))
        .flatMapToInt(move -> move == null ? IntStream.empty() : Arrays.stream(move.cells(table)));
  }

  private IntStream above(int primary, IntPredicate which) {
    return Arrays.stream(table.baseCells(primary))
        .filter(base -> !board.isZero(base))
        .flatMap(base -> Arrays.stream(table.units().lineage(table.unit(base)))
            .filter(which)
            .flatMap(unit -> Arrays.stream(table.periods().lineage(table.period(base)))
                .map(period -> table.cell(unit, period))));
  }

  private IntStream ofYear(int primary) {
    int year = table.periods().root(table.period(primary));
    return IntStream.range(0, table.size())
        .filter(cell -> table.periods().root(table.period(cell)) == year);
  }
}
