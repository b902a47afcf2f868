package org.limpid.simulation.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/**
 * Waiting jobs by lane. A walk looks at one job of each lane whose jobs might start, so that it
 * costs {@code O(l + k log n)} with l lanes and k jobs that it stands on. For one thread.
 */
final class Lanes {
  private final IntUnaryOperator laneOf;
  private final ExpectedRun expected;
  private final Map<Integer, Lane> byNumber = new HashMap<>();
  private final List<Lane> all = new ArrayList<>();
  private final PriorityQueue<Lane> turns = new PriorityQueue<>();

  Lanes(IntUnaryOperator laneOf, ExpectedRun expected) {
    this.laneOf = laneOf;
    this.expected = expected;
  }

  void add(double key, long tie, int job) {
    int seconds = (int) Math.min(Integer.MAX_VALUE, expected.ofWaiting(job));
    lane(job).jobs().add(key, tie, job, seconds);
  }

  void remove(double key, long tie, int job) {
    lane(job).jobs().remove(key, tie);
  }

  void clear() {
    all.forEach(lane -> lane.jobs().clear());
  }

  private Lane lane(int job) {
    return byNumber.computeIfAbsent(laneOf.applyAsInt(job), _ -> open());
  }

  private Lane open() {
    Lane lane = new Lane();
    all.add(lane);
    return lane;
  }

  /**
   * A walk through the jobs of lanes that might start.
   *
   * @param queue all jobs
   */
  QueueWalk walk(JobQueue queue, JobStarter starter) {
    return new LaneWalk(queue, starter);
  }

  private final class LaneWalk implements QueueWalk {
    private final JobQueue queue;
    private final JobStarter starter;
    private Lane current;

    LaneWalk(JobQueue queue, JobStarter starter) {
      this.queue = queue;
      this.starter = starter;
      openBehind(Double.NEGATIVE_INFINITY, Long.MIN_VALUE);
    }

    private void openBehind(double key, long tie) {
      turns.clear();
      for (Lane lane : all) {
        if (!lane.jobs().isEmpty()
            && starter.mayStart(lane.jobs().first())
            && lane.stepBehind(key, tie)) {
          turns.add(lane);
        }
      }
    }

    @Override
    public boolean next() {
      current = turns.poll();
      return current != null;
    }

    @Override
    public int job() {
      return current.walk().job();
    }

    @Override
    public void started() {
      double key = current.walk().key();
      long tie = current.walk().tie();
      queue.remove(key, tie);
      current.walk().remove();
      if (starter.startsMakeRoom()) {
        openBehind(key, tie);
      } else {
        queueUp();
      }
    }

    @Override
    public void failed(long exceptOfAtMost) {
      if (exceptOfAtMost > 0) {
        current.limit(exceptOfAtMost);
        queueUp();
      }
    }

    private void queueUp() {
      if (current.step()) {
        turns.add(current);
      }
    }
  }
}
