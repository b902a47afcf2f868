package org.limpid.simulation.waiting;

import java.util.Arrays;

/** A set of jobs that is walked through by index. Order depends on the history only. */
final class JobSet {
  private static final int ABSENT = -1;

  private final int[] placeOf;
  private int[] jobs = new int[16];
  private int size;

  JobSet(int jobCount) {
    placeOf = new int[jobCount];
    Arrays.fill(placeOf, ABSENT);
  }

  int size() {
    return size;
  }

  int job(int index) {
    return jobs[index];
  }

  boolean contains(int job) {
    return placeOf[job] != ABSENT;
  }

  void add(int job) {
    if (contains(job)) {
      throw new IllegalStateException("job " + job + " is there already");
    }
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
    }
    placeOf[job] = size;
    jobs[size++] = job;
  }

  void remove(int job) {
    int place = placeOf[job];
    if (place == ABSENT) {
      throw new IllegalStateException("job " + job + " is not there");
    }
    int last = jobs[--size];
    jobs[place] = last;
    placeOf[last] = place;
    placeOf[job] = ABSENT;
  }
}
