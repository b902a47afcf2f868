package org.limpid.estimator;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limpid.data.Quantile;
import org.limpid.interpret.edit.IsotonicRegression;
import org.limpid.interpret.model.RowOrder;

/**
 * A strictly increasing function that turns the sum of a model's scores, on whatever scale, into
 * the median of the logarithms of durations that were observed there. It fixes sums that go too far
 * because several features tell the same; the order of the estimates stays as it is.
 *
 * <p>The training rows are cut by prediction into {@link #BINS} bins of equal size. The median
 * targets of the bins are made increasing by isotonic regression, joined by straight lines over the
 * mean predictions, and tilted so that they rise by {@link #TILT} more from the first to the last
 * (at most by that per unit), so that different predictions never become equal; outside the line
 * goes on with the slope of the tilt.
 *
 * @param inputs mean predictions, strictly increasing, at least one
 * @param outputs the values there, strictly increasing
 */
public record MonotoneCalibration(double[] inputs, double[] outputs) {
  /** How many bins there are; fewer when the rows do not suffice. */
  public static final int BINS = 50;

  /** Least rise over all points, one per cent: it keeps the order and changes no estimate much. */
  public static final double TILT = 1e-2;

  /** What sums of some thousand equal numbers may miss of their multiple, relative to it. */
  private static final double ROUNDING = 1e-12;

  /** Fewest rows in a bin. */
  private static final int ROWS_PER_BIN = 20;

  public MonotoneCalibration {
    inputs = inputs.clone();
    outputs = outputs.clone();
    if (inputs.length != outputs.length || !isIncreasing(inputs) || !isIncreasing(outputs)) {
      throw new IllegalArgumentException(
          "expected increasing inputs and outputs, as many of each, one or more");
    }
  }

  private static boolean isIncreasing(double[] values) {
    return values.length > 0
        && Arrays.stream(values).allMatch(Double::isFinite)
        && IntStream.range(1, values.length).allMatch(i -> values[i - 1] < values[i]);
  }

  /**
   * The calibration of predictions.
   *
   * @param predictions finite, at least one
   * @param targets what was observed, one per prediction
   */
  static MonotoneCalibration of(double[] predictions, double[] targets) {
    int[] order = RowOrder.by(predictions.length, row -> predictions[row]);
    int bins = Math.clamp(order.length / ROWS_PER_BIN, 1, BINS);
    double[] means = new double[bins];
    double[] medians = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      int[] rows = Arrays.copyOfRange(order, start(bin, bins, order), start(bin + 1, bins, order));
      means[bin] = Arrays.stream(rows).mapToDouble(row -> predictions[row]).average().orElseThrow();
      medians[bin] =
          Quantile.median(Arrays.stream(rows).mapToDouble(row -> targets[row]).toArray());
    }
    return joined(means, medians);
  }

  private static int start(int bin, int bins, int[] order) {
    return (int) ((long) bin * order.length / bins);
  }

  /** Bins of equal predictions, up to rounding, become one point: constant models have them. */
  private static MonotoneCalibration joined(double[] means, double[] medians) {
    double[] weights = new double[means.length];
    Arrays.fill(weights, 1);
    double[] fit = IsotonicRegression.increasing(medians, weights);
    double slope = slope(means);
    double[] inputs = new double[means.length];
    double[] outputs = new double[means.length];
    int kept = 0;
    for (int i = 0; i < means.length; i++) {
      double output = fit[i] + slope * (means[i] - means[0]);
      if (kept == 0 || isAbove(means[i], inputs[kept - 1]) && output > outputs[kept - 1]) {
        inputs[kept] = means[i];
        outputs[kept++] = output;
      }
    }
    return new MonotoneCalibration(Arrays.copyOf(inputs, kept), Arrays.copyOf(outputs, kept));
  }

  /** Means of equal predictions differ in their last digits where bins differ in size. */
  private static boolean isAbove(double mean, double other) {
    return mean - other > ROUNDING * Math.abs(other);
  }

  private static double slope(double[] points) {
    return TILT / Math.max(1, points[points.length - 1] - points[0]);
  }

  /** The calibrated value. */
  public double apply(double prediction) {
    int last = inputs.length - 1;
    if (prediction <= inputs[0] || last == 0) {
      return outputs[0] + slope(inputs) * (prediction - inputs[0]);
    }
    if (prediction >= inputs[last]) {
      return outputs[last] + slope(inputs) * (prediction - inputs[last]);
    }
    int found = Arrays.binarySearch(inputs, prediction);
    int left = found >= 0 ? found : -found - 2;
    double share = (prediction - inputs[left]) / (inputs[left + 1] - inputs[left]);
    return outputs[left] + share * (outputs[left + 1] - outputs[left]);
  }

  /** A copy. */
  @Override
  public double[] inputs() {
    return inputs.clone();
  }

  /** A copy. */
  @Override
  public double[] outputs() {
    return outputs.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MonotoneCalibration that
        && Arrays.equals(inputs, that.inputs)
        && Arrays.equals(outputs, that.outputs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(inputs) + Arrays.hashCode(outputs);
  }
}
