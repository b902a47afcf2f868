package org.limpid.simulation.policy.profiling;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * A policy behind the profiling stage in one run. The virtual clusters have what the stage leaves
 * them: nodes, jobs, when these arrive, and how much of them is done.
 */
public abstract class AfterProfiling implements PreparedPolicy {
  private final PolicyInputs inputs;
  private final ProfilingColumns columns;
  private final ProfilingOutcome profiling;
  private final boolean delays;
  private final boolean workCounts;
  private final long[] arrivalByRow;

  /**
   * @param inputs of the run, with the outcome of the stage
   * @param delays whether a profiled job arrives in its virtual cluster when it leaves the
   *     profiler, not when it was submitted
   * @param workCounts whether work done in the profiler need not be done again
   * @param columns what is recorded of jobs
   */
  protected AfterProfiling(
      PolicyInputs inputs, boolean delays, boolean workCounts, ProfilingColumns columns) {
    this.inputs = inputs;
    this.columns = columns;
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

  @Override
  public final int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
    return virtualCluster.nodeCount()
        - profiling.nodesTaken().getOrDefault(virtualCluster.name(), 0);
  }

  /** Those that have not ended in the profiler. */
  @Override
  public final PartitionJobs jobs(PolicyInputs ofRun, int[] rows) {
    Trace trace = inputs.trace();
    int[] left = Arrays.stream(rows).filter(row -> !profiling.finished()[row]).toArray();
    return delays
        ? PartitionJobs.arriving(trace, left, arrivalByRow)
        : PartitionJobs.asSubmitted(trace, left);
  }

  @Override
  public final long secondsDone(int row) {
    return workCounts && profiling.profiled()[row]
        ? profiling.endSeconds()[row] - profiling.startSeconds()[row]
        : 0;
  }

  @Override
  public final int endDelaySeconds() {
    return inputs.semantics().endDelaySeconds();
  }

  @Override
  public final List<JobColumn> columns() {
    return columns.all();
  }

  @Override
  public final void keep(JobRecords before, int rowBefore, JobRecords records, int row) {
    columns.keep(before, rowBefore, records, row);
  }

  @Override
  public final void complete(JobRecords records) {
    columns.complete(records);
  }

  /** Whoever lends nodes of a virtual cluster to the profiler. */
  protected final NodeLender lender(Partition partition) {
    return new NodeLender(
        partition,
        isLender(partition) ? profiling.loans() : List.of(),
        inputs.semantics().has(Fix.LOANS_KEPT));
  }

  private boolean isLender(Partition partition) {
    return partition.jobs().size() > 0
        && inputs.trace().virtualCluster(partition.jobs().row(0)).equals(profiling.lender());
  }
}
