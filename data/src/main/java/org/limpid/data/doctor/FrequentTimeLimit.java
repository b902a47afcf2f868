package org.limpid.data.doctor;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.limpid.data.JobAttribute;

/** Nearly all jobs have the same time limit: it is the default, and nobody chose it. */
final class FrequentTimeLimit extends Check {
  private static final double SHARE = 0.9;
  private static final int FEWEST = 20;

  FrequentTimeLimit() {
    super(
        "frequent-time-limit",
        Severity.LOW,
        "Policies that take limits for estimates see jobs that are all alike.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    return frequent(counts(subject)).map(limit -> symptom(subject, limit));
  }

  private static Map<Long, Integer> counts(Subject subject) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (int row = 0; row < subject.size(); row++) {
      if (subject.has(JobAttribute.TIME_LIMIT, row)) {
        counts.merge(subject.number(JobAttribute.TIME_LIMIT, row), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The limit that nearly all have. */
  private static Optional<Long> frequent(Map<Long, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= Math.max(FEWEST, SHARE * all))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Symptom symptom(Subject subject, long limit) {
    Rows rows =
        Rows.of(subject.size(), row -> subject.number(JobAttribute.TIME_LIMIT, row) == limit);
    return Symptom.of(
        rows,
        "%,d jobs have a time limit of %,d s, nearly all that have one."
            .formatted(rows.count(), limit),
        mended(subject, "It takes these limits away, so that durations are estimated by models."));
  }

  /** Without one, nearly all of the others may be the same. */
  @Override
  void mend(Subject subject, Mending mending) {
    Map<Long, Integer> counts = counts(subject);
    Set<Long> taken = new HashSet<>();
    Optional<Long> next = frequent(counts);
    while (next.isPresent()) {
      taken.add(next.get());
      counts.remove(next.get());
      next = frequent(counts);
    }
    mending.change((row, job) ->
        taken.contains(subject.number(JobAttribute.TIME_LIMIT, row))
            ? job.with(job.attributes().with(JobAttribute.TIME_LIMIT, null))
            : job);
  }
}
