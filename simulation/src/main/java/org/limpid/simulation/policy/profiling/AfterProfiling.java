package org.limpid.simulation.policy.profiling;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics.Mend;

/**
 * What is left for the virtual clusters when the profiling stage has taken its share: nodes, jobs,
 * when these arrive, and how much of them is done.
 */
public final class AfterProfiling {
  private final PolicyInputs inputs;
  private final ProfilingOutcome profiling;
  private final boolean delays;
  private final boolean workCounts;
  private final long[] arrivalByRow;

  /**
   * @param inputs of the run, with the outcome of the stage
   * @param delays whether a profiled job arrives in its virtual cluster when it leaves the
   *     profiler, not when it was submitted
   * @param workCounts whether work done in the profiler need not be done again
   */
  public AfterProfiling(PolicyInputs inputs, boolean delays, boolean workCounts) {
    this.inputs = inputs;
    this.delays = delays;
    this.workCounts = delays && workCounts;
    profiling = inputs.profiling();
    arrivalByRow = new long[delays ? inputs.trace().size() : 0];
    for (int row = 0; row < arrivalByRow.length; row++) {
      arrivalByRow[row] = arrival(row);
    }
  }

  private long arrival(int row) {
    return profiling.profiled()[row]
        ? profiling.endSeconds()[row]
        : inputs.trace().submitSeconds(row);
  }

  /** Nodes that are left to a virtual cluster. */
  public int nodeCount(VirtualCluster virtualCluster) {
    return virtualCluster.nodeCount()
        - profiling.nodesTaken().getOrDefault(virtualCluster.name(), 0);
  }

  /** Those of some jobs that have not ended in the profiler. */
  public PartitionJobs jobs(int[] rows) {
    Trace trace = inputs.trace();
    int[] left = Arrays.stream(rows).filter(row -> !profiling.finished()[row]).toArray();
    return delays
        ? PartitionJobs.arriving(trace, left, arrivalByRow)
        : PartitionJobs.asSubmitted(trace, left);
  }

  /** Work of a job that is done when it arrives in its virtual cluster, seconds. */
  public long secondsDone(int row) {
    return workCounts && profiling.profiled()[row]
        ? profiling.endSeconds()[row] - profiling.startSeconds()[row]
        : 0;
  }

  /** Whoever lends nodes of a virtual cluster to the profiler. */
  public NodeLender lender(Partition partition) {
    return new NodeLender(
        partition,
        isLender(partition) ? profiling.loans() : List.of(),
        inputs.semantics().has(Mend.LOANS_KEPT));
  }

  private boolean isLender(Partition partition) {
    return partition.jobs().size() > 0
        && inputs.trace().virtualCluster(partition.jobs().row(0)).equals(profiling.lender());
  }
}
