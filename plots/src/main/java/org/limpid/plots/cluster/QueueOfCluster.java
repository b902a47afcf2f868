package org.limpid.plots.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.plots.run.JobTable;

/**
 * The GPUs that waiting jobs ask for in each virtual cluster, over time, under a policy that starts
 * each job once. The wait for the profiler is not part of it.
 */
final class QueueOfCluster {
  private final JobTable jobs;

  QueueOfCluster(JobTable jobs) {
    this.jobs = jobs;
  }

  /**
   * When most GPUs are waited for.
   *
   * @param virtualCluster its code
   * @param second when, the first time
   * @param gpus how many
   */
  record Peak(int virtualCluster, long second, long gpus) {}

  /** A step function: the value at each time, and until the next one. */
  record Steps(double[] times, double[] values) {}

  private long arrivalSeconds(int row) {
    return jobs.startSeconds(row)
        - Math.max(0, jobs.queueSeconds(row) - jobs.profilerQueueSeconds(row));
  }

  private boolean waits(int row) {
    return !jobs.isFinishedInProfiler(row) && arrivalSeconds(row) < jobs.startSeconds(row);
  }

  /** The change of a queue: a job comes, or with a negative count goes. */
  private record Change(long second, int virtualCluster, long gpus) {}

  /** Changes in the order of time; jobs go before others come. */
  private List<Change> changes(int onlyCluster) {
    return IntStream.range(0, jobs.size())
        .filter(row -> waits(row) && (onlyCluster < 0 || cluster(row) == onlyCluster))
        .boxed()
        .flatMap(row ->
            List.of(
                new Change(arrivalSeconds(row), cluster(row), jobs.gpuCount(row)),
                new Change(jobs.startSeconds(row), cluster(row), -jobs.gpuCount(row)))
                .stream())
        .sorted(Comparator.comparingLong(Change::second).thenComparingLong(Change::gpus))
        .toList();
  }

  private int cluster(int row) {
    return jobs.virtualClusters().code(row);
  }

  /** The longest queue of all virtual clusters, or of one; empty if nobody waits there. */
  Optional<Peak> longest(int onlyCluster) {
    long[] waiting = new long[jobs.virtualClusters().names().size()];
    Peak longest = null;
    for (Change change : changes(onlyCluster)) {
      long now = waiting[change.virtualCluster] += change.gpus;
      if (longest == null || now > longest.gpus) {
        longest = new Peak(change.virtualCluster, change.second, now);
      }
    }
    return Optional.ofNullable(longest);
  }

  /** The queue of a virtual cluster in a span of time. */
  Steps steps(int virtualCluster, Span span) {
    double[] times = new double[16];
    double[] values = new double[16];
    int size = 1;
    times[0] = span.from();
    long waiting = 0;
    for (Change change : changes(virtualCluster)) {
      waiting += change.gpus;
      if (change.second > span.from() && change.second < span.to()) {
        if (size + 1 >= times.length) {
          times = Arrays.copyOf(times, 2 * size);
          values = Arrays.copyOf(values, 2 * size);
        }
        size = times[size - 1] == change.second ? size : size + 1;
        times[size - 1] = change.second;
      }
      if (change.second < span.to()) {
        values[size - 1] = waiting;
      }
    }
    times[size] = span.to();
    values[size] = values[size - 1];
    return new Steps(Arrays.copyOf(times, size + 1), Arrays.copyOf(values, size + 1));
  }
}
