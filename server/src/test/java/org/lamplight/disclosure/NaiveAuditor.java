package org.lamplight.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader with a linear program: one unknown for each neighborhood and month, one constraint for each published number or mark; min and
 * max of each cell solved for one by one, nothing shared with the code under test.
 */
final class NaiveAuditor implements AutoCloseable {

  private final Published published;
  private final MPSolver solver;
  private final MPVariable[][] unknown;

  NaiveAuditor(Published published) {
    Loader.loadNativeLibraries();
    this.published = published;
    this.solver = new MPSolver("reader", MPSolver.OptimizationProblemType.GLOP_LINEAR_PROGRAMMING);
    this.unknown = new MPVariable[published.units.size()][published.periods.size()];
    for (int unit = 0; unit < published.units.size(); unit++) {
      for (int period = 0; period < published.periods.size(); period++) {
        if (published.units.isLeaf(unit) && published.periods.isLeaf(period)) {
          unknown[unit][period] = solver.makeNumVar(0, MPSolver.infinity(), "");
        }
      }
    }
    for (int unit = 0; unit < published.units.size(); unit++) {
      for (int period = 0; period < published.periods.size(); period++) {
        constrain(unit, period);
      }
    }
  }

  private void constrain(int unit, int period) {
    var number = published.number(unit, period);
    if (number.isEmpty() && !published.isMarked(unit, period)) {
      return;
    }
    MPConstraint constraint = number.isPresent()
        ? solver.makeConstraint(number.getAsInt(), number.getAsInt(), "")
        : solver.makeConstraint(1, MPSolver.infinity(), "");
    for (MPVariable part : parts(unit, period)) {
      constraint.setCoefficient(part, 1);
    }
  }

  private List<MPVariable> parts(int unit, int period) {
    List<MPVariable> parts = new ArrayList<>();
    for (int leaf : published.units.leaves(unit)) {
      for (int month : published.periods.leaves(period)) {
        parts.add(unknown[leaf][month]);
      }
    }
    return parts;
  }

  /** The least that a cell can be. */
  double min(int unit, int period) {
    return solve(unit, period, false);
  }

  /** The greatest that a cell can be, counted up to a bound. */
  double max(int unit, int period, double bound) {
    MPConstraint ceiling = solver.makeConstraint(-MPSolver.infinity(), bound, "");
    parts(unit, period).forEach(part -> ceiling.setCoefficient(part, 1));
    double max = solve(unit, period, true);
    ceiling.setUb(MPSolver.infinity());
    return max;
  }

  private double solve(int unit, int period, boolean up) {
    solver.objective().clear();
    parts(unit, period).forEach(part -> solver.objective().setCoefficient(part, 1));
    solver.objective().setOptimizationDirection(up);
    MPSolver.ResultStatus status = solver.solve();
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("no optimum: " + status);
    }
    return solver.objective().value();
  }

  @Override
  public void close() {
    solver.delete();
  }
}
