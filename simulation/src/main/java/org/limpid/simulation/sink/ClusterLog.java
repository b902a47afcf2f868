package org.limpid.simulation.sink;

import java.util.Arrays;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.host.Supply;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.resource.Allocation;
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
  private final HostRecorder hosts;
  private final int width;
  private final long[] state;
  private final long[] last;
  private long[] changes;
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
   * @param hosts adds up CPUs and memory; null: nobody counts them
   */
  public ClusterLog(
      long startSecond,
      int intervalSeconds,
      UsageModel usage,
      PartitionJobs jobs,
      ClusterState cluster,
      HostRecorder hosts) {
    this.intervalSeconds = intervalSeconds;
    this.usage = usage;
    this.jobs = jobs;
    this.cluster = cluster;
    this.hosts = hosts;
    width = ClusterColumn.count(hosts != null);
    state = new long[width];
    last = new long[width];
    changes = new long[16 * width];
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
    if (to == ClusterState.NEVER) {
      trim();
    }
  }

  @Override
  public void started(int job) {
    addAlone(job, cluster.place(job).gpuCount());
  }

  @Override
  public void startedShared(int job) {
    share(job, 1);
  }

  @Override
  public void resized(int job, Allocation before) {
    addAlone(job, cluster.place(job).gpuCount() - before.gpuCount());
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
    int alone = cluster.place(job).gpuCount();
    for (int partner : cluster.partners(job)) {
      int shared = cluster.sharedGpus(job, partner);
      addAlone(partner, -sign * shared);
      addPair(job, partner, sign * shared);
      alone -= shared;
    }
    addAlone(job, sign * alone);
  }

  /** Whether it tells of CPUs and memory, too. */
  boolean hasHosts() {
    return hosts != null;
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
   * Adds this partition's changes to the steps of the whole cluster from each sample to the next.
   * These may end before its last change.
   *
   * @param steps per column and sample
   * @param firstSample second of the first sample
   * @param interval seconds between them, a multiple of the interval of this log
   */
  void addTo(long[][] steps, long firstSample, long interval) {
    int sampleCount = steps[0].length;
    Arrays.fill(last, 0);
    for (int i = 0; i < size; i++) {
      long sample = Math.max(0, Math.ceilDiv(changeSeconds[i] - firstSample, interval));
      if (sample >= sampleCount) {
        return;
      }
      for (int column = 0; column < width; column++) {
        long value = changes[i * width + column];
        steps[column][(int) sample] += value - last[column];
        last[column] = value;
      }
    }
  }

  private void addGpuTime(Nodes nodes, long seconds) {
    heldGpuSeconds += seconds * (nodes.gpuCount() - nodes.freeGpus());
    gpuSeconds += seconds * nodes.gpuCount();
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
    if (hosts != null) {
      readHosts();
    }
  }

  private void readHosts() {
    set(ClusterColumn.CPU_MILLIS, ClusterColumn.HOST_MEMORY, hosts.all());
    set(ClusterColumn.CPU_MILLIS_DEMANDED, ClusterColumn.HOST_MEMORY_DEMANDED, hosts.wanted());
    set(ClusterColumn.CPU_MILLIS_ALLOCATED, ClusterColumn.HOST_MEMORY_ALLOCATED, hosts.given());
    set(ClusterColumn.CPU_MILLIS_USED, ClusterColumn.HOST_MEMORY_USED, hosts.used());
  }

  private void set(ClusterColumn ofCpus, ClusterColumn ofMemory, Supply value) {
    set(ofCpus, value.cpuMillis());
    set(ofMemory, value.memoryMib());
  }

  private void set(ClusterColumn column, long value) {
    state[column.ordinal()] = value;
  }

  private void append(long second) {
    if (size == changeSeconds.length) {
      changeSeconds = Arrays.copyOf(changeSeconds, 2 * size);
      changes = Arrays.copyOf(changes, 2 * size * width);
    }
    changeSeconds[size] = second;
    System.arraycopy(state, 0, changes, size * width, width);
    System.arraycopy(state, 0, last, 0, width);
    size++;
  }

  /** Gives back the room for more changes, since logs are kept until the whole cluster is done. */
  private void trim() {
    changeSeconds = Arrays.copyOf(changeSeconds, size);
    changes = Arrays.copyOf(changes, size * width);
  }

  private void addAlone(int job, long gpus) {
    util += gpus * usage.util(jobs.workload(job));
    memory += gpus * usage.memory(jobs.workload(job));
  }

  private void addPair(int one, int other, long gpus) {
    UsageModel.Use together = usage.together(jobs.workload(one), jobs.workload(other));
    util += gpus * together.util();
    memory += gpus * together.memory();
  }
}
