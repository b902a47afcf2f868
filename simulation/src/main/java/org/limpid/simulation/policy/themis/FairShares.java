package org.limpid.simulation.policy.themis;

import java.util.Arrays;

/**
 * The shares of Themis. The unfairness of a job with share x is {@code rho(x) = (age + left / x) /
 * (fair + left / alone)}: the time from its submission to its end if it ran at the fraction x of
 * its speed, over the time that it would take on its equal part of the cluster. The shares make the
 * largest rho as small as it can be, with {@code 0 < x <= 1} and {@code sum of gpus x <= capacity}.
 *
 * <p>For one rho the least shares that keep it are known: {@code x = left / (rho (fair + left /
 * alone) - age)}, and 1 if that is more or can't be. What they take together falls with rho, so
 * that a bisection finds the smallest rho for which they fit. For one thread.
 *
 * <p>Source: Mahajan et al., "Themis: fair and efficient GPU cluster scheduling", NSDI '20.
 */
final class FairShares {
  /** Halvings of the interval in which rho is looked for; then it is known to 1e-12 of it. */
  private static final int HALVINGS = 40;

  private final int size;
  private final double[] gpus;
  private final double[] age;
  private final double[] left;
  private final double[] fairEnd;
  private final double[] shares;
  private int count;

  FairShares(int size) {
    this.size = size;
    gpus = new double[size];
    age = new double[size];
    left = new double[size];
    fairEnd = new double[size];
    shares = new double[size];
  }

  /**
   * One more job.
   *
   * @param gpuCount GPUs that it asks for
   * @param ageSeconds time since its submission
   * @param leftSeconds what is left of it on these GPUs, more than 0
   * @param fairSeconds what it has done so far, as time on its equal part
   * @param alone its speed on its equal part of the cluster, more than 0, at most 1
   */
  void add(int gpuCount, double ageSeconds, double leftSeconds, double fairSeconds, double alone) {
    gpus[count] = gpuCount;
    age[count] = ageSeconds;
    left[count] = leftSeconds;
    fairEnd[count++] = fairSeconds + leftSeconds / alone;
  }

  /**
   * The shares of all jobs, in the order in which they were added.
   *
   * @param capacity GPUs of the cluster
   */
  double[] shares(int capacity) {
    if (count != size) {
      throw new IllegalStateException("expected %d jobs, found %d".formatted(size, count));
    }
    Arrays.fill(shares, 1);
    if (Arrays.stream(gpus).sum() <= capacity) {
      return shares;
    }
    double low = 0;
    double high = 1;
    while (taken(high) > capacity) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (taken(middle) > capacity) {
        low = middle;
      } else {
        high = middle;
      }
    }
    taken(high);
    return shares;
  }

  /** GPUs that the shares take which keep this rho. */
  private double taken(double rho) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double time = rho * fairEnd[i] - age[i];
      shares[i] = time > left[i] ? left[i] / time : 1;
      sum += gpus[i] * shares[i];
    }
    return sum;
  }
}
