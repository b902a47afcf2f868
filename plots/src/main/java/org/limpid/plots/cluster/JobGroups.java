package org.limpid.plots.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.results.NameColumn;
import org.limpid.simulation.metrics.SizeClass;

/** Jobs in groups, by their rows; -1: in none. */
public record JobGroups(List<String> names, IntUnaryOperator groupOf) {
  public JobGroups {
    names = List.copyOf(names);
  }

  /** Size classes with jobs. */
  public static JobGroups bySize(JobTable jobs) {
    List<SizeClass> present =
        SizeClass.FINE.stream()
            .filter(size ->
                IntStream.range(0, jobs.size()).anyMatch(row -> size.contains(jobs.gpuCount(row))))
            .toList();
    return new JobGroups(
        present.stream().map(SizeClass::name).toList(),
        row -> {
          int group = 0;
          while (!present.get(group).contains(jobs.gpuCount(row))) {
            group++;
          }
          return group;
        });
  }

  public static JobGroups all() {
    return new JobGroups(List.of("all"), _ -> 0);
  }

  /** The virtual clusters with most jobs, in alphabetical order. */
  public static JobGroups byVirtualCluster(JobTable jobs, int most) {
    NameColumn clusters = jobs.virtualClusters();
    double[] counts = new double[clusters.names().size()];
    for (int row = 0; row < jobs.size(); row++) {
      counts[clusters.code(row)]++;
    }
    return of(
        clusters,
        largest(clusters.names(), counts, most).stream()
            .filter(name -> counts[clusters.names().indexOf(name)] > 0)
            .sorted()
            .toList());
  }

  /** The users whose jobs need most GPU time on GPUs of their own, the first of all first. */
  public static JobGroups byUser(JobTable jobs, int most) {
    NameColumn users = jobs.users();
    double[] gpuSeconds = new double[users.names().size()];
    for (int row = 0; row < jobs.size(); row++) {
      gpuSeconds[users.code(row)] += (double) jobs.durationSeconds(row) * jobs.gpuCount(row);
    }
    return of(users, largest(users.names(), gpuSeconds, most));
  }

  private static JobGroups of(NameColumn column, List<String> names) {
    int[] groupOf = column.names().stream().mapToInt(names::indexOf).toArray();
    return new JobGroups(names, row -> groupOf[column.code(row)]);
  }

  /** The names with the largest amounts, the first of all first. */
  private static List<String> largest(List<String> names, double[] amounts, int most) {
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -amounts[i]).thenComparing(names::get))
        .limit(most)
        .map(names::get)
        .toList();
  }

  public long[] counts(int rows) {
    long[] counts = new long[names.size()];
    for (int row = 0; row < rows; row++) {
      int group = groupOf.applyAsInt(row);
      if (group >= 0) {
        counts[group]++;
      }
    }
    return counts;
  }

  /** The mean of a number of jobs in each group; NaN in empty ones. */
  public double[] means(int[] rows, IntToDoubleFunction value) {
    double[] sums = new double[names.size()];
    long[] counts = new long[names.size()];
    for (int row : rows) {
      int group = groupOf.applyAsInt(row);
      if (group >= 0) {
        sums[group] += value.applyAsDouble(row);
        counts[group]++;
      }
    }
    for (int group = 0; group < sums.length; group++) {
      sums[group] /= counts[group];
    }
    return sums;
  }
}
