package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.limpid.interpret.ebm.objective.PinballLoss;

/**
 * A bag under the absolute error, without weights and inner bags. All that a gradient tells is on
 * which side of its target a score lies, and all hessians are equal: histograms are sums of small
 * whole numbers. Scores are of single precision.
 */
final class AbsoluteErrorBag extends BagState {
  private final PinballLoss objective;
  private final double hessian;
  private final double[] targets;
  private final int[] validationRows;
  private final float[] scores;
  private final float[] floors;
  private final float[] ceilings;
  private final int[] training;
  private final int[] sides;
  private final double[] dense;
  private final float[] table;
  private int[] sideSums = {};

  AbsoluteErrorBag(
      StageTerms terms,
      BagRows rows,
      PinballLoss objective,
      double[] targets,
      IntToDoubleFunction start) {
    super(terms, rows, 1);
    this.objective = objective;
    this.targets = targets;
    hessian = (float) (1 / objective.spread());
    dense = new double[terms.mostCells()];
    table = new float[Kernels.tableSize(terms.mostCells())];
    validationRows = rows.validationRows();
    int places = 2 * terms.matrix().half();
    scores = new float[places];
    floors = new float[places];
    ceilings = new float[places];
    training = new int[places];
    sides = new int[places];
    for (int row = 0; row < rows.rowCount(); row++) {
      scores[row] = (float) start.applyAsDouble(row);
      float nearest = (float) targets[row];
      floors[row] = nearest > targets[row] ? Math.nextDown(nearest) : nearest;
      ceilings[row] = nearest < targets[row] ? Math.nextUp(nearest) : nearest;
      training[row] = rows.isValidation(row) ? 0 : -1;
    }
    Kernels.sides(scores, floors, ceilings, training, sides);
  }

  @Override
  Histogram histogram(int term) {
    int cells = terms.shape(term).cellCount();
    int stride = Kernels.tableSize(cells);
    sideSums = Kernels.zeros(sideSums, 2 * stride);
    Kernels.sumSides(sides, terms.cells(term), sideSums);
    for (int cell = 0; cell < cells; cell++) {
      histogram.gradients[cell] = 0.5 * (sideSums[cell] + sideSums[stride + cell]);
    }
    if (histogram.counts != counts.training(term)) {
      histogram.counts = counts.training(term);
      for (int cell = 0; cell < cells; cell++) {
        histogram.hessians[cell] = hessian * histogram.counts[cell];
      }
    }
    histogram.cellCount = cells;
    return histogram;
  }

  @Override
  Step apply(Step step) {
    int cells = terms.shape(step.term()).cellCount();
    Arrays.fill(dense, 0, cells, 0);
    step.addTo(dense);
    for (int cell = 0; cell < cells; cell++) {
      table[cell] = (float) dense[cell];
    }
    Kernels.addTable(scores, terms.cells(step.term()), table);
    Kernels.sides(scores, floors, ceilings, training, sides);
    return step;
  }

  @Override
  double validationLoss() {
    double total = 0;
    for (int row : validationRows) {
      total += objective.loss(scores, targets, row);
    }
    return total / validationRows.length;
  }
}
