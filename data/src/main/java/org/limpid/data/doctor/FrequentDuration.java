package org.limpid.data.doctor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One duration is that of far too many jobs. */
final class FrequentDuration extends Check {
  private static final long SHORTEST_SECONDS = 60;
  private static final double SHARE = 0.05;
  private static final int FEWEST = 20;

  /** So many times as frequent as the next one. */
  private static final int TIMES_NEXT = 5;

  FrequentDuration() {
    super(
        "frequent-duration",
        Severity.MEDIUM,
        "If it stands for jobs whose end nobody knows, that work is made up.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    return frequent(counts(subject), subject.size()).map(each -> symptom(subject, each));
  }

  private static Map<Long, Integer> counts(Subject subject) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int row = 0; row < subject.size(); row++) {
      if (isCounted(subject, row)) {
        counts.merge(subject.trace().durationSeconds(row), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The duration that stands out among those of so many jobs. */
  private static Optional<Long> frequent(Map<Long, Integer> counts, int size) {
    List<Map.Entry<Long, Integer>> most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
            .limit(2)
            .toList();
    return most.isEmpty() || !standsOut(most, size)
        ? Optional.empty()
        : Optional.of(most.getFirst().getKey());
  }

  private static boolean standsOut(List<Map.Entry<Long, Integer>> most, int size) {
    int jobs = most.getFirst().getValue();
    int next = most.size() == 1 ? 0 : most.get(1).getValue();
    return jobs >= Math.max(FEWEST, SHARE * size) && jobs >= TIMES_NEXT * next;
  }

  /** What is killed at its limit has a reason to last so long. */
  private static boolean isCounted(Subject subject, int row) {
    return subject.trace().durationSeconds(row) >= SHORTEST_SECONDS
        && !KilledAtLimit.isKilled(subject, row);
  }

  private Symptom symptom(Subject subject, long duration) {
    Rows rows =
        Rows.of(
            subject.size(),
            row -> subject.trace().durationSeconds(row) == duration && isCounted(subject, row));
    return Symptom.of(
        rows,
        "%,d jobs last exactly %,d s, far more than any other time."
            .formatted(rows.count(), duration),
        mended(subject, "It leaves these jobs out, as if they had no duration."));
  }

  /** Without one, another may stand out. */
  @Override
  void mend(Subject subject, Mending mending) {
    Map<Long, Integer> counts = counts(subject);
    Set<Long> leftOut = new HashSet<>();
    int size = subject.size();
    Optional<Long> next = frequent(counts, size);
    while (next.isPresent()) {
      leftOut.add(next.get());
      size -= counts.remove(next.get());
      next = frequent(counts, size);
    }
    IntStream.range(0, subject.size())
        .filter(row -> leftOut.contains(subject.trace().durationSeconds(row)))
        .filter(row -> isCounted(subject, row))
        .forEach(mending::leaveOut);
  }
}
