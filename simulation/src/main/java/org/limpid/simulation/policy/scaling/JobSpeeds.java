package org.limpid.simulation.policy.scaling;

import java.util.Arrays;
import org.limpid.data.ScalingCurve;

/**
 * On how many GPUs a job can run, and how fast it is there: its choices, by ascending number of
 * GPUs. A choice with more GPUs is always faster; GPU counts of a curve that bring nothing are left
 * out. Speed is progress per second, and 1 on the GPUs that the job asks for. Immutable.
 */
public final class JobSpeeds {
  private final int[] gpus;
  private final double[] rates;

  /** By number of GPUs up to the most: the speed, or NaN; and the largest choice up to that. */
  private final double[] rateOn;

  private final int[] fitting;

  private JobSpeeds(int[] gpus, double[] rates) {
    this.gpus = gpus;
    this.rates = rates;
    rateOn = new double[most() + 1];
    fitting = new int[most() + 1];
    Arrays.fill(rateOn, 1, rateOn.length, Double.NaN);
    for (int choice = 0; choice < gpus.length; choice++) {
      rateOn[gpus[choice]] = rates[choice];
      Arrays.fill(fitting, gpus[choice], fitting.length, gpus[choice]);
    }
  }

  /** A job that runs on exactly so many GPUs. */
  public static JobSpeeds rigid(int gpuCount) {
    return new JobSpeeds(new int[] {gpuCount}, new double[] {1});
  }

  /**
   * A job with a curve. One that the curve knows nothing of on the GPUs that it asks for is rigid,
   * since its work is measured there.
   *
   * @param asked GPUs that it asks for
   * @param most most GPUs that it may get; where it runs on none so few, the fewest of the curve
   */
  public static JobSpeeds of(ScalingCurve curve, int asked, int most) {
    double base = curve.throughputOn(asked);
    if (!(base > 0)) {
      return rigid(asked);
    }
    int[] gpus = new int[curve.columns()];
    double[] rates = new double[curve.columns()];
    int size = 0;
    for (int column = 0; column < curve.columns(); column++) {
      double rate = curve.throughput(column) / base;
      boolean allowed = curve.gpuCount(column) <= most || size == 0;
      if (allowed && rate > (size == 0 ? 0 : rates[size - 1])) {
        gpus[size] = curve.gpuCount(column);
        rates[size++] = rate;
      }
    }
    return new JobSpeeds(Arrays.copyOf(gpus, size), Arrays.copyOf(rates, size));
  }

  /** Number of choices, at least 1. */
  public int size() {
    return gpus.length;
  }

  /** GPUs of a choice. */
  public int gpus(int choice) {
    return gpus[choice];
  }

  /** Speed of a choice. */
  public double rate(int choice) {
    return rates[choice];
  }

  /** Fewest GPUs that it can run on. */
  public int fewest() {
    return gpus[0];
  }

  /** Most GPUs that it makes use of. */
  public int most() {
    return gpus[gpus.length - 1];
  }

  /**
   * Speed on exactly so many GPUs; 0 on none.
   *
   * @throws IllegalArgumentException if that is not one of the choices
   */
  public double rateOn(int gpuCount) {
    double rate = gpuCount < rateOn.length ? rateOn[gpuCount] : Double.NaN;
    if (Double.isNaN(rate)) {
      throw new IllegalArgumentException(
          "expected one of %s GPUs, found %d".formatted(Arrays.toString(gpus), gpuCount));
    }
    return rate;
  }

  /** The largest choice of at most so many GPUs, as GPUs; 0: none. */
  public int fitting(int freeGpus) {
    return fitting[Math.clamp(freeGpus, 0, fitting.length - 1)];
  }

  /** The next larger choice, as GPUs; the same number if there is none. */
  public int after(int gpuCount) {
    for (int count : gpus) {
      if (count > gpuCount) {
        return count;
      }
    }
    return gpuCount;
  }
}
