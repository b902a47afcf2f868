package org.limpid.experiment.fidelity;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** GPUs of a virtual cluster that were in use, second by second. Not safe for several threads. */
final class GpuUse {
  private final NavigableMap<Long, Long> changes = new TreeMap<>();
  private NavigableMap<Long, Long> used;

  /** Adds a job that held GPUs from a second up to, but not in, another one. */
  void add(long from, long to, int gpus) {
    changes.merge(from, (long) gpus, Long::sum);
    changes.merge(to, (long) -gpus, Long::sum);
    used = null;
  }

  /** GPUs in use in a second. */
  long at(long second) {
    Map.Entry<Long, Long> last = sums().floorEntry(second);
    return last == null ? 0 : last.getValue();
  }

  /** Most GPUs in use at once. */
  long peak() {
    return sums().values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private NavigableMap<Long, Long> sums() {
    if (used == null) {
      used = new TreeMap<>();
      long sum = 0;
      for (Map.Entry<Long, Long> change : changes.entrySet()) {
        sum += change.getValue();
        used.put(change.getKey(), sum);
      }
    }
    return used;
  }
}
