package org.limpid.explain.story;

import java.util.List;
import java.util.Optional;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.waiting.WaitCause;

/**
 * A time in which a job waited for one cause.
 *
 * @param toSecond when it was over, later than {@code fromSecond}
 * @param scene the virtual cluster meanwhile, as JSON calls it; empty for the profiler
 */
public record Segment(WaitCause cause, long fromSecond, long toSecond, Optional<Cluster> scene) {
  /** Most holders that a segment names. */
  public static final int SHOWN = 3;

  public Segment {
    if (toSecond <= fromSecond) {
      throw new IllegalArgumentException(
          "expected some time, found %d to %d".formatted(fromSecond, toSecond));
    }
  }

  public long seconds() {
    return toSecond - fromSecond;
  }

  /**
   * The virtual cluster while the job waited.
   *
   * @param gpus GPUs of its nodes at the beginning
   * @param leastFreeGpus fewest GPUs without a job
   * @param mostFreeGpus most GPUs without a job
   * @param freeNodes how the free GPUs were spread over nodes at the beginning, most free GPUs
   *     first; nodes without a free GPU are left out
   * @param blockers jobs that those behind them waited for, longest first
   * @param holders jobs that held most GPUs for longest, at most {@link #SHOWN}
   * @param moreHolders other jobs that held GPUs
   */
  public record Cluster(
      int gpus,
      int gpusPerNode,
      int leastFreeGpus,
      int mostFreeGpus,
      List<FreeNodes> freeNodes,
      List<Blocker> blockers,
      List<Holder> holders,
      int moreHolders) {
    public Cluster {
      freeNodes = List.copyOf(freeNodes);
      blockers = List.copyOf(blockers);
      holders = List.copyOf(holders);
    }
  }

  /** Nodes with the same number of free GPUs. */
  public record FreeNodes(int nodes, int freeGpus) {}

  /** A job that others waited for, and for how long. */
  public record Blocker(JobName job, long seconds) {}

  /**
   * A job that held GPUs while another one waited.
   *
   * @param sinceSecond when it got them
   * @param cameLater whether it came into the queue after the one that waited
   * @param gpuSeconds how many GPUs it held for how long within the segment
   */
  public record Holder(JobName job, long sinceSecond, boolean cameLater, long gpuSeconds) {}
}
