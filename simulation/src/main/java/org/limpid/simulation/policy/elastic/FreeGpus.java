package org.limpid.simulation.policy.elastic;

import java.util.Arrays;

/**
 * How many GPUs are not planned for any job, from now on for all time: a step function. Mutable,
 * for one thread.
 */
final class FreeGpus {
  private long[] seconds;
  private int[] free;
  private int size;

  /** All GPUs are free from a second on. */
  FreeGpus(long now, int gpus) {
    seconds = new long[16];
    free = new int[16];
    seconds[0] = now;
    free[0] = gpus;
    size = 1;
  }

  private FreeGpus(FreeGpus other) {
    seconds = other.seconds.clone();
    free = other.free.clone();
    size = other.size;
  }

  /** The same, to be changed apart. */
  FreeGpus copy() {
    return new FreeGpus(this);
  }

  /** Number of steps; the last one has no end. */
  int size() {
    return size;
  }

  /** When a step begins; that of the first one is now. */
  long second(int step) {
    return seconds[step];
  }

  /** Free GPUs of a step; negative where more are planned than there are. */
  int free(int step) {
    return free[step];
  }

  /** Free GPUs in a second, which is not before now. */
  int at(long second) {
    return free[stepAt(second)];
  }

  private int stepAt(long second) {
    int step = Arrays.binarySearch(seconds, 0, size, second);
    return step >= 0 ? step : -step - 2;
  }

  /** Whether at some time more is planned than there is. */
  boolean isOverdrawn() {
    for (int step = 0; step < size; step++) {
      if (free[step] < 0) {
        return true;
      }
    }
    return false;
  }

  /** A plan takes its GPUs. */
  void take(Plan plan) {
    change(plan, -1);
  }

  /** A plan gives its GPUs back. */
  void give(Plan plan) {
    change(plan, 1);
  }

  private void change(Plan plan, int sign) {
    for (int step = 0; step < plan.size(); step++) {
      if (plan.gpus(step) > 0) {
        add(plan.second(step), plan.until(step), sign * plan.gpus(step));
      }
    }
    join();
  }

  /** From a second on until before another one there are more or fewer; what is past is left. */
  void add(long from, long to, int change) {
    long first = Math.max(from, seconds[0]);
    if (to <= first) {
      return;
    }
    int begin = split(first);
    int end = to == Long.MAX_VALUE ? size : split(to);
    for (int step = begin; step < end; step++) {
      free[step] += change;
    }
  }

  /** The step that begins in a second, made if there is none. */
  private int split(long second) {
    int step = stepAt(second);
    if (seconds[step] == second) {
      return step;
    }
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * size);
      free = Arrays.copyOf(free, 2 * size);
    }
    System.arraycopy(seconds, step + 1, seconds, step + 2, size - step - 1);
    System.arraycopy(free, step, free, step + 1, size - step);
    seconds[step + 1] = second;
    size++;
    return step + 1;
  }

  /** Steps with the same number of GPUs become one. */
  private void join() {
    int kept = 0;
    for (int step = 1; step < size; step++) {
      if (free[step] != free[kept]) {
        kept++;
        seconds[kept] = seconds[step];
        free[kept] = free[step];
      }
    }
    size = kept + 1;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < size; step++) {
      text.append(step == 0 ? "" : ", ").append(seconds[step]).append(": ").append(free[step]);
    }
    return text.toString();
  }
}
