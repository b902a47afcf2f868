package org.limpid.plots.cluster;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.RunFolder;

/**
 * Where the GPU time of a cluster goes under a policy. A sample of the cluster stands for the time
 * until the next one. Immutable.
 *
 * @param gpuSeconds of each part; they sum to GPUs times time
 */
record GpuTime(Map<Part, Long> gpuSeconds) {
  /** What a GPU does. */
  enum Part {
    ALONE("one job"),
    SHARED("shared"),
    /**
     * It has no job although jobs wait: as many of the free GPUs as waiting jobs ask for. They are
     * in another virtual cluster, or too few in one place, or the policy's order forbids it.
     */
    BLOCKED("free while jobs wait"),
    /** It has no job, and no waiting job asks for it, though jobs are still to come. */
    IDLE("idle"),
    /** The same after the last submission, when nobody could want it: that says nothing of it. */
    NOBODY_LEFT("free after the last submission"),
    PROFILER("in the profiler");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  GpuTime {
    gpuSeconds = new EnumMap<>(gpuSeconds);
  }

  /**
   * Adds up the samples of a policy.
   *
   * @param clusterGpus GPUs of the cluster, those of the profiler included; no fewer than any
   *     sample has
   */
  static GpuTime of(RunFolder run, String policy, long clusterGpus) {
    ClusterTable table = run.cluster(policy);
    double[] times = table.column(ClusterField.TIME);
    double[] gpus = table.column(ClusterField.GPUS);
    double[] free = table.column(ClusterField.GPUS_FREE);
    double[] pending = table.column(ClusterField.GPUS_PENDING);
    long inUse = 0;
    long blocked = 0;
    long idle = 0;
    long nobodyLeft = 0;
    long lastSubmission = run.allJobs(policy).lastSubmission();
    long profiler = 0;
    for (int i = 0; i + 1 < times.length; i++) {
      long seconds = Math.round(times[i + 1] - times[i]);
      long unused = Math.round(free[i]);
      long stranded = Math.min(unused, Math.round(pending[i]));
      inUse += seconds * (Math.round(gpus[i]) - unused);
      blocked += seconds * stranded;
      if (times[i] < lastSubmission) {
        idle += seconds * (unused - stranded);
      } else {
        nobodyLeft += seconds * (unused - stranded);
      }
      profiler += seconds * (clusterGpus - Math.round(gpus[i]));
    }
    long shared = Math.min(inUse, sharedGpuSeconds(run, policy, times));
    Map<Part, Long> parts = new EnumMap<>(Part.class);
    parts.put(Part.ALONE, inUse - shared);
    parts.put(Part.SHARED, shared);
    parts.put(Part.BLOCKED, blocked);
    parts.put(Part.IDLE, idle);
    parts.put(Part.NOBODY_LEFT, nobodyLeft);
    parts.put(Part.PROFILER, profiler);
    return new GpuTime(parts);
  }

  private static long sharedGpuSeconds(RunFolder run, String policy, double[] times) {
    if (times.length == 0 || !run.allJobs(policy).mayShareGpus()) {
      return 0;
    }
    Occupancy occupancy = Occupancy.of(run, policy);
    long[] sum = {0};
    for (int gpu = 0; gpu < occupancy.gpus().size(); gpu++) {
      occupancy.segments(
          gpu,
          (_, from, to, place, count) -> {
            if (count > 1 && place == 0) {
              sum[0] += Math.round(times[sample(times, to)] - times[sample(times, from)]);
            }
          });
    }
    return sum[0];
  }

  /** The first sample at a second or later, or the last one. */
  private static int sample(double[] times, long second) {
    int place = Arrays.binarySearch(times, second);
    return Math.min(place < 0 ? -place - 1 : place, times.length - 1);
  }

  long of(Part part) {
    return gpuSeconds.getOrDefault(part, 0L);
  }

  /** GPUs of the cluster times the time from the first sample to the last one. */
  long sum() {
    return gpuSeconds.values().stream().mapToLong(Long::longValue).sum();
  }
}
