package org.limpid.simulation.sink;

import java.util.List;

/**
 * The state of the whole cluster at every multiple of a sampling interval, from the start of the
 * run to the end of its last job. Where these were more than {@value #MOST_SAMPLES}, the interval
 * is a multiple of the one asked for, so that one job of 30 years doesn't fill memory and disk.
 * Immutable.
 */
public final class ClusterSeries {
  /** 208 days at a sample a minute; 26 MB per policy. */
  static final int MOST_SAMPLES = 300_000;

  private static final double MILLIS = 1000;

  private final long firstSample;
  private final long intervalSeconds;
  private final long[][] samples;
  private final double utilisation;
  private final long heldGpuSeconds;

  private ClusterSeries(
      long firstSample,
      long intervalSeconds,
      long[][] samples,
      double utilisation,
      long heldGpuSeconds) {
    this.firstSample = firstSample;
    this.intervalSeconds = intervalSeconds;
    this.samples = samples;
    this.utilisation = utilisation;
    this.heldGpuSeconds = heldGpuSeconds;
  }

  /**
   * Adds up the logs of all partitions.
   *
   * @param logs one log per partition
   * @param startSecond first second of the run
   * @param lastSecond end of the last job of the cluster
   * @param wantedSeconds sampling interval of the logs, at least 1
   */
  public static ClusterSeries of(
      List<ClusterLog> logs, long startSecond, long lastSecond, int wantedSeconds) {
    long interval = interval(lastSecond - startSecond, wantedSeconds);
    long first = firstSample(startSecond, interval);
    int count = lastSecond < first ? 0 : (int) ((lastSecond - first) / interval) + 1;
    boolean withHosts = logs.stream().anyMatch(ClusterLog::hasHosts);
    long[][] samples = new long[ClusterColumn.count(withHosts)][count];
    long held = 0;
    long all = 0;
    for (ClusterLog log : logs) {
      log.addTo(samples, first, interval);
      held += log.heldGpuSeconds();
      all += log.gpuSecondsUntil(lastSecond + 1);
    }
    for (long[] column : samples) {
      addUp(column);
    }
    return new ClusterSeries(first, interval, samples, ratio(held, all), held);
  }

  private static void addUp(long[] steps) {
    for (int sample = 1; sample < steps.length; sample++) {
      steps[sample] += steps[sample - 1];
    }
  }

  /** The least of 1, 2, 5, 10, 20, ... times the wanted interval that keeps to the bound. */
  private static long interval(long span, int wantedSeconds) {
    long times = 1;
    for (int step = 0; span / (times * wantedSeconds) >= MOST_SAMPLES; step++) {
      times = step % 3 == 1 ? times / 2 * 5 : times * 2;
    }
    return times * wantedSeconds;
  }

  static long firstSample(long from, long intervalSeconds) {
    return Math.ceilDiv(from, intervalSeconds) * intervalSeconds;
  }

  /**
   * Share of the GPU time from the start of the run to the last end, that second included, in which
   * a GPU was held by a job, 0..1. Exact, whatever the sampling interval.
   */
  public double utilisation() {
    return utilisation;
  }

  /** GPU time in which a GPU was held by a job, GPU-seconds. Exact. */
  public long heldGpuSeconds() {
    return heldGpuSeconds;
  }

  /** Time between samples, a multiple of the interval that was asked for. */
  public long intervalSeconds() {
    return intervalSeconds;
  }

  /** Number of samples. */
  public int size() {
    return samples[0].length;
  }

  /** Second of a sample since the origin of the data set. */
  public long seconds(int sample) {
    return firstSample + sample * intervalSeconds;
  }

  /** GPUs of the cluster, lent ones left out. */
  public int gpus(int sample) {
    return (int) value(ClusterColumn.GPUS, sample);
  }

  /** GPUs without any job. */
  public int freeGpus(int sample) {
    return (int) value(ClusterColumn.FREE_GPUS, sample);
  }

  /** GPUs that waiting jobs ask for. */
  public long pendingGpus(int sample) {
    return value(ClusterColumn.PENDING_GPUS, sample);
  }

  /** Jobs that run. */
  public int runningJobs(int sample) {
    return (int) value(ClusterColumn.RUNNING_JOBS, sample);
  }

  /** Jobs that wait. */
  public int pendingJobs(int sample) {
    return (int) value(ClusterColumn.PENDING_JOBS, sample);
  }

  /** Jobs of fewer than 8 GPUs that wait. */
  public int pendingSmallJobs(int sample) {
    return (int) value(ClusterColumn.PENDING_SMALL_JOBS, sample);
  }

  /** Nodes, lent ones left out. */
  public int nodes(int sample) {
    return (int) value(ClusterColumn.NODES, sample);
  }

  /** Nodes with exactly one job. */
  public int nodesWithOneJob(int sample) {
    return (int) value(ClusterColumn.NODES_WITH_ONE_JOB, sample);
  }

  /** Nodes with more than one job. */
  public int nodesWithMoreJobs(int sample) {
    return (int) value(ClusterColumn.NODES_WITH_MORE_JOBS, sample);
  }

  /** Share of GPUs in use, 0..1; 0 without GPUs. */
  public double gpusInUse(int sample) {
    return ratio(gpus(sample) - freeGpus(sample), gpus(sample));
  }

  /** Mean GPU utilisation over all GPUs, 0..1. */
  public double utilOfAll(int sample) {
    return ratio(value(ClusterColumn.UTIL, sample) / UsageModel.UNITS / 100, gpus(sample));
  }

  /** Mean GPU utilisation over the GPUs in use, 0..1; 0 when none is. */
  public double utilOfBusy(int sample) {
    int busy = gpus(sample) - freeGpus(sample);
    return ratio(value(ClusterColumn.UTIL, sample) / UsageModel.UNITS / 100, busy);
  }

  /** Mean memory in use over all GPUs, MiB. */
  public double memoryOfAll(int sample) {
    return ratio(value(ClusterColumn.MEMORY, sample) / UsageModel.UNITS, gpus(sample));
  }

  /** Mean memory in use over the GPUs in use, MiB; 0 when none is. */
  public double memoryOfBusy(int sample) {
    int busy = gpus(sample) - freeGpus(sample);
    return ratio(value(ClusterColumn.MEMORY, sample) / UsageModel.UNITS, busy);
  }

  /** Whether CPUs and memory were counted. */
  public boolean hasHosts() {
    return samples.length > ClusterColumn.count(false);
  }

  /** Logical processors of the cluster; the next ones are there if {@link #hasHosts}, too. */
  public double cpus(int sample) {
    return value(ClusterColumn.CPU_MILLIS, sample) / MILLIS;
  }

  /** Logical processors that running jobs want. */
  public double cpusDemanded(int sample) {
    return value(ClusterColumn.CPU_MILLIS_DEMANDED, sample) / MILLIS;
  }

  /** Logical processors that they have. */
  public double cpusAllocated(int sample) {
    return value(ClusterColumn.CPU_MILLIS_ALLOCATED, sample) / MILLIS;
  }

  /** Logical processors that they make use of. */
  public double cpusUsed(int sample) {
    return value(ClusterColumn.CPU_MILLIS_USED, sample) / MILLIS;
  }

  /** Memory of the nodes, MiB. */
  public long hostMemory(int sample) {
    return value(ClusterColumn.HOST_MEMORY, sample);
  }

  /** Memory that running jobs want, MiB. */
  public long hostMemoryDemanded(int sample) {
    return value(ClusterColumn.HOST_MEMORY_DEMANDED, sample);
  }

  /** Memory that they have, MiB. */
  public long hostMemoryAllocated(int sample) {
    return value(ClusterColumn.HOST_MEMORY_ALLOCATED, sample);
  }

  /** Memory that they make use of, MiB. */
  public long hostMemoryUsed(int sample) {
    return value(ClusterColumn.HOST_MEMORY_USED, sample);
  }

  private long value(ClusterColumn column, int sample) {
    return samples[column.ordinal()][sample];
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
