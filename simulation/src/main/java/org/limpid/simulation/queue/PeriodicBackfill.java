package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;

/**
 * Strict order, and from time to time a pass of conservative backfill, as Slurm does it: the plan
 * of a pass is made anew, in slots, for the first jobs of the queue; who is planned for its first
 * slot starts. Between passes nobody passes the head, and what was planned binds nobody.
 *
 * <p>A pass costs what {@link SlotPlan} says; there is none while nobody waits. Mutable, for one
 * partition.
 */
public final class PeriodicBackfill implements QueueDiscipline {
  private static final int NOBODY = -1;

  private final Times times;
  private final ExpectedRun expected;
  private final PlanListener listener;
  private final StrictOrder between = new StrictOrder();
  private SlotPlan plan;
  private int head = NOBODY;

  /**
   * When there are passes, and what they look at.
   *
   * @param firstSecond that of a pass
   * @param intervalSeconds from one pass to the next, at least 1
   * @param slots of a plan, at least 1
   * @param slotSeconds length of a slot, at least 1
   * @param depth so many jobs are planned, at least 1
   */
  public record Times(
      long firstSecond, int intervalSeconds, int slots, int slotSeconds, int depth) {
    public Times {
      if (intervalSeconds < 1 || slots < 1 || slotSeconds < 1 || depth < 1) {
        throw new IllegalArgumentException(
            "expected interval, slots, their length and depth from 1, found %d, %d, %d and %d"
                .formatted(intervalSeconds, slots, slotSeconds, depth));
      }
    }

    boolean isPass(long second) {
      return Math.floorMod(second - firstSecond, intervalSeconds) == 0;
    }

    long nextPass(long second) {
      return second + intervalSeconds - Math.floorMod(second - firstSecond, intervalSeconds);
    }
  }

  /**
   * @param times when there are passes
   * @param expected what is known about run times
   * @param listener told of the jobs that a pass plans for later
   */
  public PeriodicBackfill(Times times, ExpectedRun expected, PlanListener listener) {
    this.times = times;
    this.expected = expected;
    this.listener = listener;
    plan = planOf(0);
  }

  @Override
  public void serve(WaitingQueue queue, Partition partition, JobStarter starter) {
    if (times.isPass(partition.now()) && !queue.isEmpty()) {
      pass(queue, partition, new DueStarts(partition, expected, starter));
    } else {
      between.serve(queue, partition, starter);
    }
  }

  @Override
  public long wakeUp(WaitingQueue queue, Partition partition) {
    return queue.isEmpty() ? Partition.NEVER : times.nextPass(partition.now());
  }

  /** In a pass everybody but who was the head when it began. */
  @Override
  public boolean isBackfill(int job, WaitingQueue queue) {
    return head != NOBODY && head != job;
  }

  private void pass(WaitingQueue queue, Partition partition, DueStarts due) {
    head = queue.first();
    begin(partition);
    QueueWalk walk = queue.fullWalk();
    for (int tested = 0; tested < times.depth() && walk.next(); tested++) {
      int job = walk.job();
      int slot = plan.reserve(partition.jobs().gpuCount(job), expected.ofWaiting(job));
      if (slot == 0 && due.tryStart(job)) {
        walk.started();
      } else if (slot < plan.slots()) {
        listener.planned(job, partition.now() + (long) slot * times.slotSeconds());
      }
    }
    head = NOBODY;
  }

  private SlotPlan planOf(int gpus) {
    return new SlotPlan(gpus, times.slots(), times.slotSeconds());
  }

  private void begin(Partition partition) {
    if (plan.capacity() != partition.nodes().gpuCount()) {
      plan = planOf(partition.nodes().gpuCount());
    }
    plan.begin();
    partition.forEachRunning(
        job -> plan.hold(partition.allocation(job).gpuCount(), expected.ofRunning(partition, job)));
    plan.close();
  }
}
