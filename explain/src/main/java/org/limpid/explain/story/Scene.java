package org.limpid.explain.story;

import java.util.List;
import org.limpid.simulation.job.JobName;

/**
 * The virtual cluster while a job waited for one cause.
 *
 * @param gpus GPUs of its nodes at the beginning
 * @param gpusPerNode GPUs of each node
 * @param leastFreeGpus fewest GPUs without a job
 * @param mostFreeGpus most GPUs without a job
 * @param freeNodes how the free GPUs were spread over nodes at the beginning, most free GPUs first;
 *     nodes without a free GPU are left out
 * @param blockers jobs that those behind them waited for, longest first
 * @param holders jobs that held most GPUs for longest, at most {@link #SHOWN}
 * @param moreHolders other jobs that held GPUs
 */
public record Scene(
    int gpus,
    int gpusPerNode,
    int leastFreeGpus,
    int mostFreeGpus,
    List<FreeNodes> freeNodes,
    List<Blocker> blockers,
    List<Holder> holders,
    int moreHolders) {
  /** Most holders that a scene names. */
  public static final int SHOWN = 3;

  public Scene {
    freeNodes = List.copyOf(freeNodes);
    blockers = List.copyOf(blockers);
    holders = List.copyOf(holders);
  }

  /**
   * Nodes with the same number of free GPUs.
   *
   * @param nodes how many
   * @param freeGpus free GPUs of each
   */
  public record FreeNodes(int nodes, int freeGpus) {}

  /**
   * A job that others waited for.
   *
   * @param job the job
   * @param seconds for how long
   */
  public record Blocker(JobName job, long seconds) {}
}
