package org.limpid.simulation.policy;

import java.util.List;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.engine.Scheduler;
import org.limpid.simulation.record.JobColumn;
import org.limpid.simulation.record.JobRecords;

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

  /** Seconds between the end of the work of a job and the second in which it is found finished. */
  default int endDelaySeconds() {
    return 0;
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
