package org.lamplight.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hides secondary cells one demand after the other, each by its cheapest move, and then shows again what turned out not to be needed.
 *
 * <p>The greedy course and the clean-up are those of Kelly, Golden and Assad (1992); moves are found by {@link MoveSearch}. Demands whose
 * cheapest move is dear are left to the audit: in tables of mostly small cells the hidden cells protect each other.
 */
final class SecondaryChoice {

  private static final int REPORTS = 50;

  private static final String CHOOSING = "choosing which cells to hide";

  private final Board board;
  private final MoveSearch search;
  private final Progress progress;
  private final List<Demand> demands = new ArrayList<>();
  private final Map<Demand, int[]> moves = new LinkedHashMap<>();
  private final Set<Integer> secondary = new HashSet<>();

  SecondaryChoice(Board board, Capacity capacity, Progress progress) {
    this.board = board;
    this.search = new MoveSearch(board, capacity);
    this.progress = progress;
    Comparator<Integer> largestFirst =
        Comparator.comparingInt(cell -> -board.table.baseCells(cell).length);
    Arrays.stream(smallCells())
        .boxed()
        .sorted(largestFirst)
        .forEach(cell -> demands.addAll(List.of(Demand.of(board, cell))));
  }

  private int[] smallCells() {
    return IntStream.range(0, board.table.size()).filter(board::isSmall).toArray();
  }

  /** Hides what the demands need. Cost: demands times moves. */
  void choose() {
    progress.at(0, CHOOSING);
    meetAll();
    showAgain();
    progress.at(1, CHOOSING);
  }

  private void meetAll() {
    int told = Math.max(1, demands.size() / REPORTS);
    for (int i = 0; i < demands.size(); i++) {
      if (i % told == 0) {
        progress.at(0.7 * i / demands.size(), CHOOSING);
      }
      meet(demands.get(i));
    }
  }

  private void meet(Demand demand) {
    MoveSearch.Move move = search.cheapest(demand, Board.DEAREST);
    if (move == null) {
      return;
    }
    int[] cells = move.cells(board.table);
    moves.put(demand, cells);
    for (int cell : cells) {
      if (!board.isOpen(cell)) {
        board.hide(cell);
        secondary.add(cell);
      }
    }
  }

  /** Shows each secondary cell again, the least used first, where every demand that it serves can be met without it. */
  private void showAgain() {
    Map<Integer, Set<Demand>> uses = new HashMap<>();
    secondary.forEach(cell -> uses.put(cell, new LinkedHashSet<>()));
    moves.forEach((demand, cells) -> {
      for (int cell : cells) {
        use(uses, cell).add(demand);
      }
    });
    List<Integer> order = new ArrayList<>(secondary);
    order.sort(Comparator.<Integer>comparingInt(cell -> use(uses, cell).size())
        .thenComparingInt(cell -> cell));
    for (int cell : order) {
      showAgain(cell, uses);
    }
  }

  private static Set<Demand> use(Map<Integer, Set<Demand>> uses, int cell) {
    return uses.computeIfAbsent(cell, c -> new LinkedHashSet<>());
  }

  private void showAgain(int cell, Map<Integer, Set<Demand>> uses) {
    board.show(cell);
    Map<Demand, int[]> instead = new LinkedHashMap<>();
    for (Demand demand : use(uses, cell)) {
      MoveSearch.@Nullable Move move = search.cheapest(demand, 1);
      if (move == null) {
        board.hide(cell);
        return;
      }
      instead.put(demand, move.cells(board.table));
    }
    secondary.remove(cell);
    instead.forEach((demand, cells) -> {
      for (int old : moves.getOrDefault(demand, new int[0])) {
        use(uses, old).remove(demand);
      }
      for (int now : cells) {
        use(uses, now).add(demand);
      }
      moves.put(demand, cells);
    });
  }
}
