package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.Estimates;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.event.ProfiledJobs;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Lockstep;
import org.limpid.simulation.loop.Participant;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.loop.StuckException;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.sink.ClusterLog;
import org.limpid.simulation.sink.ClusterSeries;
import org.limpid.simulation.sink.EventRecorder;
import org.limpid.simulation.sink.HostRecorder;
import org.limpid.simulation.sink.HostRecords;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecorder;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.LiveEstimates;
import org.limpid.simulation.sink.Outcomes;
import org.limpid.simulation.sink.Starts;
import org.limpid.simulation.sink.UsageModel;

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
  private final Partitions partitions;
  private final UsageModel usage;
  private final ClusterLog[] logs;
  private final EventRecorder[] recorders;
  private final JobRecords records;
  private final Outcomes outcomes;
  private final LiveEstimates live;
  private final HostRecords hostRecords;
  private final List<List<Snapshot>> snapshots;

  PolicyRun(Policy policy, PolicyInputs inputs, int[][] rows, SimulationOptions options) {
    this.policy = policy;
    this.inputs = inputs;
    this.options = options;
    this.rows = rows;
    boolean showsTruth = policy.needs().contains(Need.TRUE_DURATIONS);
    prepared = policy.prepare(showsTruth ? inputs : inputs.withoutDurations());
    virtualClusters = inputs.cluster().virtualClusters();
    usage =
        new UsageModel(
            inputs.trace(), inputs.profiles(), inputs.semantics().has(Fix.JOINT_UTILISATION));
    logs = new ClusterLog[virtualClusters.size()];
    recorders = new EventRecorder[virtualClusters.size()];
    int size = inputs.trace().size();
    snapshots = new ArrayList<>(Collections.nCopies(logs.length, List.of()));
    records = JobRecords.empty(size, prepared.columns());
    outcomes = new Outcomes(size);
    Optional<HostsOfRun> hosts = HostsOfRun.of(inputs);
    hostRecords = hosts.isPresent() ? new HostRecords(size) : null;
    live = isLive(policy, inputs) ? new LiveEstimates(inputs.estimator().get(), size) : null;
    partitions =
        new Partitions(policy, prepared, inputs, rows, hosts, this::estimatedSeconds, options);
  }

  /** Whether durations are estimated while a policy runs on these inputs. */
  static boolean isLive(Policy policy, PolicyInputs inputs) {
    return inputs.estimator() != null && policy.needs().contains(Need.ESTIMATES);
  }

  /** Simulates all virtual clusters together if durations are estimated live, else one of them. */
  void simulatePiece(int piece, Simulator.Listener listener) {
    if (live != null) {
      simulateTogether(listener);
    } else if (piece < logs.length) {
      simulate(piece, listener);
    }
  }

  private void simulate(int index, Simulator.Listener listener) {
    VirtualClusterRun run = inMotion(index, watched(index, null));
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

  /** The policy, ready for the run. */
  PreparedPolicy prepared() {
    return prepared;
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
    Partition partition = partitions.partition(index);
    return inMotion(index, partition.tellingTo(recorder(partition)));
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
  }

  private VirtualClusterRun inMotion(int index, Partition partition) {
    return new VirtualClusterRun(
        partition, partitions.nodeArrivals(index, partition), prepared.scheduler(partition));
  }

  /** Takes over what another run of the policy recorded of a job. */
  void keep(JobRecords before, int rowBefore, int row) {
    records.startSeconds()[row] = before.startSeconds()[rowBefore];
    records.endSeconds()[row] = before.endSeconds()[rowBefore];
    records.queueSeconds()[row] = before.queueSeconds()[rowBefore];
    records.preemptions()[row] = before.preemptions()[rowBefore];
    records.allocations()[row] = before.allocations()[rowBefore];
    outcomes.keep(before, rowBefore, row);
    prepared.keep(before, rowBefore, records, row);
  }

  /** All virtual clusters in the order of time, since estimates depend on what ended anywhere. */
  private void simulateTogether(Simulator.Listener listener) {
    List<Starts> starts = new ArrayList<>();
    List<Partition> all = new ArrayList<>();
    for (int index = 0; index < logs.length; index++) {
      starts.add(new Starts());
      all.add(watched(index, starts.getLast()));
    }
    List<Participant> participants = new ArrayList<>();
    participants.add(
        live.outside(
            inputs.trace(), endsElsewhere(all), jobs -> listener.simulated(policy.name(), jobs)));
    for (int index = 0; index < logs.length; index++) {
      Partition partition = all.get(index);
      Scheduler scheduler =
          live.feeding(
              keepingSnapshots(index, inMotion(index, partition)), partition, starts.get(index));
      participants.add(PartitionEngine.participant(partition, scheduler));
    }
    try {
      Lockstep.run(participants);
    } catch (StuckException stuck) {
      throw problem(stuck, all.indexOf(stuck.partition()));
    }
  }

  /** Per row the end of a job that no virtual cluster runs, else -1. */
  private long[] endsElsewhere(List<Partition> all) {
    long[] ends = new long[records.size()];
    Arrays.fill(ends, -1);
    if (inputs.profiling() != null) {
      System.arraycopy(inputs.profiling().endSeconds(), 0, ends, 0, ends.length);
    }
    for (Partition partition : all) {
      PartitionJobs jobs = partition.jobs();
      for (int job = 0; job < jobs.size(); job++) {
        ends[jobs.row(job)] = -1;
      }
    }
    return ends;
  }

  /**
   * A virtual cluster that tells of itself to whatever the run keeps.
   *
   * @param starts null unless durations are estimated during the run
   */
  private Partition watched(int index, Starts starts) {
    Partition partition = partitions.partition(index);
    HostRecorder ofHosts =
        partition
            .hosts()
            .map(known -> new HostRecorder(partition, known, hostRecords))
            .orElse(null);
    logs[index] =
        new ClusterLog(
            inputs.startSecond(),
            options.sampleSeconds(),
            usage,
            partition.jobs(),
            partition.state(),
            ofHosts);
    recorders[index] = options.explained() ? new EventRecorder(partition) : null;
    return partition.tellingTo(
        new RunSinks(logs[index], recorder(partition), recorders[index], ofHosts, starts));
  }

  private JobRecorder recorder(Partition partition) {
    return new JobRecorder(partition.jobs(), partition.state(), records, outcomes);
  }

  /** Run time of a job in its virtual cluster on GPUs of its own, seconds. */
  long workSeconds(int row) {
    return partitions.workSeconds(row);
  }

  /** The jobs that a virtual cluster runs. */
  PartitionJobs jobs(int index) {
    return partitions.jobs(index);
  }

  /** Nodes that a virtual cluster has at the start. */
  int nodeCount(int index) {
    return partitions.nodeCount(index);
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
    JobRecords all = withHosts(completedRecords());
    long lastEnd = Arrays.stream(records.endSeconds()).max().orElse(inputs.startSecond());
    ClusterSeries series =
        ClusterSeries.of(List.of(logs), inputs.startSecond(), lastEnd, options.sampleSeconds());
    Optional<Estimates> learnt = Optional.ofNullable(live).map(LiveEstimates::all);
    return new PolicyResult(policy.name(), all, series, decisions(), snapshots(), learnt);
  }

  /** What became of the jobs; to be called once, when every virtual cluster was simulated. */
  JobRecords completedRecords() {
    prepared.complete(records);
    return outcomes.column().map(records::with).orElse(records);
  }

  /** With what jobs had of CPUs and memory; only what is simulated from its start knows that. */
  private JobRecords withHosts(JobRecords completed) {
    JobRecords all = completed;
    if (hostRecords != null) {
      for (JobColumn column : hostRecords.columns()) {
        all = all.with(column);
      }
    }
    return all;
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
        profiles ? Optional.of(profiled(inputs.profiling())) : Optional.empty(),
        IntStream.range(0, recorders.length).mapToObj(this::decisions).toList());
  }

  private static ProfiledJobs profiled(ProfilingOutcome outcome) {
    return new ProfiledJobs(
        outcome.profiled(),
        outcome.finished(),
        outcome.startSeconds(),
        outcome.endSeconds(),
        outcome.queueSeconds());
  }

  private PartitionLog decisions(int index) {
    return recorders[index].log(
        virtualClusters.get(index).name(),
        inputs.cluster().gpusPerNode(virtualClusters.get(index)),
        options.placement().label());
  }
}
