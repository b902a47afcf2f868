package org.limpid.simulation.state;

import java.util.Arrays;

/**
 * Jobs that are walked through by index; the order depends on the history only. Where each job
 * stands is kept by whoever owns several lists, since a job is in one of them at most.
 */
final class JobList {
  private int[] jobs = new int[16];
  private int size;

  int size() {
    return size;
  }

  int job(int index) {
    return jobs[index];
  }

  /** Returns the index of the job. */
  int add(int job) {
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
    }
    jobs[size] = job;
    return size++;
  }

  /** Puts the last job in the place of another one, and returns it. */
  int replaceByLast(int index) {
    int last = jobs[--size];
    jobs[index] = last;
    return last;
  }

  int[] toArray() {
    return Arrays.copyOf(jobs, size);
  }
}
