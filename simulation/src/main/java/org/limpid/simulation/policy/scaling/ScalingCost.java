package org.limpid.simulation.policy.scaling;

import java.util.Arrays;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;

/**
 * Seconds in which a job holds its GPUs and does nothing, as it was started, resumed, scaled or
 * moved.
 *
 * <p>The default is what the simulator of ElasticFlow's authors charges: {@code 2 + 2 (log2 n + 1)}
 * seconds on n GPUs, and 5 more in clusters of 256 GPUs or more, rounded up; a move counts like a
 * start. Their own measurements (Figure 12b of the paper) are lower: 1.1 to 4.2 s to scale, 0.7 to
 * 3.2 s to move a job of 8 GPUs, which about half of the default comes to. What the simulator
 * spares a job on GPUs where any job of this size ran before, and its restart of all trainers now
 * and then, are left out.
 *
 * <p>Source: Gu et al., "ElasticFlow: an elastic serverless training platform for distributed deep
 * learning", ASPLOS '23.
 */
public final class ScalingCost {
  /** The cost in hundredths of the default. */
  public static final Setting<Integer> PERCENT =
      Setting.wholeNumber("scalingCostPercent", 0, 10_000)
          .option(
              "scaling-cost",
              "PERCENT",
              "Cost of starting, scaling and moving elastic jobs, in percent of what the authors of"
                  + " ElasticFlow charge (100).")
          .label("cost of scaling")
          .byDefault(100)
          .build();

  private static final double BASE_SECONDS = 2;
  private static final double BASE_SECONDS_OF_LARGE = 7;
  private static final int LARGE_CLUSTER_GPUS = 256;
  private static final double SECONDS_PER_DOUBLING = 2;
  private static final double ROUNDING = 1e-9;

  private final double base;
  private final double share;

  /** By number of GPUs, up to those of the cluster. */
  private final long[] seconds;

  private ScalingCost(double base, double share, int mostGpus) {
    this.base = base;
    this.share = share;
    seconds = new long[mostGpus + 1];
    Arrays.setAll(seconds, this::found);
  }

  private long found(int gpus) {
    double doublings = gpus == 0 ? 0 : Math.log(gpus) / Math.log(2);
    double all = base + SECONDS_PER_DOUBLING * (doublings + 1);
    return (long) Math.ceil(share * all - ROUNDING);
  }

  /**
   * The cost in a cluster.
   *
   * @param settings hold {@link #PERCENT}
   * @param clusterGpus GPUs that are scheduled together
   */
  public static ScalingCost of(Settings settings, int clusterGpus) {
    return new ScalingCost(
        clusterGpus < LARGE_CLUSTER_GPUS ? BASE_SECONDS : BASE_SECONDS_OF_LARGE,
        settings.get(PERCENT) / 100.0,
        clusterGpus);
  }

  /** Seconds without progress before a job runs on so many GPUs; at least 0, whole. */
  public long seconds(int gpus) {
    return gpus < seconds.length ? seconds[gpus] : found(gpus);
  }
}
