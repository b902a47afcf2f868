package org.limpid.interpret.ebm;

import java.util.stream.IntStream;
import org.limpid.interpret.ebm.boost.TrainingRows;

/** The constant scores with which boosting begins. */
final class BestConstant {
  /** Losses are compared after so many halvings of an interval: more than a float has digits. */
  private static final int HALVINGS = 60;

  private static final double WIDEST = 1e30;

  private final TrainingRows rows;

  private BestConstant(TrainingRows rows) {
    this.rows = rows;
  }

  /**
   * The best constant scores of rows. Where something is added to each row, the constant is that
   * beside it: all objectives with one score are convex in it, so that the sum of gradients rises
   * and its root is found by halving an interval around it.
   */
  static double[] of(TrainingRows rows) {
    double[] alone = rows.objective().initialScores(rows.targets(), rows.weights());
    if (rows.offsets() == null) {
      return alone;
    }
    return new double[] {new BestConstant(rows).beside(alone[0] - meanOffset(rows))};
  }

  private static double meanOffset(TrainingRows rows) {
    double sum = 0;
    double weight = 0;
    for (int row = 0; row < rows.rowCount(); row++) {
      sum += weight(rows, row) * rows.offset(row, 0);
      weight += weight(rows, row);
    }
    return sum / weight;
  }

  private static double weight(TrainingRows rows, int row) {
    return rows.weights() == null ? 1 : rows.weights()[row];
  }

  private double beside(double guess) {
    double reach = 1;
    while (reach < WIDEST && !(slope(guess - reach) <= 0 && slope(guess + reach) >= 0)) {
      reach *= 2;
    }
    double low = guess - reach;
    double high = guess + reach;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low / 2 + high / 2;
      if (slope(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low / 2 + high / 2;
  }

  /** The derivative of the loss of all rows by the constant. */
  private double slope(double constant) {
    int count = rows.rowCount();
    float[] scores = new float[count];
    IntStream.range(0, count)
        .forEach(row -> scores[row] = (float) (constant + rows.offset(row, 0)));
    float[] gradients = new float[count];
    rows.objective().derivatives(scores, rows.targets(), gradients, new float[count], 0, count);
    return IntStream.range(0, count).mapToDouble(row -> weight(rows, row) * gradients[row]).sum();
  }
}
