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
import org.limpid.simulation.policy.Semantics.Mend;
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

  /**
   * @param cluster gives the GPUs per node
   * @param profiler size and limits of the partition
   * @param placement where jobs go
   * @param semantics which accidents of the artifact are mended
   */
  public ProfilingStage(
      ClusterDescription cluster,
      ProfilerDescription profiler,
      PlacementRule placement,
      Semantics semantics) {
    this.cluster = cluster;
    this.profiler = profiler;
    this.placement = placement;
    this.semantics = semantics;
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
        cluster, ProfilerSettings.profiler(described, settings), placement, semantics);
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
    int[] rows =
        IntStream.range(0, trace.size()).filter(row -> trace.gpuCount(row) <= largestJob).toArray();
    Nodes nodes = new Nodes(profiler.nodeCount(), cluster.gpusPerNode());
    PartitionJobs jobs = PartitionJobs.asSubmitted(trace, rows);
    JobWork stays = new JobWork(job -> stay(trace, jobs.row(job)));
    Partition partition = new Partition(jobs, stays, nodes, placement.placer(seed), startSecond, 0);
    JobRecords records = JobRecords.empty(trace.size(), List.of());
    partition.tellingTo(
        new JobRecorder(jobs, partition.state(), records, new Outcomes(trace.size())));
    boolean keepsLoans = semantics.has(Mend.LOANS_KEPT);
    LeastGpuFirst scheduler = new LeastGpuFirst(partition, profiler, forecast, keepsLoans);
    PartitionEngine.run(partition, scheduler);
    return outcome(trace, jobs, records, scheduler.loans(), partition.now());
  }

  /** Jobs stay for the time limit at most. */
  private long stay(Trace trace, int row) {
    return Math.min(trace.durationSeconds(row), profiler.timeLimitSeconds());
  }

  private ProfilingOutcome outcome(
      Trace trace,
      PartitionJobs jobs,
      JobRecords records,
      List<ProfilingOutcome.Loan> loans,
      long lastSecond) {
    int size = trace.size();
    boolean[] profiled = new boolean[size];
    boolean[] finished = new boolean[size];
    for (int job = 0; job < jobs.size(); job++) {
      int row = jobs.row(job);
      profiled[row] = true;
      finished[row] = trace.durationSeconds(row) <= profiler.timeLimitSeconds();
    }
    return new ProfilingOutcome(
        profiled,
        finished,
        ofProfiled(profiled, records.startSeconds()),
        ofProfiled(profiled, records.endSeconds()),
        records.queueSeconds(),
        records.allocations(),
        returnedAtEnd(loans, lastSecond),
        nodesTaken(),
        profiler.lender());
  }

  private static long[] ofProfiled(boolean[] profiled, long[] seconds) {
    for (int row = 0; row < seconds.length; row++) {
      seconds[row] = profiled[row] ? seconds[row] : -1;
    }
    return seconds;
  }

  private List<ProfilingOutcome.Loan> returnedAtEnd(
      List<ProfilingOutcome.Loan> loans, long lastSecond) {
    if (!semantics.has(Mend.LOANS_KEPT) || loans.isEmpty() || loans.getLast().change() < 0) {
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
