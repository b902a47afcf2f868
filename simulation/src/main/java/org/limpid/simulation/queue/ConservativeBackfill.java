package org.limpid.simulation.queue;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;

/**
 * Conservative backfill: every job is planned for the earliest time that delays nobody before it,
 * and starts when that has come. When jobs end early the plan is compressed: each job, in the order
 * of the queue, moves to the earliest time that is free for it now. So no job starts later than it
 * was first planned for, as long as none runs longer than expected and no node goes; if that
 * happens, all jobs are planned anew.
 *
 * <p>Only the first jobs of the queue are planned, so many as the depth says. With d of them and r
 * jobs that run the plan has at most {@code 2 d + r + 1} steps, whatever the length of the queue;
 * an arrival or an end costs at most {@code O(d (d + r))}.
 *
 * <p>Source: A. W. Mu'alem and D. G. Feitelson, "Utilization, predictability, workloads, and user
 * runtime estimates in scheduling the IBM SP2 with backfilling", IEEE TPDS 12(6), 2001. Mutable,
 * for one partition.
 */
public final class ConservativeBackfill implements QueueDiscipline, Resumable {
  private static final long UNPLANNED = Long.MIN_VALUE;

  private final Partition partition;
  private final ExpectedRun expected;
  private final int depth;
  private final PlanListener listener;
  private final long[] starts;
  private int[] line = new int[16];
  private int length;
  private boolean hasEnds;
  private int gpus;

  /**
   * A plan without any job.
   *
   * @param partition whose jobs are planned
   * @param expected what is known about run times
   * @param depth so many jobs are planned, at least 1
   * @param listener told of every time that is planned
   */
  public ConservativeBackfill(
      Partition partition, ExpectedRun expected, int depth, PlanListener listener) {
    this.partition = partition;
    this.expected = expected;
    this.depth = depth;
    this.listener = listener;
    starts = new long[partition.jobs().size()];
    Arrays.fill(starts, UNPLANNED);
    gpus = partition.nodes().gpuCount();
  }

  @Override
  public void ended() {
    hasEnds = true;
  }

  @Override
  public void serve(WaitingQueue queue, Partition ofQueue, JobStarter starter) {
    lineUp(queue);
    GpuTimeline timeline = renewed();
    if (timeline.isBroken()) {
      timeline = GpuTimeline.of(partition, expected);
      forget();
    } else if (hasEnds || gpus != partition.nodes().gpuCount()) {
      compress(timeline);
    }
    hasEnds = false;
    gpus = partition.nodes().gpuCount();
    planTheRest(timeline);
    startDue(queue, starter);
  }

  private void lineUp(WaitingQueue queue) {
    JobQueue.Walk walk = queue.inOrder();
    length = 0;
    while (length < depth && walk.next()) {
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = walk.job();
    }
  }

  /** What runs and what was planned; who should have started by now is planned for now. */
  private GpuTimeline renewed() {
    GpuTimeline timeline = GpuTimeline.of(partition, expected);
    for (int place = 0; place < length; place++) {
      int job = line[place];
      if (starts[job] != UNPLANNED) {
        starts[job] = Math.max(starts[job], partition.now());
        timeline.take(starts[job], end(job), gpuCount(job));
      }
    }
    return timeline;
  }

  private int gpuCount(int job) {
    return partition.jobs().gpuCount(job);
  }

  private long end(int job) {
    return starts[job] + expected.ofWaiting(job);
  }

  private void forget() {
    for (int place = 0; place < length; place++) {
      starts[line[place]] = UNPLANNED;
    }
  }

  private void compress(GpuTimeline timeline) {
    for (int place = 0; place < length; place++) {
      int job = line[place];
      if (starts[job] != UNPLANNED && starts[job] > partition.now()) {
        timeline.give(starts[job], end(job), gpuCount(job));
        plan(job, timeline);
      }
    }
  }

  private void planTheRest(GpuTimeline timeline) {
    for (int place = 0; place < length; place++) {
      if (starts[line[place]] == UNPLANNED) {
        plan(line[place], timeline);
      }
    }
  }

  /** A job that needs more than there is now stays unplanned, and in nobody's way. */
  private void plan(int job, GpuTimeline timeline) {
    long before = starts[job];
    long start = timeline.earliest(gpuCount(job), expected.ofWaiting(job));
    starts[job] = start == Partition.NEVER ? UNPLANNED : start;
    if (starts[job] != UNPLANNED) {
      timeline.take(start, end(job), gpuCount(job));
    }
    if (starts[job] != before && starts[job] != UNPLANNED) {
      listener.planned(job, start);
    }
  }

  private void startDue(WaitingQueue queue, JobStarter starter) {
    DueStarts due = new DueStarts(partition, expected, starter);
    QueueWalk walk = queue.fullWalk();
    for (int place = 0; place < length && walk.next(); place++) {
      int job = walk.job();
      if (starts[job] == partition.now() && due.tryStart(job)) {
        walk.started();
      }
    }
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(gpus);
    for (int job : partition.presentJobs()) {
      out.putSigned(starts[job]);
    }
  }

  @Override
  public void restore(ByteReader in) {
    gpus = in.takeWhole(0, Integer.MAX_VALUE);
    for (int job : partition.presentJobs()) {
      starts[job] = in.takeSigned();
    }
  }
}
