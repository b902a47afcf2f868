package org.limpid.data.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;

/** Virtual clusters in which more GPUs were in use, by the true starts, than they have. */
final class UsageAboveCapacity extends Check {
  /** So many bits of an event hold its row, the one above them whether it is a start. */
  private static final int ROW_BITS = 27;

  private static final long START = 1L << ROW_BITS;
  private static final long ROW = START - 1;

  UsageAboveCapacity() {
    super(
        "usage-above-capacity",
        Severity.HIGH,
        "The simulated cluster is smaller than the real one was, so that jobs wait that never"
            + " waited.");
  }

  @Override
  Cure cure() {
    return Cure.FIX;
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    Rows rows = new Rows();
    int[] peaks = peaks(subject, rows);
    List<String> above = new ArrayList<>();
    for (int index = 0; index < peaks.length; index++) {
      if (peaks[index] > subject.gpus(index)) {
        above.add(
            "%,d GPUs of %s, which has %,d"
                .formatted(
                    peaks[index],
                    subject.trace().virtualClusterNames().get(index),
                    subject.gpus(index)));
      }
    }
    return above.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Symptom.of(
                rows,
                "At once in use were %s.".formatted(String.join("; ", above)),
                mended(subject, "It gives them as many nodes as were in use.")));
  }

  /** Most GPUs in use at once per virtual cluster; rows are those that start above capacity. */
  private static int[] peaks(Subject subject, Rows above) {
    Trace trace = subject.trace();
    int clusters = trace.virtualClusterNames().size();
    int[] inUse = new int[clusters];
    int[] peaks = new int[clusters];
    for (long event : events(subject)) {
      int row = (int) (event & ROW);
      int index = trace.virtualClusterIndex(row);
      boolean isStart = (event & START) != 0;
      inUse[index] += isStart ? trace.gpuCount(row) : -trace.gpuCount(row);
      peaks[index] = Math.max(peaks[index], inUse[index]);
      if (isStart && inUse[index] > subject.gpus(index)) {
        above.add(row);
      }
    }
    return peaks;
  }

  /** Starts and ends in order; of one second the ends come first. */
  private static long[] events(Subject subject) {
    long[] events = new long[2 * subject.size()];
    int size = 0;
    for (int row = 0; row < subject.size(); row++) {
      long start = subject.number(JobAttribute.START_TIME, row);
      if (subject.has(JobAttribute.START_TIME, row)) {
        events[size++] = start << (ROW_BITS + 1) | START | row;
        events[size++] = end(subject, row, start) << (ROW_BITS + 1) | row;
      }
    }
    long[] sorted = Arrays.copyOf(events, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private static long end(Subject subject, int row, long start) {
    return subject.has(JobAttribute.END_TIME, row)
        ? Math.max(start + 1, subject.number(JobAttribute.END_TIME, row))
        : start + subject.trace().durationSeconds(row);
  }

  /** As many GPUs as were seen in use. */
  @Override
  void mend(Subject subject, Mending mending) {
    int[] peaks = peaks(subject, new Rows());
    for (int index = 0; index < peaks.length; index++) {
      mending.gpus(subject.trace().virtualClusterNames().get(index), peaks[index]);
    }
  }
}
