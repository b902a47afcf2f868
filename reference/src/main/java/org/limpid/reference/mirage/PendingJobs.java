package org.limpid.reference.mirage;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The jobs that wait, most urgent first; of equal ones the one that came first. All gain the same
 * in a tick, and rounding never turns an order round, so the list stays sorted while it ages. Not
 * safe for several threads.
 */
final class PendingJobs {
  private int size;
  private int[] jobs = new int[64];
  private double[] priorities = new double[64];

  PendingJobs() {}

  PendingJobs(PendingJobs other) {
    size = other.size;
    jobs = other.jobs.clone();
    priorities = other.priorities.clone();
  }

  int size() {
    return size;
  }

  /** The job at a place, from 0. */
  int job(int place) {
    return jobs[place];
  }

  double priority(int place) {
    return priorities[place];
  }

  /**
   * Adds a job behind all that are as urgent.
   *
   * @param isLater which of those come after it, all the same: the last ones
   */
  void add(int job, double priority, IntPredicate isLater) {
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
      priorities = Arrays.copyOf(priorities, 2 * size);
    }
    int place = size;
    while (place > 0
        && (priorities[place - 1] < priority
            || priorities[place - 1] == priority && isLater.test(jobs[place - 1]))) {
      place--;
    }
    System.arraycopy(jobs, place, jobs, place + 1, size - place);
    System.arraycopy(priorities, place, priorities, place + 1, size - place);
    jobs[place] = job;
    priorities[place] = priority;
    size++;
  }

  /** Lets all jobs grow older by a tick. */
  void age(double step) {
    for (int place = 0; place < size; place++) {
      priorities[place] += step;
    }
  }

  /** Takes the jobs at these ascending places away. */
  void remove(int[] places, int count) {
    if (count == 0) {
      return;
    }
    int kept = places[0];
    int next = 0;
    for (int place = kept; place < size; place++) {
      if (next < count && places[next] == place) {
        next++;
      } else {
        jobs[kept] = jobs[place];
        priorities[kept] = priorities[place];
        kept++;
      }
    }
    size = kept;
  }
}
