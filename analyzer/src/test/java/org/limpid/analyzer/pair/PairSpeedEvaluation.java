package org.limpid.analyzer.pair;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.PairProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.evaluate.RegressionMetrics;

/**
 * How good predicted rates are on deep-learning models that were not learnt from.
 *
 * <p>Each model in turn is held out with all its pairs, in whichever place it stands there. The
 * rates of its workloads are then predicted, so every measured rate is predicted once.
 *
 * @param rows the model and two baselines
 */
public record PairSpeedEvaluation(List<Row> rows) {
  public PairSpeedEvaluation {
    rows = List.copyOf(rows);
  }

  /**
   * One way to predict.
   *
   * @param method its name
   * @param rateCount how many rates were predicted
   * @param meanAbsoluteError mean of |truth - predicted|
   * @param rootMeanSquaredError root of the mean of (truth - predicted)^2
   * @param r2 share of the variance explained, see {@link RegressionMetrics#r2}
   * @param spearman rank correlation; {@code NaN} where it is undefined
   */
  public record Row(
      String method,
      int rateCount,
      double meanAbsoluteError,
      double rootMeanSquaredError,
      double r2,
      double spearman) {
    private static Row of(String method, double[] truth, double[] predicted) {
      return new Row(
          method,
          truth.length,
          RegressionMetrics.meanAbsoluteError(truth, predicted),
          RegressionMetrics.rootMeanSquaredError(truth, predicted),
          RegressionMetrics.r2(truth, predicted),
          RegressionMetrics.spearman(truth, predicted));
    }
  }

  /**
   * Holds out each model in turn. A model without which fewer than {@link
   * PairSpeedTrainer#FEWEST_PAIRS} pairs are left is not held out.
   *
   * @return without rows if no model can be held out
   */
  public static PairSpeedEvaluation leaveOneModelOut(
      PairSpeedTrainer trainer, List<WorkloadProfile> singles, List<PairProfile> pairs) {
    return of(HeldOutRates.of("EBM", trainer, singles, pairs));
  }

  private static PairSpeedEvaluation of(HeldOut held) {
    double[] ones = new double[held.rows().size()];
    Arrays.fill(ones, 1);
    return new PairSpeedEvaluation(
        held.rows().isEmpty()
            ? List.of()
            : List.of(
                Row.of(held.model(), held.actual(), held.predicted()),
                Row.of("mean of training", held.actual(), held.baseline()),
                Row.of("rate 1", held.actual(), ones)));
  }
}
