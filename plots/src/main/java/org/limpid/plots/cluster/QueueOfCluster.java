package org.limpid.plots.cluster;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;

/**
 * The GPUs that waiting jobs ask for in each virtual cluster, over time, under a policy that starts
 * each job once. The wait for the profiler is not part of it.
 */
record QueueOfCluster(JobTable jobs) {
  /** When most GPUs are waited for, the first time. */
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

  @FunctionalInterface
  private interface ChangeConsumer {
    /** Jobs that ask for so many GPUs come, or with a negative number go. */
    void accept(long second, int virtualCluster, long gpus);
  }

  /** Hands over all changes; of those in one second, jobs go before others come. */
  private void changes(int onlyCluster, ChangeConsumer consumer) {
    int[] waiting =
        IntStream.range(0, jobs.size())
            .filter(row -> waits(row) && (onlyCluster < 0 || cluster(row) == onlyCluster))
            .toArray();
    int count = waiting.length;
    int[] order =
        TimeOrder.of(
            2 * count,
            i -> i < count ? jobs.startSeconds(waiting[i]) : arrivalSeconds(waiting[i - count]));
    for (int i : order) {
      int row = waiting[i % count];
      boolean goes = i < count;
      consumer.accept(
          goes ? jobs.startSeconds(row) : arrivalSeconds(row),
          cluster(row),
          goes ? -jobs.gpuCount(row) : jobs.gpuCount(row));
    }
  }

  private int cluster(int row) {
    return jobs.virtualClusters().code(row);
  }

  /** The longest queue of all virtual clusters, or of one; empty if nobody waits there. */
  Optional<Peak> longest(int onlyCluster) {
    long[] waiting = new long[jobs.virtualClusters().names().size()];
    Peak[] longest = {null};
    changes(
        onlyCluster,
        (second, cluster, gpus) -> {
          waiting[cluster] += gpus;
          if (longest[0] == null || waiting[cluster] > longest[0].gpus) {
            longest[0] = new Peak(cluster, second, waiting[cluster]);
          }
        });
    return Optional.ofNullable(longest[0]);
  }

  /** The queue of a virtual cluster in a span of time. */
  Steps steps(int virtualCluster, ShownTime span) {
    TreeMap<Long, Long> changes = new TreeMap<>();
    changes(
        virtualCluster,
        (second, _, gpus) -> {
          if (second < span.to()) {
            changes.merge(Math.max(second, span.from()), gpus, Long::sum);
          }
        });
    changes.merge(span.from(), 0L, Long::sum);
    changes.put(span.to(), 0L);
    double[] times = changes.keySet().stream().mapToDouble(Long::doubleValue).toArray();
    double[] values = changes.values().stream().mapToDouble(Long::doubleValue).toArray();
    Arrays.parallelPrefix(values, Double::sum);
    return new Steps(times, values);
  }
}
