package org.limpid.simulation.sink;

import java.util.Arrays;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.state.ClusterState;

/**
 * The state of one partition at every multiple of a sampling interval, kept as changes.
 *
 * <p>A state is stored only when it differs from the one before, so that a log grows with the
 * events and not with the time. For one thread.
 */
public final class ClusterLog implements EventSink {
  private final int intervalSeconds;
  private final UsageModel usage;
  private final PartitionJobs jobs;
  private final ClusterState cluster;
  private final long[] state = new long[ClusterColumn.COUNT];
  private final long[] last = new long[ClusterColumn.COUNT];
  private long[] changes = new long[16 * ClusterColumn.COUNT];
  private long[] changeSeconds = new long[16];
  private int size;
  private long util;
  private long memory;
  private long heldGpuSeconds;
  private long gpuSeconds;
  private long until;
  private int gpusAtEnd;

  /**
   * @param startSecond first second of the run
   * @param intervalSeconds samples are taken at its multiples
   * @param usage utilisation of GPUs
   * @param jobs the jobs of the partition
   * @param cluster what is known of it
   */
  public ClusterLog(
      long startSecond,
      int intervalSeconds,
      UsageModel usage,
      PartitionJobs jobs,
      ClusterState cluster) {
    this.intervalSeconds = intervalSeconds;
    this.usage = usage;
    this.jobs = jobs;
    this.cluster = cluster;
    last[0] = Long.MIN_VALUE;
    until = startSecond;
  }

  @Override
  public void holds(long from, long to) {
    Nodes nodes = cluster.nodes();
    if (to != ClusterState.NEVER) {
      addGpuTime(nodes, to - from);
      until = to;
    }
    gpusAtEnd = nodes.gpuCount();
    long sample = ClusterSeries.firstSample(from, intervalSeconds);
    if (sample < to) {
      read(nodes);
      if (!Arrays.equals(state, last)) {
        append(sample);
      }
    }
  }

  @Override
  public void started(int job) {
    addAlone(job, jobs.gpuCount(job));
  }

  @Override
  public void startedShared(int job) {
    share(job, 1);
  }

  @Override
  public void preempted(int job, int by) {
    share(job, -1);
  }

  @Override
  public void ended(int job, Outcome outcome) {
    if (outcome != Outcome.REJECTED) {
      share(job, -1);
    }
  }

  /** A job comes (1) or goes (-1), so that those on its GPUs are no longer alone there, or are. */
  private void share(int job, int sign) {
    int alone = jobs.gpuCount(job);
    for (int partner : cluster.partners(job)) {
      int shared = cluster.sharedGpus(job, partner);
      addAlone(partner, -sign * shared);
      addPair(job, partner, sign * shared);
      alone -= shared;
    }
    addAlone(job, sign * alone);
  }

  /** GPU time in which a job held the GPU, GPU-seconds. */
  long heldGpuSeconds() {
    return heldGpuSeconds;
  }

  /** GPU time from the start of the run to this second, at or after the last event here. */
  long gpuSecondsUntil(long second) {
    return gpuSeconds + (second - until) * gpusAtEnd;
  }

  /**
   * Adds this partition's states to the samples of the whole cluster, which may end before this
   * partition's last change; its final state lasts as long as the samples.
   *
   * @param firstSample second of the first sample
   * @param interval seconds between them, a multiple of the interval of this log
   */
  void addTo(long[][] samples, long firstSample, long interval) {
    int sampleCount = samples[0].length;
    for (int i = 0; i < size; i++) {
      int from = sampleFrom(changeSeconds[i] - firstSample, interval, sampleCount);
      int to =
          i + 1 < size
              ? sampleFrom(changeSeconds[i + 1] - firstSample, interval, sampleCount)
              : sampleCount;
      for (int column = 0; column < ClusterColumn.COUNT; column++) {
        long value = changes[i * ClusterColumn.COUNT + column];
        for (int sample = from; sample < to; sample++) {
          samples[column][sample] += value;
        }
      }
    }
  }

  private void addGpuTime(Nodes nodes, long seconds) {
    heldGpuSeconds += seconds * (nodes.gpuCount() - nodes.freeGpus());
    gpuSeconds += seconds * nodes.gpuCount();
  }

  /** The first sample at a time or after it, counted from the first one; at most all. */
  private static int sampleFrom(long seconds, long interval, int sampleCount) {
    return Math.clamp(Math.ceilDiv(seconds, interval), 0, sampleCount);
  }

  private void read(Nodes nodes) {
    set(ClusterColumn.GPUS, nodes.gpuCount());
    set(ClusterColumn.FREE_GPUS, nodes.freeGpus());
    set(ClusterColumn.PENDING_GPUS, cluster.waitingGpus());
    set(ClusterColumn.RUNNING_JOBS, cluster.runningCount());
    set(ClusterColumn.PENDING_JOBS, cluster.waitingCount());
    set(ClusterColumn.PENDING_SMALL_JOBS, cluster.waitingSmallJobs());
    set(ClusterColumn.NODES, nodes.nodeCount());
    set(ClusterColumn.NODES_WITH_ONE_JOB, nodes.nodesWithOneJob());
    set(ClusterColumn.NODES_WITH_MORE_JOBS, nodes.nodesWithMoreJobs());
    set(ClusterColumn.UTIL, util);
    set(ClusterColumn.MEMORY, memory);
  }

  private void set(ClusterColumn column, long value) {
    state[column.ordinal()] = value;
  }

  private void append(long second) {
    if (size == changeSeconds.length) {
      changeSeconds = Arrays.copyOf(changeSeconds, 2 * size);
      changes = Arrays.copyOf(changes, 2 * size * ClusterColumn.COUNT);
    }
    changeSeconds[size] = second;
    System.arraycopy(state, 0, changes, size * ClusterColumn.COUNT, ClusterColumn.COUNT);
    System.arraycopy(state, 0, last, 0, ClusterColumn.COUNT);
    size++;
  }

  private void addAlone(int job, long gpus) {
    util += gpus * usage.util(jobs.workload(job));
    memory += gpus * usage.memory(jobs.workload(job));
  }

  private void addPair(int one, int other, long gpus) {
    util += gpus * usage.util(jobs.workload(one), jobs.workload(other));
    memory += gpus * usage.memory(jobs.workload(one), jobs.workload(other));
  }
}
