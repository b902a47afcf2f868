package org.limpid.simulation.policy.batch;

import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.queue.ExpectedRun;

/**
 * Jobs as a batch system sees them: who wants nodes for itself gets all of their GPUs, and nobody
 * is expected to run for longer or for less than its time limit.
 */
final class BatchJobs {
  /**
   * What a job without a limit is planned for, seconds: a year. So does the backfill of Slurm with
   * a limit of {@code UNLIMITED}.
   */
  static final long UNLIMITED_SECONDS = 365L * 24 * 60 * 60;

  private BatchJobs() {}

  /**
   * The jobs of one virtual cluster.
   *
   * @param rows rows of the trace, ascending
   */
  static PartitionJobs of(PolicyInputs inputs, int[] rows) {
    Trace trace = inputs.trace();
    PartitionJobs jobs = PartitionJobs.asSubmitted(trace, rows);
    if (rows.length == 0 || !trace.optional().has(JobAttribute.WHOLE_NODES)) {
      return jobs;
    }
    int perNode = gpusPerNode(inputs.cluster(), trace.virtualCluster(rows[0]));
    return jobs.asking(row -> gpus(trace, row, perNode));
  }

  private static int gpusPerNode(ClusterDescription cluster, String name) {
    VirtualCluster found =
        cluster.virtualClusters().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return cluster.gpusPerNode(found);
  }

  private static int gpus(Trace trace, int row, int perNode) {
    int asked = trace.gpuCount(row);
    return trace.optional().isSet(JobAttribute.WHOLE_NODES, row)
        ? Math.ceilDiv(asked, perNode) * perNode
        : asked;
  }

  /** How long jobs are expected to run: up to their limits. */
  static ExpectedRun expected(PolicyInputs inputs, PartitionJobs jobs) {
    OptionalColumns optional = inputs.trace().optional();
    return ExpectedRun.exact(job -> limitSeconds(optional, jobs.row(job)));
  }

  private static long limitSeconds(OptionalColumns optional, int row) {
    long limit = optional.number(JobAttribute.TIME_LIMIT, row);
    return limit == OptionalColumns.UNKNOWN ? UNLIMITED_SECONDS : limit;
  }
}
