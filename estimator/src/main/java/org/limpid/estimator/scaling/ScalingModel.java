package org.limpid.estimator.scaling;

import org.limpid.data.ScalingCurve;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;

/**
 * Predicts what more GPUs bring. Immutable and safe for several threads.
 *
 * @param model of {@link ScalingTrainer#TARGET}
 * @param gpusPerNode GPUs of a node of the cluster that it predicts for, at least 1
 */
public record ScalingModel(Model model, int gpusPerNode) {
  /**
   * Guesses that settle do so in some ten steps; others swing between two, either of which will do.
   */
  private static final int MOST_STEPS = 60;

  private static final double CLOSE = 1e-9;

  /**
   * How well so many GPUs are used: the speed-up over one GPU, per GPU; 1 is linear, and what one
   * GPU has.
   *
   * @param batchSize samples per iteration on all GPUs together; NaN: unknown
   * @param gpus at least 1
   * @param oneGpuRate iterations per second on one GPU; NaN: unknown
   */
  public double efficiency(double batchSize, int gpus, double oneGpuRate) {
    if (gpus == 1) {
      return 1;
    }
    ScalingPoint point = ScalingPoint.of(batchSize, gpus, gpusPerNode, oneGpuRate);
    Row row = model.newRow();
    for (ScalingFeature feature : ScalingFeature.values()) {
      row.set(feature.featureName(), feature.of(point));
    }
    return Math.exp(model.predict(row));
  }

  /**
   * The curve with a prediction wherever nobody measured it, anchored at the smallest GPU count
   * that it is known on; the same curve where nothing is missing, or nothing known. What was
   * measured stays, also a 0: there the model does not run.
   */
  public ScalingCurve complete(ScalingCurve curve) {
    int known = firstKnown(curve);
    if (known < 0 || !hasGaps(curve)) {
      return curve;
    }
    double batchSize = curve.batchSize();
    double one = oneGpuRate(batchSize, curve.gpuCount(known), curve.throughput(known));
    int[] gpuCounts = new int[curve.columns()];
    double[] rates = new double[curve.columns()];
    for (int column = 0; column < rates.length; column++) {
      gpuCounts[column] = curve.gpuCount(column);
      double rate = curve.throughput(column);
      rates[column] = Double.isNaN(rate) ? rate(batchSize, gpuCounts[column], one) : rate;
    }
    return ScalingCurve.of(
            curve.model(), curve.batchSize(), curve.mostElasticGpus(), gpuCounts, rates)
        .asPredicted();
  }

  /**
   * A curve for jobs of which one point is known at most. An elastic policy may give as many GPUs
   * as the fastest column has, and those of the known point.
   *
   * @param model what the curve is called by, with the batch size
   * @param batchSize samples per iteration on all GPUs together; 0: unknown, and called 1
   * @param gpuCounts columns, ascending; those of the known point among them
   * @param gpus number of GPUs of the known point
   * @param rate iterations per second on them; NaN: unknown, and the curve is for one iteration per
   *     second on one GPU
   */
  public ScalingCurve predict(String model, int batchSize, int[] gpuCounts, int gpus, double rate) {
    double batch = batchSize == 0 ? Double.NaN : batchSize;
    double one = Double.isNaN(rate) ? Double.NaN : oneGpuRate(batch, gpus, rate);
    double[] rates = new double[gpuCounts.length];
    int most = gpus;
    double fastest = 0;
    for (int column = 0; column < rates.length; column++) {
      int count = gpuCounts[column];
      boolean known = count == gpus && !Double.isNaN(rate);
      rates[column] = known ? rate : rate(batch, count, one);
      if (rates[column] > fastest) {
        fastest = rates[column];
        most = Math.max(gpus, count);
      }
    }
    return ScalingCurve.of(model, Math.max(1, batchSize), most, gpuCounts, rates).asPredicted();
  }

  /** Iterations per second; relative to those on one GPU where these are unknown. */
  private double rate(double batchSize, int gpus, double oneGpuRate) {
    double unit = Double.isNaN(oneGpuRate) ? 1 : oneGpuRate;
    return unit * gpus * efficiency(batchSize, gpus, oneGpuRate);
  }

  private static int firstKnown(ScalingCurve curve) {
    for (int column = 0; column < curve.columns(); column++) {
      if (curve.throughput(column) > 0) {
        return column;
      }
    }
    return -1;
  }

  private static boolean hasGaps(ScalingCurve curve) {
    for (int column = 0; column < curve.columns(); column++) {
      if (Double.isNaN(curve.throughput(column))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The rate on one GPU of which the rate on more GPUs would follow: what solves rate = one x gpus
   * x efficiency(one), found by putting each guess into the next, linear scaling first.
   */
  double oneGpuRate(double batchSize, int gpus, double rate) {
    double guess = rate / gpus;
    for (int step = 0; step < MOST_STEPS; step++) {
      double next = rate / (gpus * efficiency(batchSize, gpus, guess));
      if (Math.abs(next - guess) <= CLOSE * guess) {
        return next;
      }
      guess = next;
    }
    return guess;
  }
}
