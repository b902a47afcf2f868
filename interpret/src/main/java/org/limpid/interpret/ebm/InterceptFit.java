package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.ebm.boost.TermShape;
import org.limpid.interpret.ebm.boost.TrainingRows;
import org.limpid.interpret.ebm.objective.SquaredError;

/** Finds the intercept with which predictions are right on average over all rows. */
final class InterceptFit {
  private static final int NEWTON_STEPS = 100;
  private static final double NEWTON_RATE = 0.25;

  private final TrainingRows rows;
  private final ModelAssembly.CellOfRow[] cells;
  private final double[][] tables;

  InterceptFit(TrainingRows rows, List<TermShape> shapes, double[][] tables) {
    this.rows = rows;
    this.tables = tables;
    cells =
        shapes.stream()
            .map(shape -> new ModelAssembly.CellOfRow(rows.matrix(), shape))
            .toArray(ModelAssembly.CellOfRow[]::new);
  }

  void improve(double[] intercept) {
    if (rows.objective() instanceof SquaredError) {
      intercept[0] += meanResidual(intercept[0]);
    } else {
      newton(intercept);
    }
  }

  private double score(int row, int index, int scoreCount) {
    double sum = rows.offset(row, index);
    for (int t = 0; t < cells.length; t++) {
      sum += tables[t][cells[t].of(row) * scoreCount + index];
    }
    return sum;
  }

  private double weight(int row) {
    return rows.weights() == null ? 1 : rows.weights()[row];
  }

  private double meanResidual(double intercept) {
    double sum = 0;
    double weight = 0;
    for (int row = 0; row < rows.rowCount(); row++) {
      sum += weight(row) * (rows.targets()[row] - intercept - score(row, 0, 1));
      weight += weight(row);
    }
    return sum / weight;
  }

  private void newton(double[] intercept) {
    int count = intercept.length;
    float[] scores = new float[rows.rowCount() * count];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (intercept[i % count] + score(i / count, i % count, count));
    }
    float[] gradients = new float[scores.length];
    float[] hessians = new float[scores.length];
    for (int step = 0; step < NEWTON_STEPS; step++) {
      rows.objective().derivatives(scores, rows.targets(), gradients, hessians, 0, rows.rowCount());
      double[] change = change(gradients, hessians, count);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += (float) change[i % count];
      }
      Arrays.setAll(intercept, k -> intercept[k] + change[k]);
    }
  }

  private double[] change(float[] gradients, float[] hessians, int count) {
    double[] gradient = new double[count];
    double[] hessian = new double[count];
    for (int i = 0; i < gradients.length; i++) {
      gradient[i % count] += weight(i / count) * gradients[i];
      hessian[i % count] += weight(i / count) * hessians[i];
    }
    double[] change = new double[count];
    Arrays.setAll(change, k -> hessian[k] > 0 ? -NEWTON_RATE * gradient[k] / hessian[k] : 0);
    return change;
  }
}
