package org.limpid.simulation.queue;

import java.util.Arrays;

/** A short sorted piece of a {@link JobQueue}. For one thread. */
final class JobBlock {
  /** Most jobs of one. */
  static final int CAPACITY = 64;

  private double[] keys;
  private long[] ties;
  private int[] jobs;
  private int[] weights;
  private int size;
  private long weight;
  private int least = Integer.MAX_VALUE;
  private boolean leastKnown = true;

  JobBlock(int capacity) {
    keys = new double[capacity];
    ties = new long[capacity];
    jobs = new int[capacity];
    weights = new int[capacity];
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  double key(int place) {
    return keys[place];
  }

  double lastKey() {
    return size == 0 ? 0 : keys[size - 1];
  }

  long tie(int place) {
    return ties[place];
  }

  int job(int place) {
    return jobs[place];
  }

  int weight(int place) {
    return weights[place];
  }

  /** Weight of all its jobs. */
  long weight() {
    return weight;
  }

  int compare(int place, double key, long tie) {
    if (size == 0) {
      return -1;
    }
    int byKey = Double.compare(keys[place], key);
    return byKey != 0 ? byKey : Long.compare(ties[place], tie);
  }

  /** The place of the entry, or where it belongs. */
  int find(double key, long tie) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, key, tie) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean holds(int place, double key, long tie) {
    return place < size && keys[place] == key && ties[place] == tie;
  }

  /** The smallest weight. */
  int least() {
    if (!leastKnown) {
      least = Integer.MAX_VALUE;
      for (int place = 0; place < size; place++) {
        least = Math.min(least, weights[place]);
      }
      leastKnown = true;
    }
    return least;
  }

  /** The first place from there on with at most so much weight; the size if there is none. */
  int nextOfAtMost(int from, int most) {
    int place = from;
    while (place < size && weights[place] > most) {
      place++;
    }
    return place;
  }

  void insert(int place, double key, long tie, int job, int ofJob) {
    if (size == keys.length) {
      resize(Math.min(CAPACITY, 2 * size));
    }
    shift(place, place + 1);
    keys[place] = key;
    ties[place] = tie;
    jobs[place] = job;
    weights[place] = ofJob;
    size++;
    weight += ofJob;
    least = Math.min(least, ofJob);
  }

  void delete(int place) {
    weight -= weights[place];
    leastKnown &= weights[place] > least;
    shift(place + 1, place);
    size--;
  }

  /** Takes the upper half away and returns it. */
  JobBlock split() {
    JobBlock upper = new JobBlock(CAPACITY);
    int half = size / 2;
    for (int place = half; place < size; place++) {
      upper.insert(place - half, keys[place], ties[place], jobs[place], weights[place]);
    }
    size = half;
    weight -= upper.weight;
    leastKnown = false;
    return upper;
  }

  private void resize(int capacity) {
    keys = Arrays.copyOf(keys, capacity);
    ties = Arrays.copyOf(ties, capacity);
    jobs = Arrays.copyOf(jobs, capacity);
    weights = Arrays.copyOf(weights, capacity);
  }

  private void shift(int from, int to) {
    int length = size - from;
    System.arraycopy(keys, from, keys, to, length);
    System.arraycopy(ties, from, ties, to, length);
    System.arraycopy(jobs, from, jobs, to, length);
    System.arraycopy(weights, from, weights, to, length);
  }
}
