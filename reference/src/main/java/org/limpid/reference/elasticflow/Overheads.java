package org.limpid.reference.elasticflow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** What a change of GPUs costs a job, seconds, and when all jobs restart. */
final class Overheads {
  private static final int LARGE_CLUSTER = 256;

  private final boolean large;
  private final double slot;
  private long points;

  /**
   * @param gpus of the cluster
   * @param slot seconds; all jobs restart at every so-manyeth scheduling point, by a mistake
   */
  Overheads(int gpus, double slot) {
    large = gpus >= LARGE_CLUSTER;
    this.slot = slot;
  }

  /** Counts a scheduling point. Whether all jobs restart there. */
  boolean nextRestarts() {
    boolean restarts = points > 0 && points % (long) slot == 0;
    points++;
    return restarts;
  }

  /**
   * Counts a scheduling point and charges it to all jobs that hold GPUs: their ends move by what
   * they lose.
   *
   * @param placement has noted whose process groups are there; a restart empties it of them
   */
  void charge(List<Job> jobs, Events events, BuddyPlacement placement) {
    boolean restarts = nextRestarts();
    for (Job job : jobs) {
      if (job.gpus > 0) {
        job.overhead = seconds(job.gpus, restarts, job.cached);
        double old = job.end;
        job.end += job.overhead;
        events.move(job, old, job.end);
      }
    }
    if (restarts) {
      placement.forgetGroups();
    }
  }

  /**
   * Seconds that a job loses.
   *
   * @param cached whether its process group is there already
   */
  double seconds(int gpus, boolean restarts, boolean cached) {
    double seconds = large ? 7 : 2;
    if (cached) {
      return seconds;
    }
    if (restarts) {
      seconds += 27;
      seconds += large ? 20 : 0;
    }
    return seconds + 2 * (log2(gpus) + 1);
  }

  /**
   * The binary logarithm, digit by digit by squaring: a quotient of logarithms may err in its last
   * place.
   */
  static double log2(int value) {
    int whole = 31 - Integer.numberOfLeadingZeros(value);
    if (value == 1 << whole) {
      return whole;
    }
    BigDecimal two = BigDecimal.TWO;
    BigDecimal rest = new BigDecimal(value).divide(two.pow(whole), MathContext.DECIMAL128);
    BigDecimal sum = new BigDecimal(whole);
    BigDecimal digit = BigDecimal.ONE;
    for (int i = 0; i < 60; i++) {
      digit = digit.divide(two);
      rest = rest.multiply(rest, MathContext.DECIMAL128);
      if (rest.compareTo(two) >= 0) {
        rest = rest.divide(two, MathContext.DECIMAL128);
        sum = sum.add(digit);
      }
    }
    return sum.doubleValue();
  }
}
