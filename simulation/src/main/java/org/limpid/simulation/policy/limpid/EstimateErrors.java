package org.limpid.simulation.policy.limpid;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;

/**
 * How far estimates were off for the jobs that have ended so far: how often a job took how many
 * times its estimate. What is expected to be left of another one is the mean over those that would
 * still run in its place. For one thread.
 *
 * <p>Ratios are counted in steps of a quarter of a power of two, from 2^-12 to 2^12. Before any job
 * has ended, estimates count as right.
 */
final class EstimateErrors implements Resumable {
  private static final int STEPS_PER_DOUBLING = 4;
  private static final int DOUBLINGS = 12;
  private static final int STEPS = 2 * DOUBLINGS * STEPS_PER_DOUBLING + 1;

  /** As if so many jobs had taken what they were expected to take. */
  private static final int RIGHT_AT_FIRST = 4;

  private static final double LEAST_SECONDS = 60;
  private static final double[] RATIOS = new double[STEPS];

  static {
    for (int step = 0; step < STEPS; step++) {
      RATIOS[step] = StrictMath.pow(2, (double) step / STEPS_PER_DOUBLING - DOUBLINGS);
    }
  }

  private final int[] counts = new int[STEPS];

  EstimateErrors() {
    counts[step(1)] = RIGHT_AT_FIRST;
  }

  private static int step(double ratio) {
    double doublings = StrictMath.log(ratio) / StrictMath.log(2);
    long step = Math.round((doublings + DOUBLINGS) * STEPS_PER_DOUBLING);
    return Math.clamp(step, 0, STEPS - 1);
  }

  /**
   * A job has ended.
   *
   * @param estimate what was expected, seconds
   * @param took the work that it did, seconds alone
   */
  void ended(double estimate, double took) {
    counts[step(Math.max(1, took) / Math.max(1, estimate))]++;
  }

  /**
   * Work that is expected to be left of a job, seconds alone; above 0. A job that has outlived all
   * errors so far is expected to run as long again, at least a minute.
   *
   * @param estimate what was expected, seconds
   * @param attained work that it has done, seconds alone
   */
  double left(double estimate, double attained) {
    double sum = 0;
    long jobs = 0;
    for (int step = STEPS - 1; step >= 0; step--) {
      double left = Math.max(1, estimate) * RATIOS[step] - attained;
      if (left <= 0) {
        break;
      }
      sum += counts[step] * left;
      jobs += counts[step];
    }
    return jobs == 0 ? Math.max(attained, LEAST_SECONDS) : sum / jobs;
  }

  @Override
  public void save(ByteWriter out) {
    for (int count : counts) {
      out.putSigned(count);
    }
  }

  @Override
  public void restore(ByteReader in) {
    for (int step = 0; step < STEPS; step++) {
      counts[step] = in.takeWhole(0, Integer.MAX_VALUE);
    }
  }
}
