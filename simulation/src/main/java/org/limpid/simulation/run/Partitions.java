package org.limpid.simulation.run;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.NodeChange;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.TimeLimits;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.world.JobWork;

/**
 * The virtual clusters of a run of one policy as the engine simulates them: with the jobs, the
 * nodes and the work that the policy leaves to them.
 */
final class Partitions {
  private final Policy policy;
  private final PreparedPolicy prepared;
  private final PolicyInputs inputs;
  private final int[][] rows;
  private final Optional<HostsOfRun> hosts;
  private final IntToDoubleFunction estimatedSeconds;
  private final SimulationOptions options;

  /**
   * @param rows per virtual cluster the rows of its jobs
   * @param hosts CPUs and memory, if the run shares them out
   * @param estimatedSeconds by row, when a job is submitted; NaN: unknown
   */
  Partitions(
      Policy policy,
      PreparedPolicy prepared,
      PolicyInputs inputs,
      int[][] rows,
      Optional<HostsOfRun> hosts,
      IntToDoubleFunction estimatedSeconds,
      SimulationOptions options) {
    this.policy = policy;
    this.prepared = prepared;
    this.inputs = inputs;
    this.rows = rows;
    this.hosts = hosts;
    this.estimatedSeconds = estimatedSeconds;
    this.options = options;
  }

  /** A virtual cluster before its first event. */
  Partition partition(int index) {
    VirtualCluster virtualCluster = virtualCluster(index);
    PartitionJobs jobs = jobs(index);
    Nodes nodes =
        new Nodes(nodeCount(virtualCluster, jobs), inputs.cluster().gpusPerNode(virtualCluster));
    requireRoom(virtualCluster, jobs, nodes);
    Partition partition =
        new Partition(
            jobs,
            hosts
                .map(known -> work(jobs).withSpeeds(known.speeds(virtualCluster, jobs)))
                .orElseGet(() -> work(jobs)),
            nodes,
            options.placement().placer(options.seed() + index),
            inputs.startSecond(),
            prepared.endDelaySeconds());
    hosts.ifPresent(
        known -> partition.supplyingBy(known.rule(), known.demands(virtualCluster, jobs)));
    return policy.needs().contains(Need.TRUE_DURATIONS) ? partition.showingTruth() : partition;
  }

  private JobWork work(PartitionJobs jobs) {
    IntToLongFunction seconds = job -> workSeconds(jobs.row(job));
    OptionalColumns optional = inputs.trace().optional();
    return policy.about().timeLimits(inputs.settings()) == TimeLimits.KILLING
            && optional.has(JobAttribute.TIME_LIMIT)
        ? new JobWork(seconds, job -> limitSeconds(optional, jobs.row(job)))
        : new JobWork(seconds);
  }

  /** What is left of the limit of a job when it arrives in its virtual cluster. */
  private long limitSeconds(OptionalColumns optional, int row) {
    long limit = optional.number(JobAttribute.TIME_LIMIT, row);
    return limit == OptionalColumns.UNKNOWN
        ? Partition.NEVER
        : Math.max(1, limit - prepared.secondsDone(row));
  }

  /** Run time of a job in its virtual cluster on GPUs of its own, seconds. */
  long workSeconds(int row) {
    return inputs.trace().durationSeconds(row) - prepared.secondsDone(row);
  }

  /** The jobs that a virtual cluster runs. */
  PartitionJobs jobs(int index) {
    PartitionJobs jobs = prepared.jobs(inputs, rows[index]).estimatedBy(estimatedSeconds);
    OptionalColumns optional = inputs.trace().optional();
    return optional.has(JobAttribute.PREDECESSOR) ? jobs.following(optional::predecessorRow) : jobs;
  }

  /** Nodes that a virtual cluster has at the start. */
  int nodeCount(int index) {
    return prepared.nodeCount(virtualCluster(index), jobs(index));
  }

  /** The changes of its number of nodes that are still to come. */
  NodeArrivals nodeArrivals(int index, Partition partition) {
    String name = virtualCluster(index).name();
    List<NodeChange> changes =
        inputs.nodeChanges().stream()
            .filter(change -> change.virtualCluster().equals(name))
            .toList();
    return new NodeArrivals(partition, changes);
  }

  private VirtualCluster virtualCluster(int index) {
    return inputs.cluster().virtualClusters().get(index);
  }

  private int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
    int count = prepared.nodeCount(virtualCluster, jobs);
    if (count < 0) {
      throw new InputProblem(
          "Policy %s: virtual cluster %s has %d nodes, fewer than are taken from it. %s"
              .formatted(
                  policy.name(),
                  virtualCluster.name(),
                  virtualCluster.nodeCount(),
                  "Maybe take the profiler's nodes from another one (profiler.takenFrom)."));
    }
    return count;
  }

  private void requireRoom(VirtualCluster virtualCluster, PartitionJobs jobs, Nodes nodes) {
    Trace trace = inputs.trace();
    for (int job = 0; job < jobs.size(); job++) {
      if (jobs.gpuCount(job) > nodes.gpuCount()) {
        throw new InputProblem(
            "Policy %s: job %s asks for %d GPUs, but virtual cluster %s has only %d. Maybe take %s"
                .formatted(
                    policy.name(),
                    trace.jobId(jobs.row(job)),
                    jobs.gpuCount(job),
                    virtualCluster.name(),
                    nodes.gpuCount(),
                    "the profiler's nodes from another one (profiler.takenFrom)."));
      }
    }
  }
}
