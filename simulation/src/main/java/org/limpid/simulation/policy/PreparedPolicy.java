package org.limpid.simulation.policy;

import java.util.List;
import org.limpid.data.Forecast;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * A policy in one run. Its methods are called from several threads, but those that name a partition
 * or a virtual cluster only by one thread for each.
 */
@FunctionalInterface
public interface PreparedPolicy {
  /** The scheduler of one partition. */
  Scheduler scheduler(Partition partition);

  /** Nodes that a virtual cluster has at the start of the run. */
  default int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
    return virtualCluster.nodeCount();
  }

  /**
   * The jobs that a virtual cluster has to run.
   *
   * @param inputs inputs of the run
   * @param rows all jobs of the virtual cluster, ascending
   */
  default PartitionJobs jobs(PolicyInputs inputs, int[] rows) {
    return PartitionJobs.asSubmitted(inputs.trace(), rows);
  }

  /** Work of the job in this row that is done before it arrives in its virtual cluster, seconds. */
  default long secondsDone(int row) {
    return 0;
  }

  /** Seconds between the end of the work of a job and the second in which it is found finished. */
  default int endDelaySeconds() {
    return 0;
  }

  /** The first second in which a row of a forecast may make a difference. */
  default long firstLookAt(int row, Forecast forecast) {
    return Long.MIN_VALUE;
  }

  /** Columns that the policy adds to the records; their arrays are filled when all jobs ended. */
  default List<JobColumn> columns() {
    return List.of();
  }

  /**
   * Takes over what an earlier run of the policy recorded of a job in the columns that it adds, and
   * takes out of the records what {@link #complete} is going to add.
   *
   * @param before what became of the jobs in that run
   * @param rowBefore row of the job in them
   * @param records hold start, end, wait, preemptions and place of the job as they were
   * @param row row of the job in this run
   */
  default void keep(JobRecords before, int rowBefore, JobRecords records, int row) {}

  /** Called once when all jobs of all partitions have ended. */
  default void complete(JobRecords records) {}
}
