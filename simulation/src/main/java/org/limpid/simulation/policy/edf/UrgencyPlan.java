package org.limpid.simulation.policy.edf;

import java.util.Arrays;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.scaling.JobSpeeds;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.world.Progress;

/**
 * How jobs will run from now on if nobody else comes: laid one after the other, the most urgent
 * first, each takes at any time as many of the GPUs that are left as it can use. What starts and
 * changes of size cost is counted, and work is rounded as in the simulator. Mutable, for one
 * thread.
 */
final class UrgencyPlan {
  private final ScalingCost cost;
  private long[] seconds = new long[16];

  /** GPUs that are left from a second on until the next one; in the end all are. */
  private int[] free = new int[16];

  private int size = 1;

  /** No job is laid yet. */
  UrgencyPlan(long now, int gpus, ScalingCost cost) {
    this.cost = cost;
    seconds[0] = now;
    free[0] = gpus;
  }

  /**
   * Lays the next job.
   *
   * @param left work that is left, in seconds on the GPUs that it asks for
   * @param held GPUs that it has now; it goes on with as many for nothing
   * @return the second in which it ends
   * @throws IllegalStateException if it does not fit even on all GPUs
   */
  long lay(JobSpeeds speeds, double left, int held) {
    double rest = left;
    int before = held;
    for (int step = 0; step < size; step++) {
      int gpus = speeds.fitting(free[step]);
      double rate = speeds.rateOn(gpus);
      if (gpus != before) {
        // As work, which whoever is changed again before it has paid owes still.
        rest += gpus == 0 ? 0 : cost.seconds(gpus) * rate;
        before = gpus;
      }
      long length = length(step);
      if (gpus > 0) {
        long needed = Progress.secondsToEnd(rest, rate);
        if (needed <= length) {
          take(step, seconds[step] + needed, gpus);
          return seconds[step] + needed;
        }
        rest = Progress.after(rest, rate, length);
        free[step] -= gpus;
      }
    }
    throw new IllegalStateException("a job does not fit on %d GPUs".formatted(free[size - 1]));
  }

  private long length(int step) {
    return step + 1 < size ? seconds[step + 1] - seconds[step] : Partition.NEVER;
  }

  /** Takes GPUs from the beginning of a step up to a second, which is in it or its end. */
  private void take(int step, long until, int gpus) {
    if (until == seconds[step]) {
      return;
    }
    if (step + 1 == size || seconds[step + 1] != until) {
      insert(step + 1, until, free[step]);
    }
    free[step] -= gpus;
  }

  private void insert(int step, long second, int gpus) {
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * size);
      free = Arrays.copyOf(free, 2 * size);
    }
    System.arraycopy(seconds, step, seconds, step + 1, size - step);
    System.arraycopy(free, step, free, step + 1, size - step);
    seconds[step] = second;
    free[step] = gpus;
    size++;
  }
}
