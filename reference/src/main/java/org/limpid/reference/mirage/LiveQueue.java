package org.limpid.reference.mirage;

import java.util.List;

/**
 * A batch cluster as its queue shows it at a moment, to ask what one more job would meet. Nothing
 * is simulated: what a {@link ChainMoment} holds of a queue is counted as in simulations.
 *
 * @param nodes of the cluster that can be used, from 1
 * @param running in any order; they hold at most as many nodes
 * @param waiting in the order of their priority; each fits on the cluster
 */
public record LiveQueue(int nodes, List<Running> running, List<Waiting> waiting) {
  public LiveQueue {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
    long held = running.stream().mapToLong(Running::nodes).sum();
    if (nodes < 1 || held > nodes || waiting.stream().anyMatch(job -> job.nodes() > nodes)) {
      throw new IllegalArgumentException(
          "expected jobs that fit on %d nodes, found %d held, and %s"
              .formatted(nodes, held, waiting));
    }
  }

  /**
   * A job that holds nodes.
   *
   * @param nodes from 1
   * @param leftSeconds up to its limit, from 0
   */
  public record Running(int nodes, long leftSeconds) {
    public Running {
      if (nodes < 1 || leftSeconds < 0) {
        throw new IllegalArgumentException(
            "expected nodes from 1 and seconds from 0, found %d and %d"
                .formatted(nodes, leftSeconds));
      }
    }
  }

  /**
   * A job that waits.
   *
   * @param nodes from 1
   * @param limitSeconds from 1
   * @param waitedSeconds from 0
   */
  public record Waiting(int nodes, long limitSeconds, long waitedSeconds) {
    public Waiting {
      if (nodes < 1 || limitSeconds < 1 || waitedSeconds < 0) {
        throw new IllegalArgumentException(
            "expected nodes and a limit from 1 and a wait from 0, found %d, %d and %d"
                .formatted(nodes, limitSeconds, waitedSeconds));
      }
    }
  }

  /**
   * What is known when a successor could be submitted.
   *
   * @param second now
   * @param leftSeconds of the predecessor
   * @param chainNodes of each job of the chain, at most those of the cluster
   * @param limitSeconds of the successor
   * @param recentWaitMinutes mean wait of the jobs that started last
   */
  public ChainMoment moment(
      long second, long leftSeconds, int chainNodes, long limitSeconds, long recentWaitMinutes) {
    int held = running.stream().mapToInt(Running::nodes).sum();
    return new ChainMoment(
        second,
        leftSeconds,
        chainNodes,
        waiting.size(),
        waiting.stream().mapToLong(Waiting::nodes).sum(),
        waiting.stream().mapToLong(job -> job.nodes() * job.limitSeconds()).sum(),
        waiting.stream().mapToLong(Waiting::waitedSeconds).max().orElse(0),
        recentWaitMinutes,
        nodes - held,
        plannedWaitSeconds(chainNodes, limitSeconds));
  }

  private long plannedWaitSeconds(int chainNodes, long limitSeconds) {
    RunningJobs held = new RunningJobs(nodes);
    for (Running job : running) {
      held.start(0, job.nodes(), Long.MAX_VALUE, job.leftSeconds());
    }
    BackfillPlan plan = new BackfillPlan(nodes);
    plan.begin(0, held);
    waiting.forEach(job -> plan.reserve(job.nodes(), job.limitSeconds()));
    return (long) plan.reserve(chainNodes, limitSeconds) * BatchSettings.SLOT_SECONDS;
  }
}
