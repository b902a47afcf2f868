package org.limpid.profiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.sink.JobRecorder;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.Outcomes;
import org.limpid.simulation.world.JobWork;

/**
 * Runs every job that is small enough for a short time in one partition of the whole cluster, the
 * jobs with the fewest GPUs first (Least-GPU-First).
 *
 * <p>Source: section 3.2 of the Lucid paper (ASPLOS '23); rules as in its artifact.
 */
public final class ProfilingStage {
  private final ClusterDescription cluster;
  private final ProfilerDescription profiler;
  private final PlacementRule placement;
  private final Semantics semantics;
  private final int probes;

  /**
   * A stage without probes.
   *
   * @param cluster gives the GPUs per node
   * @param profiler size and limits of the partition
   * @param placement where jobs go
   * @param semantics which accidents of the artifact are fixed
   */
  public ProfilingStage(
      ClusterDescription cluster,
      ProfilerDescription profiler,
      PlacementRule placement,
      Semantics semantics) {
    this(cluster, profiler, placement, semantics, 0);
  }

  private ProfilingStage(
      ClusterDescription cluster,
      ProfilerDescription profiler,
      PlacementRule placement,
      Semantics semantics,
      int probes) {
    this.cluster = cluster;
    this.profiler = profiler;
    this.placement = placement;
    this.semantics = semantics;
    this.probes = probes;
  }

  /**
   * The same with probes: small copies of the jobs that are too large for the profiler, which run
   * there for the time limit to show what the jobs are. Nobody waits for them.
   *
   * @param atATime how many run at a time
   */
  public ProfilingStage withProbes(int atATime) {
    return new ProfilingStage(cluster, profiler, placement, semantics, atATime);
  }

  /**
   * The stage of a run.
   *
   * @param described the profiler of the data set
   * @param settings may say otherwise
   */
  public static ProfilingStage of(
      ClusterDescription cluster,
      ProfilerDescription described,
      Settings settings,
      PlacementRule placement,
      Semantics semantics) {
    return new ProfilingStage(
            cluster, ProfilerSettings.profiler(described, settings), placement, semantics)
        .withProbes(settings.get(ProfilerSettings.PROBES));
  }

  /** Whether a run with these settings has a profiling stage. */
  public static boolean isWanted(Settings settings) {
    return ProfilerSettings.isProfiling(settings);
  }

  /** The settings that make a difference to the stage. */
  public static Settings decisive(Settings settings) {
    return ProfilerSettings.only(settings);
  }

  /**
   * Profiles the jobs of a trace that ask for few enough GPUs, and for no more than the profiler
   * has.
   *
   * @param trace all jobs of the cluster
   * @param forecast decides when a borrowed node is returned
   * @param startSecond first second of the run
   * @param seed seed of random placement
   */
  public ProfilingOutcome run(Trace trace, Forecast forecast, long startSecond, long seed) {
    int largestJob = Math.min(profiler.maxGpuCount(), profiler.nodeCount() * cluster.gpusPerNode());
    boolean hasProbes = probes > 0 && largestJob > 0;
    int[] rows =
        IntStream.range(0, trace.size())
            .filter(row -> hasProbes || trace.gpuCount(row) <= largestJob)
            .toArray();
    Nodes nodes = new Nodes(profiler.nodeCount(), cluster.gpusPerNode());
    int probeGpus = Math.min(largestJob, cluster.gpusPerNode());
    PartitionJobs jobs =
        PartitionJobs.asSubmitted(trace, rows)
            .asking(row -> trace.gpuCount(row) > largestJob ? probeGpus : trace.gpuCount(row));
    JobWork stays = new JobWork(job -> stay(trace, jobs.row(job), largestJob));
    Partition partition = new Partition(jobs, stays, nodes, placement.placer(seed), startSecond, 0);
    JobRecords records = JobRecords.empty(trace.size(), List.of());
    partition.tellingTo(
        new JobRecorder(jobs, partition.state(), records, new Outcomes(trace.size())));
    boolean keepsLoans = semantics.has(Fix.LOANS_KEPT);
    LeastGpuFirst scheduler =
        new LeastGpuFirst(
            partition,
            profiler,
            forecast,
            keepsLoans,
            new ProbeQueue(partition, job -> trace.gpuCount(jobs.row(job)) > largestJob, probes));
    PartitionEngine.run(partition, scheduler);
    return outcome(trace, largestJob, records, scheduler.loans(), partition.now());
  }

  /** Jobs stay for the time limit at most; probes do so in any case. */
  private long stay(Trace trace, int row, int largestJob) {
    boolean isProbe = trace.gpuCount(row) > largestJob;
    long most = profiler.timeLimitSeconds();
    return isProbe ? most : Math.min(trace.durationSeconds(row), most);
  }

  private ProfilingOutcome outcome(
      Trace trace,
      int largestJob,
      JobRecords records,
      List<ProfilingOutcome.Loan> loans,
      long lastSecond) {
    int size = trace.size();
    boolean[] profiled = new boolean[size];
    boolean[] finished = new boolean[size];
    long[] probeEnds = new long[size];
    for (int row = 0; row < size; row++) {
      profiled[row] = trace.gpuCount(row) <= largestJob;
      finished[row] = profiled[row] && trace.durationSeconds(row) <= profiler.timeLimitSeconds();
      boolean isProbe = !profiled[row] && records.allocations()[row] != null;
      probeEnds[row] = isProbe ? records.endSeconds()[row] : -1;
      if (!profiled[row]) {
        forget(records, row);
      }
    }
    return new ProfilingOutcome(
        profiled,
        finished,
        records.startSeconds(),
        records.endSeconds(),
        records.queueSeconds(),
        records.allocations(),
        returnedAtEnd(loans, lastSecond),
        probeEnds,
        nodesTaken(),
        profiler.lender());
  }

  private static void forget(JobRecords records, int row) {
    records.startSeconds()[row] = -1;
    records.endSeconds()[row] = -1;
    records.queueSeconds()[row] = 0;
    records.allocations()[row] = null;
  }

  private List<ProfilingOutcome.Loan> returnedAtEnd(
      List<ProfilingOutcome.Loan> loans, long lastSecond) {
    if (!semantics.has(Fix.LOANS_KEPT) || loans.isEmpty() || loans.getLast().change() < 0) {
      return loans;
    }
    List<ProfilingOutcome.Loan> balanced = new ArrayList<>(loans);
    balanced.add(new ProfilingOutcome.Loan(lastSecond, -1));
    return balanced;
  }

  private Map<String, Integer> nodesTaken() {
    Map<String, Integer> taken = new HashMap<>();
    List<String> givers = profiler.takenFrom();
    for (int node = 0; node < profiler.nodeCount() && !givers.isEmpty(); node++) {
      taken.merge(givers.get(node % givers.size()), 1, Integer::sum);
    }
    return taken;
  }
}
