package org.limpid.data.importer;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.limpid.data.Trace;

/**
 * How many GPUs of one virtual cluster would be in use if no job waited, second by second from its
 * first to its last submission. That is all that a trace without machines tells of their number.
 *
 * <p>Where the machines are known, as for Venus (Helios, SC 2021), the GPUs that would suffice for
 * three quarters of the time, in whole nodes, are those that there were: 135, and for 13 of its 15
 * virtual clusters to the node. The peak says less: it is 1.1 to 4.5 times what there was. Not safe
 * for several threads.
 */
final class UsedGpus {
  private final NavigableMap<Long, Long> changes = new TreeMap<>();
  private long lastSubmitSeconds = Long.MIN_VALUE;
  private int largestJob;

  void add(Trace.Job job) {
    changes.merge(job.submitSeconds(), (long) job.gpuCount(), Long::sum);
    changes.merge(job.submitSeconds() + job.durationSeconds(), (long) -job.gpuCount(), Long::sum);
    lastSubmitSeconds = Math.max(lastSubmitSeconds, job.submitSeconds());
    largestJob = Math.max(largestJob, job.gpuCount());
  }

  /** The fewest nodes that hold the largest job and the mean use; with fewer, waits never end. */
  long fewestNodes(int gpusPerNode) {
    return wholeNodes(Math.max(largestJob, mean(secondsByUse())), gpusPerNode);
  }

  /**
   * The fewest nodes that hold the use in a share of the seconds, but never fewer than {@link
   * #fewestNodes}.
   *
   * @param share above 0, at most 1: the peak
   */
  long nodes(int gpusPerNode, double share) {
    long enough = wholeNodes(enough(secondsByUse(), share), gpusPerNode);
    return Math.max(enough, fewestNodes(gpusPerNode));
  }

  private static long wholeNodes(double gpus, int gpusPerNode) {
    return (long) Math.ceil(gpus / gpusPerNode);
  }

  /** Most GPUs in use at once. */
  long peak() {
    return secondsByUse().lastKey();
  }

  /** For how many seconds so many GPUs were in use; all seconds are at least one. */
  private NavigableMap<Long, Long> secondsByUse() {
    NavigableMap<Long, Long> seconds = new TreeMap<>();
    long used = 0;
    long since = changes.firstKey();
    for (Map.Entry<Long, Long> change : changes.headMap(lastSubmitSeconds, true).entrySet()) {
      seconds.merge(used, change.getKey() - since, Long::sum);
      used += change.getValue();
      since = change.getKey();
    }
    seconds.merge(used, 1L, Long::sum);
    return seconds;
  }

  private static double mean(NavigableMap<Long, Long> seconds) {
    double gpuSeconds = 0;
    for (Map.Entry<Long, Long> each : seconds.entrySet()) {
      gpuSeconds += (double) each.getKey() * each.getValue();
    }
    return gpuSeconds / sum(seconds);
  }

  private static long enough(NavigableMap<Long, Long> seconds, double share) {
    double wanted = share * sum(seconds);
    long held = 0;
    for (Map.Entry<Long, Long> each : seconds.entrySet()) {
      held += each.getValue();
      if (held >= wanted) {
        return each.getKey();
      }
    }
    return seconds.lastKey();
  }

  private static long sum(NavigableMap<Long, Long> seconds) {
    return seconds.values().stream().mapToLong(Long::longValue).sum();
  }
}
