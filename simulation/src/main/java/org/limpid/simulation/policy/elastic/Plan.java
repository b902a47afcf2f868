package org.limpid.simulation.policy.elastic;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.loop.Partition;

/**
 * On how many GPUs a job is going to run from when on, until its work is done. Immutable.
 *
 * <p>Its steps ascend in time; the GPUs of a step are those from its second on until that of the
 * next one, or until the end.
 */
final class Plan {
  /** The plan of a job that can't run at all. */
  static final Plan NEVER_ENDING = new Plan(new long[0], new int[0], Partition.NEVER);

  private final long[] seconds;
  private final int[] gpus;
  private final long end;

  private Plan(long[] seconds, int[] gpus, long end) {
    this.seconds = seconds;
    this.gpus = gpus;
    this.end = end;
  }

  /** Collects the steps of a plan. */
  static final class Builder {
    private long[] seconds = new long[8];
    private int[] gpus = new int[8];
    private int size;

    /** From a second on, later than those before, so many GPUs. */
    void add(long second, int count) {
      if (size > 0 && gpus[size - 1] == count) {
        return;
      }
      if (size == seconds.length) {
        seconds = Arrays.copyOf(seconds, 2 * size);
        gpus = Arrays.copyOf(gpus, 2 * size);
      }
      seconds[size] = second;
      gpus[size++] = count;
    }

    /** The plan, which ends in a second. */
    Plan until(long end) {
      return new Plan(Arrays.copyOf(seconds, size), Arrays.copyOf(gpus, size), end);
    }
  }

  void save(ByteWriter out) {
    out.putSigned(end);
    out.putSigned(seconds.length);
    for (int step = 0; step < seconds.length; step++) {
      out.putSigned(seconds[step]);
      out.putSigned(gpus[step]);
    }
  }

  static Plan restored(ByteReader in) {
    long end = in.takeSigned();
    int size = in.takeWhole(0, Integer.MAX_VALUE);
    Builder steps = new Builder();
    for (int step = 0; step < size; step++) {
      steps.add(in.takeSigned(), in.takeWhole(0, Integer.MAX_VALUE));
    }
    return steps.until(end);
  }

  /** Number of steps. */
  int size() {
    return seconds.length;
  }

  /** When a step begins. */
  long second(int step) {
    return seconds[step];
  }

  /** When a step is over. */
  long until(int step) {
    return step + 1 < seconds.length ? seconds[step + 1] : end;
  }

  /** GPUs of a step. */
  int gpus(int step) {
    return gpus[step];
  }

  /** When the work is done, in seconds; {@link Partition#NEVER} if it never is. */
  long end() {
    return end;
  }

  /** GPUs in a second; 0 before the first step and after the end. */
  int gpusAt(long second) {
    if (second >= end) {
      return 0;
    }
    int step = Arrays.binarySearch(seconds, second);
    int last = step >= 0 ? step : -step - 2;
    return last < 0 ? 0 : gpus[last];
  }

  /** The first second after this one in which a step begins or the plan ends. */
  long nextChange(long second) {
    int step = Arrays.binarySearch(seconds, second);
    int next = step >= 0 ? step + 1 : -step - 1;
    if (next < seconds.length) {
      return seconds[next];
    }
    return end > second ? end : Partition.NEVER;
  }

  /** GPU time from a second on, in GPU-seconds. */
  double gpuSeconds(long from) {
    double sum = 0;
    for (int step = 0; step < seconds.length; step++) {
      sum += (double) gpus[step] * Math.max(0, until(step) - Math.max(from, seconds[step]));
    }
    return sum;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < seconds.length; step++) {
      text.append("%d: %d, ".formatted(seconds[step], gpus[step]));
    }
    return text.append("end ").append(end).toString();
  }
}
