package org.limpid.explain.compare;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.waiting.WaitCause;

/**
 * What jobs gain and lose under a second policy. Differences are second minus first: negative means
 * that the second is faster.
 *
 * @param bySize means per size class; classes without jobs are left out
 * @param gainers jobs that gain most, those that gain more first
 * @param losers jobs that lose most, those that lose more first
 */
public record PolicyDifference(
    String first,
    String second,
    Means all,
    int sooner,
    int later,
    List<Means> bySize,
    List<Means> byVirtualCluster,
    List<Changed> gainers,
    List<Changed> losers) {
  /** Gainers, and losers, that are named unless all are asked for. */
  public static final int FEW = 5;

  public PolicyDifference {
    bySize = List.copyOf(bySize);
    byVirtualCluster = List.copyOf(byVirtualCluster);
    gainers = List.copyOf(gainers);
    losers = List.copyOf(losers);
  }

  /**
   * Means over the jobs of a group, seconds.
   *
   * @param waitDifference difference of the mean waits
   * @param restDifference difference of the mean times on GPUs, which change with sharing,
   *     preemption and profiling
   * @param byCause difference of the mean waits per cause, all causes; they sum to {@code
   *     waitDifference}
   */
  public record Means(
      String group,
      int jobs,
      double firstJct,
      double secondJct,
      double waitDifference,
      double restDifference,
      Map<WaitCause, Double> byCause) {
    public Means {
      byCause = Collections.unmodifiableMap(new EnumMap<>(byCause));
    }

    public double jctDifference() {
      return secondJct - firstJct;
    }
  }

  /**
   * A job under both policies, seconds, and the cause whose wait differs most in that direction.
   */
  public record Changed(
      JobName job,
      String virtualCluster,
      long jctDifference,
      long waitDifference,
      long restDifference,
      WaitCause cause) {}
}
