package org.limpid.data.doctor;

import java.util.Optional;
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
    TreeMap<Long, Integer> counts = new TreeMap<>();
    for (int row = 0; row < subject.size(); row++) {
      if (subject.has(JobAttribute.TIME_LIMIT, row)) {
        counts.merge(subject.number(JobAttribute.TIME_LIMIT, row), 1, Integer::sum);
      }
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= Math.max(FEWEST, SHARE * all))
        .findFirst()
        .map(entry -> symptom(subject, entry.getKey()));
  }

  private static Symptom symptom(Subject subject, long limit) {
    Rows rows =
        Rows.of(subject.size(), row -> subject.number(JobAttribute.TIME_LIMIT, row) == limit);
    return Symptom.of(
        rows,
        "%,d jobs have a time limit of %,d s, nearly all that have one."
            .formatted(rows.count(), limit),
        "Estimate durations by a model instead: limpid train --data DIR --out models");
  }
}
