package org.limpid.simulation.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.VirtualClusterRows;
import org.limpid.simulation.sink.JobRecords;

/**
 * A policy in figures.
 *
 * @param policy its name
 * @param all all jobs
 * @param byVirtualCluster in the order of the cluster; those without jobs left out
 * @param bySize small and large jobs, then finer classes; those without jobs left out
 * @param makespanSeconds last end - first submission; 0 without jobs
 * @param preemptions how often jobs were taken off their GPUs, in sum
 * @param utilisation share of the GPU time from the start of the run to the last end in which a GPU
 *     was held by a job, 0..1; the profiler's own nodes are not part of it
 * @param deadlines what became of deadlines; empty if no job has one
 */
public record PolicySummary(
    String policy,
    JobGroup all,
    List<JobGroup> byVirtualCluster,
    List<JobGroup> bySize,
    long makespanSeconds,
    long preemptions,
    double utilisation,
    Optional<DeadlineSummary> deadlines) {
  public PolicySummary {
    byVirtualCluster = List.copyOf(byVirtualCluster);
    bySize = List.copyOf(bySize);
    Objects.requireNonNull(deadlines, "deadlines");
  }

  /** A policy on jobs without deadlines. */
  public PolicySummary(
      String policy,
      JobGroup all,
      List<JobGroup> byVirtualCluster,
      List<JobGroup> bySize,
      long makespanSeconds,
      long preemptions,
      double utilisation) {
    this(
        policy,
        all,
        byVirtualCluster,
        bySize,
        makespanSeconds,
        preemptions,
        utilisation,
        Optional.empty());
  }

  /** The jobs of a size class; empty if there are none. */
  public Optional<JobGroup> bySize(String name) {
    return bySize.stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** Sums up a result of jobs without scaling curves. */
  public static PolicySummary of(ClusterDescription cluster, Trace trace, PolicyResult result) {
    return of(cluster, trace, ScalingCurves.EMPTY, result, row -> true);
  }

  /**
   * Sums up what became of some of the jobs; only utilisation and efficiency are those of the whole
   * run.
   *
   * @param curves what jobs gain from more GPUs
   * @param counted selects rows of the trace
   */
  public static PolicySummary of(
      ClusterDescription cluster,
      Trace trace,
      ScalingCurves curves,
      PolicyResult result,
      IntPredicate counted) {
    JobRecords jobs = result.jobs();
    int[] rows = IntStream.range(0, trace.size()).filter(counted).toArray();
    return new PolicySummary(
        result.policy(),
        JobGroup.of("all", trace, jobs, rows),
        byVirtualCluster(cluster, trace, jobs, counted),
        bySize(trace, jobs, counted),
        makespan(trace, jobs, rows),
        Arrays.stream(rows).mapToLong(row -> jobs.preemptions()[row]).sum(),
        result.cluster().utilisation(),
        DeadlineSummary.of(trace, curves, result, rows));
  }

  private static List<JobGroup> byVirtualCluster(
      ClusterDescription cluster, Trace trace, JobRecords jobs, IntPredicate counted) {
    List<VirtualCluster> virtualClusters = cluster.virtualClusters();
    int[][] rows = VirtualClusterRows.of(cluster, trace);
    return IntStream.range(0, rows.length)
        .mapToObj(index ->
            JobGroup.of(
                virtualClusters.get(index).name(),
                trace,
                jobs,
                Arrays.stream(rows[index]).filter(counted).toArray()))
        .filter(group -> group.jobs() > 0)
        .toList();
  }

  private static List<JobGroup> bySize(Trace trace, JobRecords jobs, IntPredicate counted) {
    List<SizeClass> classes = new ArrayList<>(SizeClass.SMALL_AND_LARGE);
    classes.addAll(SizeClass.FINE);
    return classes.stream()
        .map(size ->
            JobGroup.of(
                size.name(),
                trace,
                jobs,
                row -> counted.test(row) && size.contains(trace.gpuCount(row))))
        .filter(group -> group.jobs() > 0)
        .toList();
  }

  private static long makespan(Trace trace, JobRecords jobs, int[] rows) {
    return rows.length == 0
        ? 0
        : Arrays.stream(rows).mapToLong(row -> jobs.endSeconds()[row]).max().getAsLong()
            - trace.submitSeconds(rows[0]);
  }
}
