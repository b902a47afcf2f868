package org.limpid.simulation.policy.lucid;

import java.util.Arrays;

/**
 * Running jobs of one GPU count in the order of their start, and counts how often one of them
 * became available for sharing.
 */
final class Partners {
  private int[] jobs = new int[8];
  private int size;
  private long openings;

  int size() {
    return size;
  }

  int job(int index) {
    return jobs[index];
  }

  long openings() {
    return openings;
  }

  void add(int job) {
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
    }
    jobs[size++] = job;
  }

  void remove(int job) {
    int place = 0;
    while (jobs[place] != job) {
      place++;
    }
    size--;
    System.arraycopy(jobs, place + 1, jobs, place, size - place);
  }

  void opened() {
    openings++;
  }
}
