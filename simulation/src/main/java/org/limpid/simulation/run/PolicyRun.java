package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.decision.DecisionLog;
import org.limpid.simulation.decision.DecisionRecorder;
import org.limpid.simulation.decision.PartitionLog;
import org.limpid.simulation.decision.ProfiledJobs;
import org.limpid.simulation.engine.Lockstep;
import org.limpid.simulation.engine.Participant;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionEngine;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.engine.PartitionObserver;
import org.limpid.simulation.engine.Scheduler;
import org.limpid.simulation.engine.StuckException;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.NodeChange;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.Semantics.Mend;
import org.limpid.simulation.record.ClusterLog;
import org.limpid.simulation.record.ClusterSeries;
import org.limpid.simulation.record.JobRecords;
import org.limpid.simulation.record.UsageModel;

/**
 * One policy over all virtual clusters: in pieces that may be simulated by several threads, or all
 * together where durations are estimated during the run.
 */
final class PolicyRun {
  private final Policy policy;
  private final PolicyInputs inputs;
  private final SimulationOptions options;
  private final PreparedPolicy prepared;
  private final List<VirtualCluster> virtualClusters;
  private final int[][] rows;
  private final UsageModel usage;
  private final ClusterLog[] logs;
  private final DecisionRecorder[] recorders;
  private final JobRecords records;
  private final LiveEstimates live;
  private final List<List<Snapshot>> snapshots;

  PolicyRun(Policy policy, PolicyInputs inputs, int[][] rows, SimulationOptions options) {
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
    recorders = new DecisionRecorder[virtualClusters.size()];
    int size = inputs.trace().size();
    snapshots = new ArrayList<>(Collections.nCopies(logs.length, List.of()));
    records =
        new JobRecords(
            new long[size],
            new long[size],
            new long[size],
            new int[size],
            new Allocation[size],
            prepared.columns());
    boolean estimatesLive = inputs.estimator() != null && policy.needs().contains(Need.ESTIMATES);
    live = estimatesLive ? new LiveEstimates(inputs.estimator().get(), size) : null;
  }

  /**
   * A piece of the run that doesn't depend on the others.
   *
   * @param jobs how many it simulates, a measure of the work
   * @param work simulates them
   */
  record Piece(int jobs, Runnable work) {}

  /** What has to be done for {@link #result}, by any threads in any order. */
  List<Piece> pieces(Simulator.Listener listener) {
    if (live != null) {
      return List.of(new Piece(records.size(), () -> simulateTogether(listener)));
    }
    return IntStream.range(0, logs.length)
        .mapToObj(index -> new Piece(rows[index].length, () -> simulate(index, listener)))
        .toList();
  }

  private void simulate(int index, Simulator.Listener listener) {
    VirtualClusterRun run = inMotion(index, partition(index, log -> log));
    finish(index, run.partition(), keepingSnapshots(index, run));
    listener.simulated(policy.name(), rows[index].length);
  }

  /** The scheduler of a virtual cluster, with its states kept if they are wanted. */
  private Scheduler keepingSnapshots(int index, VirtualClusterRun run) {
    if (options.snapshotSeconds() == 0 || !run.isResumable()) {
      return run.scheduler();
    }
    SnapshotTaker taker = new SnapshotTaker(run, options.snapshotSeconds());
    snapshots.set(index, taker.taken());
    return taker;
  }

  /** The policy. */
  Policy policy() {
    return policy;
  }

  /** What it is told. */
  PolicyInputs inputs() {
    return inputs;
  }

  /** Whether durations are estimated during the run. */
  boolean isLive() {
    return live != null;
  }

  /** A virtual cluster at the start of the run, to be finished with {@link #finish}. */
  VirtualClusterRun open(int index) {
    return inMotion(index, partition(index, _ -> PartitionObserver.NONE));
  }

  /** Simulates a virtual cluster to its end. */
  void finish(int index, VirtualClusterRun run) {
    finish(index, run.partition(), run.scheduler());
  }

  private void finish(int index, Partition partition, Scheduler scheduler) {
    try {
      PartitionEngine.run(partition, scheduler);
    } catch (StuckException stuck) {
      throw problem(stuck, index);
    }
    record(partition);
  }

  private VirtualClusterRun inMotion(int index, Partition partition) {
    return new VirtualClusterRun(
        partition, nodeArrivals(index, partition), prepared.scheduler(partition));
  }

  private NodeArrivals nodeArrivals(int index, Partition partition) {
    String name = virtualClusters.get(index).name();
    List<NodeChange> changes =
        inputs.nodeChanges().stream()
            .filter(change -> change.virtualCluster().equals(name))
            .toList();
    return new NodeArrivals(partition, changes);
  }

  /** Takes over what another run of the policy recorded of a job. */
  void keep(JobRecords before, int rowBefore, int row) {
    records.startSeconds()[row] = before.startSeconds()[rowBefore];
    records.endSeconds()[row] = before.endSeconds()[rowBefore];
    records.queueSeconds()[row] = before.queueSeconds()[rowBefore];
    records.preemptions()[row] = before.preemptions()[rowBefore];
    records.allocations()[row] = before.allocations()[rowBefore];
    prepared.keep(before, rowBefore, records, row);
  }

  /** All virtual clusters in the order of time, since estimates depend on what ended anywhere. */
  private void simulateTogether(Simulator.Listener listener) {
    List<Starts> starts = new ArrayList<>();
    List<Partition> partitions = new ArrayList<>();
    for (int index = 0; index < logs.length; index++) {
      partitions.add(partition(index, log -> noted(log, starts)));
    }
    List<Participant> participants = new ArrayList<>();
    participants.add(
        live.outside(
            inputs.trace(),
            endsElsewhere(partitions),
            jobs -> listener.simulated(policy.name(), jobs)));
    for (int index = 0; index < logs.length; index++) {
      Partition partition = partitions.get(index);
      Scheduler scheduler =
          live.feeding(
              keepingSnapshots(index, inMotion(index, partition)), partition, starts.get(index));
      participants.add(PartitionEngine.participant(partition, scheduler));
    }
    try {
      Lockstep.run(participants);
    } catch (StuckException stuck) {
      throw problem(stuck, partitions.indexOf(stuck.partition()));
    }
    partitions.forEach(this::record);
  }

  private static PartitionObserver noted(PartitionObserver next, List<Starts> starts) {
    starts.add(new Starts(next));
    return starts.getLast();
  }

  /** Per row the end of a job that no virtual cluster runs, else -1. */
  private long[] endsElsewhere(List<Partition> partitions) {
    long[] ends = new long[records.size()];
    Arrays.fill(ends, -1);
    if (inputs.profiling() != null) {
      System.arraycopy(inputs.profiling().endSeconds(), 0, ends, 0, ends.length);
    }
    for (Partition partition : partitions) {
      PartitionJobs jobs = partition.jobs();
      for (int job = 0; job < jobs.size(); job++) {
        ends[jobs.row(job)] = -1;
      }
    }
    return ends;
  }

  private Partition partition(int index, UnaryOperator<PartitionObserver> observer) {
    VirtualCluster virtualCluster = virtualClusters.get(index);
    PartitionJobs jobs = jobs(index);
    Nodes nodes = new Nodes(nodeCount(virtualCluster, jobs), inputs.cluster().gpusPerNode());
    requireRoom(virtualCluster, jobs, nodes);
    logs[index] = new ClusterLog(inputs.startSecond(), options.sampleSeconds(), usage, jobs);
    return new Partition(
        jobs,
        nodes,
        options.placement().placer(options.seed() + index),
        inputs.startSecond(),
        prepared.endDelaySeconds(),
        observer.apply(observer(index, jobs)));
  }

  private PartitionObserver observer(int index, PartitionJobs jobs) {
    if (!options.explained()) {
      return logs[index];
    }
    recorders[index] = new DecisionRecorder(jobs, logs[index]);
    return recorders[index];
  }

  /** The jobs that a virtual cluster runs. */
  PartitionJobs jobs(int index) {
    return prepared.jobs(inputs, rows[index]).estimatedBy(this::estimatedSeconds);
  }

  /** Nodes that a virtual cluster has at the start. */
  int nodeCount(int index) {
    return prepared.nodeCount(virtualClusters.get(index), jobs(index));
  }

  private double estimatedSeconds(int row) {
    if (live != null) {
      return live.seconds(row);
    }
    return inputs.estimates() == null ? Double.NaN : inputs.estimates().seconds(row);
  }

  private InputProblem problem(StuckException stuck, int index) {
    return new InputProblem(
        "Policy %s, virtual cluster %s: %s. Maybe it has too few nodes left."
            .formatted(policy.name(), virtualClusters.get(index).name(), stuck.getMessage()));
  }

  /** All results; to be called when every virtual cluster was simulated. */
  PolicyResult result() {
    completedRecords();
    long lastEnd = Arrays.stream(records.endSeconds()).max().orElse(inputs.startSecond());
    ClusterSeries series =
        ClusterSeries.of(List.of(logs), inputs.startSecond(), lastEnd, options.sampleSeconds());
    Optional<Estimates> learnt = Optional.ofNullable(live).map(LiveEstimates::all);
    return new PolicyResult(policy.name(), records, series, decisions(), snapshots(), learnt);
  }

  /** What became of the jobs; to be called once, when every virtual cluster was simulated. */
  JobRecords completedRecords() {
    prepared.complete(records);
    return records;
  }

  private Snapshots snapshots() {
    Map<String, List<Snapshot>> byName = new LinkedHashMap<>();
    for (int index = 0; index < logs.length; index++) {
      byName.put(virtualClusters.get(index).name(), snapshots.get(index));
    }
    return new Snapshots(byName);
  }

  private DecisionLog decisions() {
    if (!options.explained()) {
      return DecisionLog.EMPTY;
    }
    boolean profiles = policy.needs().contains(Need.PROFILING);
    return new DecisionLog(
        profiles ? Optional.of(ProfiledJobs.of(inputs.profiling())) : Optional.empty(),
        IntStream.range(0, recorders.length).mapToObj(this::decisions).toList());
  }

  private PartitionLog decisions(int index) {
    return recorders[index].log(
        virtualClusters.get(index).name(),
        inputs.cluster().gpusPerNode(),
        options.placement().label());
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
