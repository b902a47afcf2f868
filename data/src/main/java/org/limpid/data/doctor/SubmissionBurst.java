package org.limpid.data.doctor;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Very many jobs come in one second. */
final class SubmissionBurst extends Check {
  private static final int FEWEST = 100;
  private static final double SHARE = 0.01;

  SubmissionBurst() {
    super(
        "submission-burst",
        Severity.LOW,
        "One burst, such as the queue that was there when the trace began, decides the means.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    NavigableMap<Integer, Integer> bursts = bursts(subject, subject.size());
    Rows rows = new Rows();
    bursts.keySet().forEach(rows::add);
    return bursts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Symptom.of(
                rows,
                "Seconds in which many jobs come at once: %,d, with up to %,d jobs."
                    .formatted(rows.count(), Collections.max(bursts.values())),
                mended(
                    subject,
                    "It leaves these jobs out. What one of them waits for, limpid explain job"
                        + " says.")));
  }

  /** Jobs of the seconds with very many, by the first row, where so many jobs count as all. */
  private static NavigableMap<Integer, Integer> bursts(Subject subject, int all) {
    double least = Math.max(FEWEST, SHARE * all);
    NavigableMap<Integer, Integer> bursts = new TreeMap<>();
    int begin = 0;
    for (int row = 1; row <= subject.size(); row++) {
      if (row == subject.size() || submit(subject, row) != submit(subject, begin)) {
        if (row - begin >= least) {
          bursts.put(begin, row - begin);
        }
        begin = row;
      }
    }
    return bursts;
  }

  private static long submit(Subject subject, int row) {
    return subject.trace().submitSeconds(row);
  }

  /** Without a burst, the same number of jobs is a larger share of the others. */
  @Override
  void mend(Subject subject, Mending mending) {
    NavigableMap<Integer, Integer> bursts = bursts(subject, subject.size());
    int found = 0;
    while (bursts.size() > found) {
      found = bursts.size();
      int inBursts = bursts.values().stream().mapToInt(Integer::intValue).sum();
      bursts = bursts(subject, subject.size() - inBursts);
    }
    bursts.forEach(
        (first, jobs) -> IntStream.range(first, first + jobs).forEach(mending::leaveOut));
  }
}
