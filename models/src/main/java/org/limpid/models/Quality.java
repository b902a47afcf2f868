package org.limpid.models;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.limpid.interpret.evaluate.RegressionMetrics;

/** How good predictions are, in one number. */
public enum Quality {
  /** Mean of |actual - predicted|. */
  MAE("MAE", RegressionMetrics::meanAbsoluteError),
  /** Root of the mean of (actual - predicted)^2. */
  RMSE("RMSE", RegressionMetrics::rootMeanSquaredError),
  /** Mean of |ln(1 + actual) - ln(1 + predicted)|, for numbers of 0 or more. */
  LOG_ERROR(
      "log error",
      (actual, predicted) ->
          RegressionMetrics.meanAbsoluteError(logarithms(actual), logarithms(predicted))),
  /** Share of the variance that is explained. */
  R2("R²", RegressionMetrics::r2),
  /** Rank correlation; {@code NaN} where either side is constant. */
  SPEARMAN("Spearman", RegressionMetrics::spearman),
  /** Share of the rows whose predicted number is the actual one. */
  RIGHT("right", Quality::shareOfEqual);

  private final String label;
  private final ToDoubleBiFunction<double[], double[]> measure;

  Quality(String label, ToDoubleBiFunction<double[], double[]> measure) {
    this.label = label;
    this.measure = measure;
  }

  /** What it is called in captions and tables. */
  public String label() {
    return label;
  }

  /**
   * Measures.
   *
   * @param actual what was observed, at least one number
   * @param predicted as many
   */
  public double of(double[] actual, double[] predicted) {
    return measure.applyAsDouble(actual, predicted);
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(StrictMath::log1p).toArray();
  }

  private static double shareOfEqual(double[] actual, double[] predicted) {
    return IntStream.range(0, actual.length).filter(row -> actual[row] == predicted[row]).count()
        / (double) actual.length;
  }
}
