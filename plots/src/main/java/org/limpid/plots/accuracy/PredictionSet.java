package org.limpid.plots.accuracy;

import java.util.Objects;
import org.limpid.interpret.evaluate.RegressionMetrics;
import org.limpid.plots.theme.Durations;
import org.limpid.plots.theme.Numbers;

/**
 * Predicted numbers beside what was observed.
 *
 * @param head what they are
 * @param actual what was observed, at least one number
 * @param predicted as many
 */
record PredictionSet(Head head, double[] actual, double[] predicted) {
  /**
   * What numbers are.
   *
   * @param model name of the model
   * @param title what is predicted, in a few words
   * @param unit of the numbers, or their name
   * @param durations whether they are seconds of 1 or more, which are shown by their logarithms
   * @param source how the predictions came about: {@code by models trained on the weeks before}
   */
  record Head(String model, String title, String unit, boolean durations, String source) {}

  PredictionSet {
    Objects.requireNonNull(head, "head");
    if (actual.length == 0 || actual.length != predicted.length) {
      throw new IllegalArgumentException(
          "expected as many predictions as observations, found %d and %d"
              .formatted(predicted.length, actual.length));
    }
  }

  int size() {
    return actual.length;
  }

  /** The error measures in one line. */
  String measures() {
    String mean = text(RegressionMetrics.meanAbsoluteError(actual, predicted));
    String root = text(RegressionMetrics.rootMeanSquaredError(actual, predicted));
    double r2 = RegressionMetrics.r2(actual, predicted);
    String explained = Double.isFinite(r2) ? ", R² " + Numbers.fixed(r2, 2) : "";
    return "MAE %s, RMSE %s%s".formatted(mean, root, explained);
  }

  /** A number of the axis. */
  String text(double value) {
    return head.durations() ? Durations.text(value) : Numbers.short3(value);
  }

  /** What a caption says of the whole. */
  String caption() {
    return "%s, %s predicted %s: %s."
        .formatted(
            Character.toUpperCase(head.title().charAt(0)) + head.title().substring(1),
            Numbers.whole(size()),
            head.source(),
            measures());
  }
}
