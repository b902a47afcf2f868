package org.limpid.simulation.world;

import java.util.Arrays;
import org.limpid.simulation.state.ClusterState;

/**
 * Running jobs by the second of their end, then by their place in the running list: a binary heap
 * in which the end of a job can be changed and any job removed. Jobs are small numbers.
 */
final class EndQueue {
  private static final int ABSENT = -1;

  private int[] placeOf = {};
  private int[] jobs = new int[16];
  private long[] endSeconds = new long[16];
  private long[] orders = new long[16];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int first() {
    return jobs[0];
  }

  long firstEnd() {
    return size == 0 ? ClusterState.NEVER : endSeconds[0];
  }

  boolean contains(int job) {
    return job < placeOf.length && placeOf[job] != ABSENT;
  }

  long end(int job) {
    return endSeconds[placeOf[job]];
  }

  long order(int job) {
    return orders[placeOf[job]];
  }

  void add(int job, long endSecond, long order) {
    if (job >= placeOf.length) {
      int before = placeOf.length;
      placeOf = Arrays.copyOf(placeOf, Math.max(job + 1, 2 * before));
      Arrays.fill(placeOf, before, placeOf.length, ABSENT);
    }
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
      endSeconds = Arrays.copyOf(endSeconds, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
    }
    rise(size++, job, endSecond, order);
  }

  void changeEnd(int job, long endSecond) {
    int place = placeOf[job];
    if (endSecond < endSeconds[place]) {
      rise(place, job, endSecond, orders[place]);
    } else {
      sink(place, job, endSecond, orders[place]);
    }
  }

  void remove(int job) {
    int place = placeOf[job];
    placeOf[job] = ABSENT;
    size--;
    if (place == size) {
      return;
    }
    if (place > 0 && precedes(endSeconds[size], orders[size], (place - 1) >>> 1)) {
      rise(place, jobs[size], endSeconds[size], orders[size]);
    } else {
      sink(place, jobs[size], endSeconds[size], orders[size]);
    }
  }

  /** The entry at a place of the heap. */
  int job(int place) {
    return jobs[place];
  }

  private void rise(int from, int job, long endSecond, long order) {
    int place = from;
    while (place > 0 && precedes(endSecond, order, (place - 1) >>> 1)) {
      move((place - 1) >>> 1, place);
      place = (place - 1) >>> 1;
    }
    put(place, job, endSecond, order);
  }

  private void sink(int from, int job, long endSecond, long order) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && precedes(endSeconds[child + 1], orders[child + 1], child)) {
        child++;
      }
      if (precedes(endSecond, order, child)) {
        break;
      }
      move(child, place);
      place = child;
    }
    put(place, job, endSecond, order);
  }

  private void move(int from, int to) {
    put(to, jobs[from], endSeconds[from], orders[from]);
  }

  private void put(int place, int job, long endSecond, long order) {
    jobs[place] = job;
    endSeconds[place] = endSecond;
    orders[place] = order;
    placeOf[job] = place;
  }

  private boolean precedes(long endSecond, long order, int place) {
    return endSecond != endSeconds[place] ? endSecond < endSeconds[place] : order < orders[place];
  }
}
