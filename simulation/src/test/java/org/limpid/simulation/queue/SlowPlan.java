package org.limpid.simulation.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Backfill on a count of nodes, second by second and by definition: nothing is remembered but who
 * runs, who waits, and when those who wait are planned.
 *
 * @param nodes of the cluster
 * @param jobs in the order of their submission
 */
record SlowPlan(int nodes, List<Job> jobs) {
  /** A job that takes whole nodes and never runs longer than its limit. */
  record Job(int submit, int nodes, int duration, int limit) {}

  private static final int NONE = -1;

  /** What becomes of the jobs: their starts, and when each was first planned for. */
  record Outcome(long[] starts, long[] promises) {}

  /** Under conservative backfill with compression. */
  Outcome conservative() {
    long[] planned = filled();
    long[] starts = filled();
    long[] promises = filled();
    for (int now = 0; Arrays.stream(starts).anyMatch(start -> start == NONE); now++) {
      boolean anyEnds = false;
      for (int job = 0; job < jobs.size(); job++) {
        anyEnds |= starts[job] != NONE && starts[job] + jobs.get(job).duration == now;
      }
      for (int job = 0; anyEnds && job < jobs.size(); job++) {
        if (planned[job] != NONE && starts[job] == NONE) {
          planned[job] = earliest(job, now, planned, starts);
        }
      }
      for (int job = 0; job < jobs.size(); job++) {
        if (jobs.get(job).submit == now) {
          planned[job] = earliest(job, now, planned, starts);
          promises[job] = planned[job];
        }
      }
      for (int job = 0; job < jobs.size(); job++) {
        starts[job] = planned[job] == now ? now : starts[job];
      }
    }
    return new Outcome(starts, promises);
  }

  private long[] filled() {
    long[] seconds = new long[jobs.size()];
    Arrays.fill(seconds, NONE);
    return seconds;
  }

  /** The first second from which on nobody else is in the way. */
  private long earliest(int job, int now, long[] planned, long[] starts) {
    long from = now;
    while (!isFree(job, from, now, planned, starts)) {
      from++;
    }
    return from;
  }

  private boolean isFree(int job, long from, int now, long[] planned, long[] starts) {
    for (long second = from; second < from + jobs.get(job).limit; second++) {
      int taken = jobs.get(job).nodes;
      for (int other = 0; other < jobs.size(); other++) {
        taken += other != job && holds(other, second, now, planned, starts) ? nodes(other) : 0;
      }
      if (taken > nodes) {
        return false;
      }
    }
    return true;
  }

  private int nodes(int job) {
    return jobs.get(job).nodes;
  }

  /** By what is known now: whoever has ended holds nothing, all others go up to their limits. */
  private boolean holds(int job, long second, int now, long[] planned, long[] starts) {
    Job it = jobs.get(job);
    boolean hasEnded = starts[job] != NONE && starts[job] + it.duration <= now;
    return planned[job] != NONE
        && !hasEnded
        && planned[job] <= second
        && second < planned[job] + it.limit;
  }

  /**
   * Under EASY backfill as Lifka has it: the head is sure of the first second in which enough nodes
   * are free by the limits; who ends by then may pass, and who needs no more than the nodes that
   * the head leaves over then.
   */
  Outcome easy() {
    long[] starts = filled();
    long[] promises = filled();
    for (int now = 0; Arrays.stream(starts).anyMatch(start -> start == NONE); now++) {
      List<Integer> waiting = waiting(now, starts);
      while (!waiting.isEmpty() && nodes(waiting.getFirst()) <= free(now, now, starts)) {
        starts[waiting.removeFirst()] = now;
      }
      if (!waiting.isEmpty()) {
        int head = waiting.removeFirst();
        long shadow = now;
        while (free(shadow, now, starts) < nodes(head)) {
          shadow++;
        }
        promises[head] = promises[head] == NONE ? shadow : promises[head];
        int extra = free(shadow, now, starts) - nodes(head);
        for (int job : waiting) {
          boolean endsInTime = now + jobs.get(job).limit <= shadow;
          if (nodes(job) <= free(now, now, starts) && (endsInTime || nodes(job) <= extra)) {
            starts[job] = now;
            extra -= endsInTime ? 0 : nodes(job);
          }
        }
      }
    }
    return new Outcome(starts, promises);
  }

  private List<Integer> waiting(int now, long[] starts) {
    List<Integer> waiting = new ArrayList<>();
    for (int job = 0; job < jobs.size(); job++) {
      if (jobs.get(job).submit <= now && starts[job] == NONE) {
        waiting.add(job);
      }
    }
    return waiting;
  }

  /** Nodes that are free in a second by the limits of those who run now. */
  private int free(long second, int now, long[] starts) {
    int free = nodes;
    for (int job = 0; job < jobs.size(); job++) {
      Job it = jobs.get(job);
      boolean runs = starts[job] != NONE && starts[job] + it.duration > now;
      free -= runs && second < starts[job] + it.limit ? it.nodes : 0;
    }
    return free;
  }
}
