package org.limpid.simulation.given;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.policy.HostInputs;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.WorkloadPredictions;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.resource.Placer;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecorder;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.Outcomes;
import org.limpid.simulation.world.JobWork;

/**
 * A case that is worked out by hand: one virtual cluster "vc" of nodes with 8 GPUs of 24 GiB, and
 * jobs in the order in which they are named, from second 0 on.
 *
 * <p>Estimates are right unless stated otherwise, nothing is profiled, and no GPU is shared.
 */
public final class Given {
  /** GPUs of each node. */
  public static final int GPUS_PER_NODE = 8;

  /** Memory of each GPU, MiB. */
  public static final int GPU_MEMORY_MIB = 24_576;

  private static final Map<Partition, JobRecords> RECORDS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final int nodeCount;
  private final Trace.Builder jobs = new Trace.Builder();
  private final List<Double> estimates = new ArrayList<>();
  private final ProfilingGiven profiling = new ProfilingGiven();
  private final Map<String, ScalingCurve> curves = new TreeMap<>();
  private Forecast forecast = Forecast.EMPTY;
  private Profiles profiles = Profiles.EMPTY;
  private Semantics semantics = Semantics.standard();
  private Settings settings = Settings.NONE.with(LucidSettings.SHARING, SharingMode.NEVER);
  private Map<Workload, Integer> shareScores = Map.of();

  private Given(int nodeCount) {
    this.nodeCount = nodeCount;
  }

  /** A virtual cluster of so many nodes, without any job. */
  public static Given nodes(int count) {
    return new Given(count);
  }

  /** One more job; its estimate is its duration. */
  public Given job(long submitSecond, int gpus, long duration) {
    return job(submitSecond, gpus, duration, duration, null);
  }

  /** One more job with an estimate of its own. */
  public Given job(long submitSecond, int gpus, long duration, double estimate) {
    return job(submitSecond, gpus, duration, estimate, null);
  }

  /** One more job of a known workload. */
  public Given job(
      long submitSecond, int gpus, long duration, double estimate, WorkloadProfile workload) {
    int id = jobs.size();
    jobs.add(
        new Trace.Job(
            id, "user", "vc", "", gpus, gpus, "COMPLETED", submitSecond, duration, workload));
    estimates.add(estimate);
    return this;
  }

  /** One more job with a time limit. */
  public Given limited(long submitSecond, int gpus, long duration, long limit) {
    return known(
        submitSecond, gpus, duration, JobAttributes.NONE.with(JobAttribute.TIME_LIMIT, limit));
  }

  /** One more job with a time limit that wants its nodes for itself. */
  public Given onWholeNodes(long submitSecond, int gpus, long duration, long limit) {
    return known(
        submitSecond,
        gpus,
        duration,
        JobAttributes.NONE.with(JobAttribute.TIME_LIMIT, limit).with(JobAttribute.WHOLE_NODES, 1));
  }

  private Given known(long submitSecond, int gpus, long duration, JobAttributes attributes) {
    int id = jobs.size();
    jobs.add(
        new Trace.Job(id, "user", "vc", "", gpus, gpus, "COMPLETED", submitSecond, duration, null)
            .with(attributes));
    estimates.add((double) duration);
    return this;
  }

  /**
   * One more job without a deadline, whose curve tells its speeds.
   *
   * @param duration its run time on the GPUs that it asks for, from which its iterations follow
   */
  public Given elastic(long submitSecond, int gpus, long duration, ScalingCurve curve) {
    return elastic(submitSecond, gpus, duration, curve, JobAttributes.NONE);
  }

  /** The same with a deadline. */
  public Given due(long submitSecond, int gpus, long duration, ScalingCurve curve, long deadline) {
    return elastic(
        submitSecond,
        gpus,
        duration,
        curve,
        JobAttributes.NONE.with(JobAttribute.DEADLINE, deadline));
  }

  private Given elastic(
      long submitSecond, int gpus, long duration, ScalingCurve curve, JobAttributes known) {
    int id = jobs.size();
    long iterations = Math.round(duration * curve.throughputOn(gpus));
    jobs.add(
        new Trace.Job(id, "user", "vc", "", gpus, gpus, "COMPLETED", submitSecond, duration, null)
            .with(
                known
                    .with(JobAttribute.SCALING, curve.name())
                    .with(JobAttribute.ITERATIONS, iterations)));
    estimates.add((double) duration);
    curves.put(curve.name(), curve);
    return this;
  }

  /** The last job is in the profiler during these seconds. */
  public Given profiled(long from, long to) {
    profiling.profiled(jobs.size() - 1, from, to);
    return this;
  }

  /** The profiler borrows (+1) or returns (-1) a node of "vc". */
  public Given loan(long second, int change) {
    profiling.loan(second, change);
    return this;
  }

  /** With a forecast. */
  public Given forecast(Forecast rows) {
    forecast = rows;
    return this;
  }

  /** With profiles. */
  public Given profiles(Profiles measured) {
    profiles = measured;
    return this;
  }

  /** With other semantics than the standard ones. */
  public Given semantics(Semantics other) {
    semantics = other;
    return this;
  }

  /** With sharing. */
  public Given sharing(SharingMode mode) {
    return with(LucidSettings.SHARING, mode);
  }

  /** With another value of a setting. */
  public <T> Given with(Setting<T> setting, T value) {
    settings = settings.with(setting, value);
    return this;
  }

  /** With share scores from outside. */
  public Given shareScores(Map<Workload, Integer> scores) {
    shareScores = scores;
    return this;
  }

  /** What a policy is told. */
  public PolicyInputs inputs() {
    Trace trace = jobs.build();
    return new PolicyInputs(
        new ClusterDescription(
            List.of(new VirtualCluster("vc", nodeCount)), GPUS_PER_NODE, 96, GPU_MEMORY_MIB),
        trace,
        0,
        new Estimates("given", estimates.stream().mapToDouble(seconds -> seconds).toArray()),
        null,
        forecast,
        profiles,
        new WorkloadPredictions(shareScores, PairSpeeds.EMPTY),
        profiling.outcome(trace, "vc"),
        semantics,
        settings,
        List.of(),
        ScalingCurves.of(List.copyOf(curves.values())),
        HostInputs.NONE);
  }

  /** What becomes of the jobs under a standard policy. */
  public JobRecords run(String policy) {
    return run(policy, Policies.standard());
  }

  /** What becomes of the jobs under a policy. */
  public JobRecords run(String policy, Policies policies) {
    SimulationOptions options = SimulationOptions.standard().withThreads(1);
    return new Simulator(options).run(policies.named(policy).orElseThrow(), inputs()).jobs();
  }

  /** What becomes of the jobs under a standard policy, and why. */
  public PolicyResult explain(String policy) {
    SimulationOptions options = SimulationOptions.standard().withThreads(1).withExplained(true);
    return new Simulator(options).run(Policies.standard().named(policy).orElseThrow(), inputs());
  }

  /** The virtual cluster as a partition with consolidated placement. */
  public Partition partition() {
    return partition(EventSink.NONE);
  }

  /** The virtual cluster as a partition with consolidated placement that somebody watches. */
  public Partition partition(EventSink sink) {
    return partition(jobs.build(), nodeCount, PlacementRule.CONSOLIDATE.placer(0), 0, sink);
  }

  /** Jobs as a partition of nodes with 8 GPUs that shows the truth. */
  public static Partition partition(
      Trace trace, int nodeCount, Placer placer, int endDelaySeconds, EventSink sink) {
    PartitionJobs jobs =
        PartitionJobs.asSubmitted(trace, IntStream.range(0, trace.size()).toArray());
    return partition(jobs, JobWork.whole(trace, jobs), nodeCount, placer, endDelaySeconds, sink);
  }

  /** Jobs of known work as a partition of nodes with 8 GPUs that shows the truth. */
  public static Partition partition(
      PartitionJobs jobs,
      JobWork work,
      int nodeCount,
      Placer placer,
      int endDelaySeconds,
      EventSink sink) {
    Partition partition =
        new Partition(jobs, work, new Nodes(nodeCount, GPUS_PER_NODE), placer, 0, endDelaySeconds);
    return partition.tellingTo(new TwoSinks(sink, recorder(partition))).showingTruth();
  }

  /** What notes the jobs of a partition for {@link #records}. */
  public static EventSink recorder(Partition partition) {
    PartitionJobs jobs = partition.jobs();
    JobRecords records =
        RECORDS.computeIfAbsent(partition, _ -> JobRecords.empty(jobs.size(), List.of()));
    return new JobRecorder(jobs, partition.state(), records, new Outcomes(jobs.size()));
  }

  /** The jobs of the first second arrive. */
  public static Partition arrived(Partition partition) {
    PartitionEngine.participant(partition, new Script(partition)).acceptJobs();
    return partition;
  }

  /** What became of the jobs of a partition that was made here; they are its rows. */
  public static JobRecords records(Partition partition) {
    return RECORDS.get(partition);
  }

  /** Seconds, to be compared with a column of the records. */
  public static long[] seconds(long... values) {
    return values;
  }
}
