package org.lamplight.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The linear program of one part of a publication: every table that a reader cannot rule out.
 *
 * <p>Each open cell is split at its protected top: the part below counts towards an objective that pushes many cells up at once, the
 * part above does not. Solved by the simplex method (GLOP), each time from where the last one ended. Holds native memory: close it.
 */
final class PartProgram implements AutoCloseable {

  /** How far a solution may miss a sum or a bound. */
  static final double TOLERANCE = 1e-6;

  private final MPSolver solver;
  private final MPVariable[] below;
  private final MPVariable[] above;

  /**
   * @param least by position in the part: what readers know the cell to be at least
   * @param tops by position: the protected top, at least {@code least}
   */
  PartProgram(OpenParts.Part part, int[] least, int[] tops) {
    Loader.loadNativeLibraries();
    this.solver = new MPSolver("part", MPSolver.OptimizationProblemType.GLOP_LINEAR_PROGRAMMING);
    this.below = new MPVariable[least.length];
    this.above = new MPVariable[least.length];
    for (int i = 0; i < least.length; i++) {
      below[i] = solver.makeNumVar(least[i], tops[i], "");
      above[i] = solver.makeNumVar(0, MPSolver.infinity(), "");
    }
    for (OpenParts.Sum sum : part.sums()) {
      MPConstraint constraint = solver.makeConstraint(sum.known(), sum.known(), "");
      for (int i = 0; i < sum.cells().length; i++) {
        int position = Arrays.binarySearch(part.cells(), sum.cells()[i]);
        constraint.setCoefficient(below[position], sum.factors()[i]);
        constraint.setCoefficient(above[position], sum.factors()[i]);
      }
    }
    solver.setSolverSpecificParametersAsString("use_preprocessing: false");
  }

  /** A possible table in which the weighted sum of the cells, each counted up to its top, is greatest; empty where the solver gave up. */
  Optional<double[]> highest(double[] weights) {
    return solve(weights, true);
  }

  /** A possible table in which the weighted sum of the cells is least; empty where the solver gave up. */
  Optional<double[]> lowest(double[] weights) {
    return solve(weights, false);
  }

  private Optional<double[]> solve(double[] weights, boolean up) {
    MPObjective objective = solver.objective();
    objective.clear();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        objective.setCoefficient(below[i], weights[i]);
        if (!up) {
          objective.setCoefficient(above[i], weights[i]);
        }
      }
    }
    objective.setOptimizationDirection(up);
    if (!isSolved()) {
      return Optional.empty();
    }
    double[] values = new double[below.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = below[i].solutionValue() + above[i].solutionValue();
    }
    return Optional.of(values);
  }

  /** Solves; where the last solution is no good start, once more from nothing. */
  private boolean isSolved() {
    if (solver.solve() == MPSolver.ResultStatus.OPTIMAL) {
      return true;
    }
    solver.reset();
    return solver.solve() == MPSolver.ResultStatus.OPTIMAL;
  }

  @Override
  public void close() {
    solver.delete();
  }
}
