package org.limpid.explain.group;

import java.util.HashMap;
import java.util.Map;
import org.limpid.results.JobTable;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.waiting.Replay;

/**
 * Deals the seconds in which jobs of a group waited in a virtual cluster to the users who held its
 * GPUs, by the GPUs that each held. For one thread.
 */
final class HeldWhileWaiting implements Replay.Visitor {
  private final int[] userOfJob;
  private final boolean[] inGroup;
  private final int[] gpusOfJob;
  private final String[] users;
  private final long[] held;
  private final double[] waited;
  private long heldInSum;
  private int waiting;

  HeldWhileWaiting(PartitionLog log, JobTable facts, boolean[] isInGroup) {
    int[] rows = log.rows();
    gpusOfJob = new int[rows.length];
    userOfJob = new int[rows.length];
    inGroup = new boolean[rows.length];
    Map<String, Integer> numbers = new HashMap<>();
    for (int job = 0; job < rows.length; job++) {
      inGroup[job] = isInGroup[rows[job]];
      userOfJob[job] = numbers.computeIfAbsent(facts.user(rows[job]), _ -> numbers.size());
    }
    users = new String[numbers.size()];
    numbers.forEach((name, number) -> users[number] = name);
    held = new long[users.length];
    waited = new double[users.length];
  }

  /** Adds what each user's share came to. */
  void addTo(Map<String, Double> secondsByUser) {
    for (int user = 0; user < users.length; user++) {
      if (waited[user] > 0) {
        secondsByUser.merge(users[user], waited[user], Double::sum);
      }
    }
  }

  @Override
  public void holds(Replay replay, long from, long to) {
    if (waiting == 0 || heldInSum == 0) {
      return;
    }
    double seconds = (double) waiting * (to - from);
    for (int user = 0; user < held.length; user++) {
      if (held[user] > 0) {
        waited[user] += seconds * held[user] / heldInSum;
      }
    }
  }

  @Override
  public void happened(Replay replay, Event event) {
    switch (event) {
      case Event.Arrived it -> wait(it.job(), 1);
      case Event.Started it -> {
        wait(it.job(), -1);
        hold(it.job(), it.place().gpuCount());
      }
      case Event.Resized it -> hold(it.job(), it.place().gpuCount());
      case Event.Preempted it -> {
        hold(it.job(), 0);
        wait(it.job(), 1);
      }
      case Event.Ended it when it.outcome() == Outcome.REJECTED -> wait(it.job(), -1);
      case Event.Ended it -> hold(it.job(), 0);
      default -> {}
    }
  }

  private void wait(int job, int change) {
    waiting += inGroup[job] ? change : 0;
  }

  /** From now on the job has so many GPUs. */
  private void hold(int job, int gpuCount) {
    int change = gpuCount - gpusOfJob[job];
    gpusOfJob[job] = gpuCount;
    held[userOfJob[job]] += change;
    heldInSum += change;
  }
}
