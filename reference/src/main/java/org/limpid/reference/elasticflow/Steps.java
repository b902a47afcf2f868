package org.limpid.reference.elasticflow;

import java.util.Arrays;

/**
 * A step function of time with whole values: ascending times and the value from each of them on.
 * Not safe for several threads.
 */
final class Steps {
  private double[] times = new double[8];
  private int[] values = new int[8];
  private int size;

  /** Takes over another one. */
  void copy(Steps other) {
    reserve(other.size);
    System.arraycopy(other.times, 0, times, 0, other.size);
    System.arraycopy(other.values, 0, values, 0, other.size);
    size = other.size;
  }

  /** A copy of its own. */
  Steps copied() {
    Steps copy = new Steps();
    copy.copy(this);
    return copy;
  }

  /** Makes it constant from a time on. */
  void reset(double time, int value) {
    times[0] = time;
    values[0] = value;
    size = 1;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  double time(int index) {
    return times[index];
  }

  int value(int index) {
    return values[index];
  }

  void setValue(int index, int value) {
    values[index] = value;
  }

  void add(int index, int change) {
    values[index] += change;
  }

  /** Place of the first time that is at least this one; the size if there is none. */
  int ceiling(double time) {
    int place = Arrays.binarySearch(times, 0, size, time);
    return place < 0 ? -place - 1 : place;
  }

  /** Whether there is a step at a place and a time. */
  boolean isAt(int place, double time) {
    return place < size && times[place] == time;
  }

  /** The value at exactly this time; 0 if there is no step. */
  int at(double time) {
    int place = ceiling(time);
    return isAt(place, time) ? values[place] : 0;
  }

  /** Whether there is a step at exactly this time. */
  boolean has(double time) {
    return isAt(ceiling(time), time);
  }

  /** Sets the value of a step, which is made if there is none; its place. */
  int put(double time, int value) {
    int place = ceiling(time);
    if (isAt(place, time)) {
      values[place] = value;
    } else {
      insert(place, time, value);
    }
    return place;
  }

  /** Makes a step at a place where it belongs. */
  void insert(int place, double time, int value) {
    reserve(size + 1);
    System.arraycopy(times, place, times, place + 1, size - place);
    System.arraycopy(values, place, values, place + 1, size - place);
    times[place] = time;
    values[place] = value;
    size++;
  }

  /** Adds a step behind all others, unless the value is that of the last one. */
  void append(double time, int value) {
    if (size == 0 || values[size - 1] != value) {
      reserve(size + 1);
      times[size] = time;
      values[size++] = value;
    }
  }

  /** Leaves out the first steps. */
  void dropFirst(int count) {
    if (count > 0) {
      System.arraycopy(times, count, times, 0, size - count);
      System.arraycopy(values, count, values, 0, size - count);
      size -= count;
    }
  }

  /** Leaves out steps at which nothing changes. */
  void merge() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || values[kept - 1] != values[i]) {
        times[kept] = times[i];
        values[kept++] = values[i];
      }
    }
    size = kept;
  }

  /** The first time after this one; that of no deadline if there is none. */
  double timeAfter(double time) {
    int place = ceiling(time);
    if (isAt(place, time)) {
      place++;
    }
    return place < size ? times[place] : Job.NO_DEADLINE;
  }

  /** The first time with a value other than 0; that of no deadline if there is none. */
  double firstUse() {
    for (int i = 0; i < size; i++) {
      if (values[i] != 0) {
        return times[i];
      }
    }
    return Job.NO_DEADLINE;
  }

  /** GPU time of a plan up to its end; a piece is charged up to the next step. */
  double gpuTime(double end) {
    double sum = 0;
    for (int i = 0; i + 1 < size; i++) {
      sum += values[i] * (times[i + 1] - times[i]);
    }
    return sum + values[size - 1] * (end - times[size - 1]);
  }

  /**
   * Makes it the sum of another one and a plan that ends, without steps at which nothing changes.
   *
   * @param limit steps from then on are left out
   */
  void sum(Steps other, Steps plan, double end, double limit) {
    size = 0;
    reserve(other.size + plan.size + 1);
    int i = 0;
    int k = 0;
    int own = 0;
    int value = 0;
    boolean ended = false;
    while (i < other.size || k < plan.size || !ended) {
      double next = i < other.size ? other.times[i] : Double.POSITIVE_INFINITY;
      next = k < plan.size ? Math.min(next, plan.times[k]) : next;
      next = ended ? next : Math.min(next, end);
      if (next >= limit) {
        return;
      }
      if (i < other.size && other.times[i] == next) {
        value = other.values[i++];
      }
      if (k < plan.size && plan.times[k] == next) {
        own = plan.values[k++];
      }
      if (next >= end) {
        ended = true;
        own = 0;
      }
      append(next, value + own);
    }
  }

  /**
   * The first step after the first one of that sum, if it lies before a time; else infinity. It
   * takes no longer than there are steps before.
   */
  static double firstStepOfSum(Steps other, Steps plan, double end, double before) {
    int i = 1;
    int k = 1;
    int value = other.values[0];
    int own = plan.values[0];
    int first = value + own;
    boolean ended = false;
    while (true) {
      double next = i < other.size ? other.times[i] : Double.POSITIVE_INFINITY;
      next = k < plan.size ? Math.min(next, plan.times[k]) : next;
      next = ended ? next : Math.min(next, end);
      if (next >= before) {
        return Double.POSITIVE_INFINITY;
      }
      if (i < other.size && other.times[i] == next) {
        value = other.values[i++];
      }
      if (k < plan.size && plan.times[k] == next) {
        own = plan.values[k++];
      }
      if (next >= end) {
        ended = true;
        own = 0;
      }
      if (value + own != first) {
        return next;
      }
    }
  }

  /** Whether all steps but the first are those of another one. */
  boolean hasTailOf(Steps other) {
    return size == other.size
        && Arrays.equals(times, 1, size, other.times, 1, size)
        && Arrays.equals(values, 1, size, other.values, 1, size);
  }

  private void reserve(int count) {
    if (count > times.length) {
      int capacity = Math.max(count, 2 * times.length);
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
    }
  }
}
