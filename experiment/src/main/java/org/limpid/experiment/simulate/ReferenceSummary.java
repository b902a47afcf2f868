package org.limpid.experiment.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.reference.ReferenceResult;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.metrics.SizeClass;
import org.limpid.simulation.run.VirtualClusterRows;

/** Sums up what a simulator of a published artifact tells of jobs: of those that ended. */
final class ReferenceSummary {
  private final Trace trace;
  private final ReferenceResult result;

  private ReferenceSummary(Trace trace, ReferenceResult result) {
    this.trace = trace;
    this.result = result;
  }

  /**
   * A policy in figures.
   *
   * @param counted selects rows of the trace
   */
  static PolicySummary of(
      String policy,
      ClusterDescription cluster,
      Trace trace,
      ReferenceResult result,
      IntPredicate counted) {
    ReferenceSummary summary = new ReferenceSummary(trace, result);
    int[] ended =
        IntStream.range(0, trace.size())
            .filter(counted.and(row -> !Double.isNaN(result.endSeconds()[row])))
            .toArray();
    return new PolicySummary(
        policy,
        summary.group("all", ended),
        summary.byVirtualCluster(cluster, ended),
        summary.bySize(ended),
        summary.makespan(ended),
        result.preemptions(),
        result.utilisation());
  }

  private List<JobGroup> byVirtualCluster(ClusterDescription cluster, int[] ended) {
    List<VirtualCluster> all = cluster.virtualClusters();
    int[][] rows = VirtualClusterRows.of(cluster, trace);
    return IntStream.range(0, all.size())
        .mapToObj(index -> group(all.get(index).name(), both(rows[index], ended)))
        .filter(group -> group.jobs() > 0)
        .toList();
  }

  /** What two ascending arrays have in common. */
  private static int[] both(int[] some, int[] others) {
    return Arrays.stream(some).filter(row -> Arrays.binarySearch(others, row) >= 0).toArray();
  }

  private List<JobGroup> bySize(int[] ended) {
    return Stream.of(SizeClass.SMALL_AND_LARGE, SizeClass.FINE)
        .flatMap(List::stream)
        .map(size ->
            group(
                size.name(),
                Arrays.stream(ended).filter(row -> size.contains(trace.gpuCount(row))).toArray()))
        .filter(group -> group.jobs() > 0)
        .toList();
  }

  private JobGroup group(String name, int[] rows) {
    double[] jct =
        Arrays.stream(rows)
            .mapToDouble(row -> result.endSeconds()[row] - trace.submitSeconds(row))
            .toArray();
    double[] queue =
        Arrays.stream(rows)
            .mapToDouble(row -> result.queueSeconds()[row])
            .filter(seconds -> !Double.isNaN(seconds))
            .toArray();
    return new JobGroup(name, rows.length, Distribution.of(jct), Distribution.of(queue));
  }

  private long makespan(int[] ended) {
    return ended.length == 0
        ? 0
        : Math.round(
            Arrays.stream(ended).mapToDouble(row -> result.endSeconds()[row]).max().getAsDouble()
                - trace.submitSeconds(ended[0]));
  }
}
