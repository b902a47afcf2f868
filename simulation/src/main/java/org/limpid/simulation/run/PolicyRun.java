package org.limpid.simulation.run;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionEngine;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.engine.StuckException;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.Semantics.Mend;
import org.limpid.simulation.record.ClusterLog;
import org.limpid.simulation.record.ClusterSeries;
import org.limpid.simulation.record.JobRecords;
import org.limpid.simulation.record.UsageModel;

/** One policy over all virtual clusters; each of these may be simulated by another thread. */
final class PolicyRun {
  private final Policy policy;
  private final PolicyInputs inputs;
  private final SimulationOptions options;
  private final PreparedPolicy prepared;
  private final List<VirtualCluster> virtualClusters;
  private final int[][] rows;
  private final UsageModel usage;
  private final ClusterLog[] logs;
  private final JobRecords records;

  PolicyRun(Policy policy, PolicyInputs inputs, int[][] rows, SimulationOptions options) {
    Requirements.check(policy, inputs);
    this.policy = policy;
    this.inputs = inputs;
    this.options = options;
    this.rows = rows;
    prepared = policy.prepare(inputs);
    virtualClusters = inputs.cluster().virtualClusters();
    usage =
        new UsageModel(
            inputs.trace(), inputs.profiles(), inputs.semantics().has(Mend.JOINT_UTILISATION));
    logs = new ClusterLog[virtualClusters.size()];
    int size = inputs.trace().size();
    records =
        new JobRecords(
            new long[size],
            new long[size],
            new long[size],
            new int[size],
            new Allocation[size],
            prepared.columns());
  }

  int virtualClusterCount() {
    return logs.length;
  }

  /** Jobs of a virtual cluster, a measure of the work to simulate it. */
  int jobCount(int virtualCluster) {
    return rows[virtualCluster].length;
  }

  String policyName() {
    return policy.name();
  }

  /** Simulates one virtual cluster. */
  void simulate(int index) {
    VirtualCluster virtualCluster = virtualClusters.get(index);
    PartitionJobs jobs = prepared.jobs(inputs, rows[index]);
    Nodes nodes = new Nodes(nodeCount(virtualCluster, jobs), inputs.cluster().gpusPerNode());
    requireRoom(virtualCluster, jobs, nodes);
    ClusterLog log = new ClusterLog(inputs.startSecond(), options.sampleSeconds(), usage, jobs);
    Partition partition =
        new Partition(
            jobs,
            nodes,
            options.placement().placer(options.seed() + index),
            inputs.startSecond(),
            prepared.endDelaySeconds(),
            log);
    try {
      PartitionEngine.run(partition, prepared.scheduler(partition));
    } catch (StuckException stuck) {
      throw new InputProblem(
          "Policy %s, virtual cluster %s: %s. Maybe it has too few nodes left."
              .formatted(policy.name(), virtualCluster.name(), stuck.getMessage()));
    }
    logs[index] = log;
    record(partition);
  }

  /** All results; to be called when every virtual cluster was simulated. */
  PolicyResult result() {
    prepared.complete(records);
    long lastEnd = Arrays.stream(records.endSeconds()).max().orElse(inputs.startSecond());
    ClusterSeries series =
        ClusterSeries.of(List.of(logs), inputs.startSecond(), lastEnd, options.sampleSeconds());
    return new PolicyResult(policy.name(), records, series);
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
            "Policy %s: job %d asks for %d GPUs, but virtual cluster %s has only %d. Maybe take %s"
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

  private void record(Partition partition) {
    PartitionJobs jobs = partition.jobs();
    for (int job = 0; job < jobs.size(); job++) {
      int row = jobs.row(job);
      records.startSeconds()[row] = partition.startSeconds(job);
      records.endSeconds()[row] = partition.endSeconds(job);
      records.queueSeconds()[row] = partition.queueSeconds(job);
      records.preemptions()[row] = partition.preemptions(job);
      records.allocations()[row] = partition.allocation(job);
    }
  }
}
