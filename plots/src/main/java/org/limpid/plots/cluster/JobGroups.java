package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.simulation.metrics.SizeClass;

/**
 * Jobs in groups.
 *
 * @param groupOf group of a row, -1: none
 */
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
    List<String> names = jobs.virtualClusters().names();
    long[] counts =
        new JobGroups(names, row -> jobs.virtualClusters().code(row)).counts(jobs.size());
    List<String> largest =
        IntStream.range(0, names.size())
            .boxed()
            .filter(cluster -> counts[cluster] > 0)
            .sorted(
                Comparator.comparingLong((Integer cluster) -> -counts[cluster])
                    .thenComparing(names::get))
            .limit(most)
            .map(names::get)
            .sorted()
            .toList();
    int[] groupOf = names.stream().mapToInt(largest::indexOf).toArray();
    return new JobGroups(largest, row -> groupOf[jobs.virtualClusters().code(row)]);
  }

  /** The users whose jobs need most GPU time on GPUs of their own, the first of all first. */
  public static JobGroups byUser(JobTable jobs, int most) {
    List<String> users = jobs.users().names();
    double[] gpuSeconds = new double[users.size()];
    for (int row = 0; row < jobs.size(); row++) {
      gpuSeconds[jobs.users().code(row)] += (double) jobs.durationSeconds(row) * jobs.gpuCount(row);
    }
    List<Integer> largest =
        IntStream.range(0, users.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer user) -> -gpuSeconds[user])
                    .thenComparing(users::get))
            .limit(most)
            .toList();
    int[] groupOf = new int[users.size()];
    Arrays.fill(groupOf, -1);
    List<String> names = new ArrayList<>();
    for (int user : largest) {
      groupOf[user] = names.size();
      names.add(users.get(user));
    }
    return new JobGroups(names, row -> groupOf[jobs.users().code(row)]);
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
  public double[] means(int rows, IntToDoubleFunction value) {
    double[] sums = new double[names.size()];
    for (int row = 0; row < rows; row++) {
      int group = groupOf.applyAsInt(row);
      if (group >= 0) {
        sums[group] += value.applyAsDouble(row);
      }
    }
    long[] counts = counts(rows);
    for (int group = 0; group < sums.length; group++) {
      sums[group] /= counts[group];
    }
    return sums;
  }
}
