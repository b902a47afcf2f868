package org.limpid.simulation.policy.limpid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.limpid.simulation.resource.Allocation;

/** The running jobs of more than a node and their places, by their sizes. For one thread. */
final class LargeRunners {
  private final Map<Integer, OfOneSize> bySize = new HashMap<>();

  /** Those of one size, in the order of their start. */
  static final class OfOneSize {
    private int[] jobs = {};
    private Allocation[] places = {};
    private int count;

    int count() {
      return count;
    }

    int job(int index) {
      return jobs[index];
    }

    Allocation place(int index) {
      return places[index];
    }

    private void add(int job, Allocation place) {
      if (count == jobs.length) {
        int capacity = Math.max(8, 2 * count);
        jobs = Arrays.copyOf(jobs, capacity);
        places = Arrays.copyOf(places, capacity);
      }
      jobs[count] = job;
      places[count++] = place;
    }

    private void remove(int job) {
      int index = 0;
      while (jobs[index] != job) {
        index++;
      }
      count--;
      System.arraycopy(jobs, index + 1, jobs, index, count - index);
      System.arraycopy(places, index + 1, places, index, count - index);
      places[count] = null;
    }
  }

  void add(int job, int gpus, Allocation place) {
    of(gpus).add(job, place);
  }

  void remove(int job, int gpus) {
    of(gpus).remove(job);
  }

  /** Those of so many GPUs. */
  OfOneSize of(int gpus) {
    return bySize.computeIfAbsent(gpus, _ -> new OfOneSize());
  }
}
