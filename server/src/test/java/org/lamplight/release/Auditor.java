package org.lamplight.release;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An outsider who knows every published number of one group, and solves for the hidden ones: each sum is the sum of its parts, a hidden
 * cell is 1 or more, nothing is negative.
 */
final class Auditor {

  /** A neighborhood (or the row without a place) and a month. */
  record Base(String area, String month) {}

  /** A cell of any unit and period: the base cells that it is the sum of. */
  record Sum(List<Base> parts) {}

  /** The least and the largest value that a cell can have. */
  record Interval(double low, double high) {

    boolean single() {
      return high - low < 1e-6;
    }
  }

  /** No month of a neighborhood has more, which keeps what is open to all sides finite. */
  private static final int MOST = 10_000;

  static {
    Loader.loadNativeLibraries();
  }

  private final MPSolver solver = MPSolver.createSolver("GLOP");
  private final Map<Base, MPVariable> variables = new HashMap<>();

  /** Takes what is published of a cell; an empty count is hidden. */
  void learn(Sum cell, Optional<Integer> count) {
    MPConstraint constraint = count.isPresent()
        ? solver.makeConstraint(count.get(), count.get())
        : solver.makeConstraint(1, Double.POSITIVE_INFINITY);
    for (Base part : cell.parts()) {
      constraint.setCoefficient(variable(part), 1);
    }
  }

  private MPVariable variable(Base base) {
    return variables.computeIfAbsent(
        base, b -> solver.makeNumVar(0, MOST, b.area() + " " + b.month()));
  }

  /** What can be said of a cell. */
  Interval solve(Sum cell) {
    MPObjective objective = solver.objective();
    objective.clear();
    for (Base part : cell.parts()) {
      objective.setCoefficient(variable(part), objective.getCoefficient(variable(part)) + 1);
    }
    objective.setMinimization();
    double low = value();
    objective.setMaximization();
    return new Interval(low, value());
  }

  private double value() {
    // Each question from the start, whatever the one before left behind.
    solver.reset();
    MPSolver.ResultStatus status = solver.solve();
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new AssertionError("what is published contradicts itself: " + status);
    }
    return Objects.requireNonNull(solver).objective().value();
  }

  /** Base cells of an area that is made of others, in the months of a period. */
  static Sum sum(List<String> leaves, Period period) {
    List<Base> parts = new ArrayList<>();
    for (String leaf : leaves) {
      period.months().forEach(month -> parts.add(new Base(leaf, month.toString())));
    }
    return new Sum(parts);
  }
}
