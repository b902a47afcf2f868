package org.limpid.experiment.fidelity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.RealWaits;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;

/** What a trace tells of how jobs were really scheduled. Not safe for several threads. */
final class Reality {
  private final Trace trace;
  private final int[] rows;
  private final Map<String, Integer> capacity;
  private final Map<String, GpuUse> use = new HashMap<>();
  private final boolean[] overtaken;

  /**
   * Works it out.
   *
   * @param rows of the jobs that are compared; use and order are those of all whose start is known
   */
  Reality(Trace trace, ClusterDescription cluster, int[] rows) {
    this.trace = trace;
    this.rows = rows;
    capacity =
        cluster.virtualClusters().stream()
            .collect(Collectors.toMap(VirtualCluster::name, cluster::gpuCount));
    overtaken = new boolean[trace.size()];
    Map<String, int[]> byCluster = new TreeMap<>();
    RealWaits.rows(trace)
        .boxed()
        .collect(Collectors.groupingBy(trace::virtualCluster, TreeMap::new, Collectors.toList()))
        .forEach((name, some) -> byCluster.put(name, some.stream().mapToInt(row -> row).toArray()));
    byCluster.forEach((name, some) -> {
      use.put(name, use(some));
      findOvertaken(some);
    });
  }

  private GpuUse use(int[] some) {
    GpuUse used = new GpuUse();
    for (int row : some) {
      long start = RealWaits.start(trace, row);
      used.add(start, start + trace.durationSeconds(row), trace.gpuCount(row));
    }
    return used;
  }

  /** From the last submission to the first; jobs that came together overtake no one. */
  private void findOvertaken(int[] some) {
    int largest = Arrays.stream(some).map(trace::gpuCount).max().orElse(0);
    EarliestStarts later = new EarliestStarts(largest);
    int[] latestFirst =
        Arrays.stream(some)
            .boxed()
            .sorted(Comparator.comparingLong((Integer row) -> -trace.submitSeconds(row)))
            .mapToInt(row -> row)
            .toArray();
    int waiting = 0;
    for (int place = 0; place < latestFirst.length; place++) {
      int row = latestFirst[place];
      while (trace.submitSeconds(latestFirst[waiting]) > trace.submitSeconds(row)) {
        later.add(
            trace.gpuCount(latestFirst[waiting]), RealWaits.start(trace, latestFirst[waiting]));
        waiting++;
      }
      overtaken[row] = later.ofAtLeast(trace.gpuCount(row)) < RealWaits.start(trace, row);
    }
  }

  int[] rows() {
    return rows;
  }

  Trace trace() {
    return trace;
  }

  /** Whether a job that came later and is at least as large started before it. */
  boolean isOvertaken(int row) {
    return overtaken[row];
  }

  /** GPUs of the virtual cluster of a job that were free in reality in a second. */
  long free(int row, long second) {
    String name = trace.virtualCluster(row);
    return capacity.get(name) - use.get(name).at(second);
  }

  int capacity(int row) {
    return capacity.get(trace.virtualCluster(row));
  }

  /** By how many GPUs jobs held more at once than there are, by virtual cluster; those that do. */
  Map<String, Long> excess() {
    Map<String, Long> excess = new TreeMap<>();
    use.forEach((name, each) -> {
      long more = each.peak() - capacity.get(name);
      if (more > 0) {
        excess.put(name, more);
      }
    });
    return excess;
  }

  /** How many of the jobs have something. */
  long count(JobAttribute attribute) {
    return Arrays.stream(rows).filter(row -> trace.optional().has(attribute, row)).count();
  }

  long overtakenCount() {
    return Arrays.stream(rows).filter(row -> overtaken[row]).count();
  }

  /** Jobs that were running when the trace began, which are among all jobs but not among these. */
  long runningAtStart() {
    return IntStream.range(0, trace.size())
        .filter(row -> trace.optional().isSet(JobAttribute.RUNNING_AT_START, row))
        .count();
  }
}
