package org.limpid.data.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Long jobs are missing at the end: what had not ended was left out. */
final class ShortAtEnd extends Check {
  /** One job in so many is long. */
  private static final int ONE_IN = 20;

  private static final long SHORTEST_SECONDS = 3600;

  /** Of so many long jobs expected, none comes by chance about once in 20,000 traces. */
  private static final int EXPECTED = 10;

  ShortAtEnd() {
    super(
        "short-at-end",
        Severity.MEDIUM,
        "The last days are emptier than they were, and waits there are too short.");
  }

  @Override
  Cure cure() {
    return Cure.ELSEWHERE;
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    long[] durations =
        IntStream.range(0, subject.size()).mapToLong(subject.trace()::durationSeconds).toArray();
    long[] sorted = durations.clone();
    Arrays.sort(sorted);
    long limit = sorted[sorted.length - 1 - sorted.length / ONE_IN];
    long since = subject.lastSubmit() - limit;
    int first = firstAfter(subject, since);
    int jobs = subject.size() - first;
    boolean hasLong = Arrays.stream(durations, first, durations.length).anyMatch(d -> d > limit);
    return limit < SHORTEST_SECONDS || jobs < ONE_IN * EXPECTED || first == 0 || hasLong
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(first),
                jobs,
                ("None of the %,d jobs submitted from %s on lasts longer than %,d s, as one in %d"
                        + " does before.")
                    .formatted(jobs, subject.time(since), limit, ONE_IN),
                sampled(subject, "--to " + subject.time(since), "It ends the trace before them.")));
  }

  private static int firstAfter(Subject subject, long second) {
    int row = subject.size();
    while (row > 0 && subject.trace().submitSeconds(row - 1) > second) {
      row--;
    }
    return row;
  }
}
