package org.limpid.profiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionEngine;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.engine.PartitionObserver;
import org.limpid.simulation.placement.PlacementRule;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Mend;

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
    Partition partition =
        new Partition(
            jobs(trace, rows),
            nodes,
            placement.placer(seed),
            startSecond,
            0,
            PartitionObserver.NONE);
    boolean keepsLoans = semantics.has(Mend.LOANS_KEPT);
    LeastGpuFirst scheduler = new LeastGpuFirst(partition, profiler, forecast, keepsLoans);
    PartitionEngine.run(partition, scheduler);
    return outcome(trace, partition, scheduler.loans());
  }

  /** Jobs that stay for the time limit at most. */
  private PartitionJobs jobs(Trace trace, int[] rows) {
    long[] arrival = new long[trace.size()];
    long[] stay = new long[trace.size()];
    for (int row : rows) {
      arrival[row] = trace.submitSeconds(row);
      stay[row] = Math.min(trace.durationSeconds(row), profiler.timeLimitSeconds());
    }
    return PartitionJobs.arriving(trace, rows, arrival, stay);
  }

  private ProfilingOutcome outcome(
      Trace trace, Partition partition, List<ProfilingOutcome.Loan> loans) {
    int size = trace.size();
    boolean[] profiled = new boolean[size];
    boolean[] finished = new boolean[size];
    long[] start = new long[size];
    long[] end = new long[size];
    Arrays.fill(start, -1);
    Arrays.fill(end, -1);
    long[] queue = new long[size];
    Allocation[] allocations = new Allocation[size];
    PartitionJobs jobs = partition.jobs();
    for (int job = 0; job < jobs.size(); job++) {
      int row = jobs.row(job);
      profiled[row] = true;
      finished[row] = trace.durationSeconds(row) <= profiler.timeLimitSeconds();
      start[row] = partition.startSeconds(job);
      end[row] = partition.endSeconds(job);
      queue[row] = partition.queueSeconds(job);
      allocations[row] = partition.allocation(job);
    }
    return new ProfilingOutcome(
        profiled,
        finished,
        start,
        end,
        queue,
        allocations,
        returnedAtEnd(loans, partition.now()),
        nodesTaken(),
        profiler.lender());
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
