package org.limpid.plots.model;

import java.util.Arrays;
import org.limpid.interpret.evaluate.RegressionMetrics;

/** How good predictions are, in one number. */
public enum Quality {
  /** Mean of |actual - predicted|. */
  MAE("MAE") {
    @Override
    public double of(double[] actual, double[] predicted) {
      return RegressionMetrics.meanAbsoluteError(actual, predicted);
    }
  },
  /** Root of the mean of (actual - predicted)^2. */
  RMSE("RMSE") {
    @Override
    public double of(double[] actual, double[] predicted) {
      return RegressionMetrics.rootMeanSquaredError(actual, predicted);
    }
  },
  /** Mean of |ln(1 + actual) - ln(1 + predicted)|, for numbers of 0 or more. */
  LOG_ERROR("log error") {
    @Override
    public double of(double[] actual, double[] predicted) {
      return RegressionMetrics.meanAbsoluteError(logarithms(actual), logarithms(predicted));
    }
  },
  /** Share of the variance that is explained. */
  R2("R²") {
    @Override
    public double of(double[] actual, double[] predicted) {
      return RegressionMetrics.r2(actual, predicted);
    }
  },
  /** Rank correlation; {@code NaN} where either side is constant. */
  SPEARMAN("Spearman") {
    @Override
    public double of(double[] actual, double[] predicted) {
      return RegressionMetrics.spearman(actual, predicted);
    }
  },
  /** Share of the rows whose predicted number is the actual one. */
  RIGHT("right") {
    @Override
    public double of(double[] actual, double[] predicted) {
      int right = 0;
      for (int row = 0; row < actual.length; row++) {
        right += actual[row] == predicted[row] ? 1 : 0;
      }
      return (double) right / actual.length;
    }
  };

  private final String label;

  Quality(String label) {
    this.label = label;
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
  public abstract double of(double[] actual, double[] predicted);

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(StrictMath::log1p).toArray();
  }
}
