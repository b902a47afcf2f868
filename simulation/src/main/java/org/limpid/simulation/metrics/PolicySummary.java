package org.limpid.simulation.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.record.JobRecords;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.VirtualClusterRows;

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
 */
public record PolicySummary(
    String policy,
    JobGroup all,
    List<JobGroup> byVirtualCluster,
    List<JobGroup> bySize,
    long makespanSeconds,
    long preemptions,
    double utilisation) {
  public PolicySummary {
    byVirtualCluster = List.copyOf(byVirtualCluster);
    bySize = List.copyOf(bySize);
  }

  /** Sums up a result. */
  public static PolicySummary of(ClusterDescription cluster, Trace trace, PolicyResult result) {
    JobRecords jobs = result.jobs();
    return new PolicySummary(
        result.policy(),
        JobGroup.of("all", trace, jobs, row -> true),
        byVirtualCluster(cluster, trace, jobs),
        bySize(trace, jobs),
        makespan(trace, jobs),
        Arrays.stream(jobs.preemptions()).asLongStream().sum(),
        result.cluster().utilisation());
  }

  private static List<JobGroup> byVirtualCluster(
      ClusterDescription cluster, Trace trace, JobRecords jobs) {
    List<VirtualCluster> virtualClusters = cluster.virtualClusters();
    int[][] rows = VirtualClusterRows.of(cluster, trace);
    return IntStream.range(0, rows.length)
        .filter(index -> rows[index].length > 0)
        .mapToObj(index -> JobGroup.of(virtualClusters.get(index).name(), trace, jobs, rows[index]))
        .toList();
  }

  private static List<JobGroup> bySize(Trace trace, JobRecords jobs) {
    List<SizeClass> classes = new ArrayList<>(SizeClass.SMALL_AND_LARGE);
    classes.addAll(SizeClass.FINE);
    return classes.stream()
        .map(size ->
            JobGroup.of(size.name(), trace, jobs, row -> size.contains(trace.gpuCount(row))))
        .filter(group -> group.jobs() > 0)
        .toList();
  }

  private static long makespan(Trace trace, JobRecords jobs) {
    return jobs.size() == 0
        ? 0
        : Arrays.stream(jobs.endSeconds()).max().getAsLong() - trace.submitSeconds(0);
  }
}
