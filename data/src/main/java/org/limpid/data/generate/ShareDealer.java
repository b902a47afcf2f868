package org.limpid.data.generate;

/**
 * Deals kinds of something out to tasks so that the kinds' shares of the jobs come out as wanted,
 * although few users with few tasks submit most jobs.
 *
 * <p>A task that brings the share w of the jobs draws kind i with probability in proportion to
 *
 * <pre>max(0, wanted_i - given_i) x eligibility_i</pre>
 *
 * so that what one task took the next ones no longer get.
 */
final class ShareDealer {
  /** What a kind gets that has had its share: each task must get one in any case. */
  private static final double LEAST = 1e-6;

  private final double[] missing;

  /**
   * @param wanted relative shares
   */
  ShareDealer(double[] wanted) {
    missing = Weights.normalised(wanted);
  }

  /**
   * The kind for one more task.
   *
   * @param eligibility per kind; 0: not for this task; at least one must be positive
   * @param jobShare the share of all jobs that the task brings, 0..1
   */
  int draw(double[] eligibility, double jobShare, RandomStream random) {
    double[] weights = new double[missing.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(LEAST, missing[i]) * eligibility[i];
    }
    int drawn = random.index(Weights.cumulative(weights));
    missing[drawn] -= jobShare;
    return drawn;
  }
}
