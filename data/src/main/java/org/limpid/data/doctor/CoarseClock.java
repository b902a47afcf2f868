package org.limpid.data.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All times are whole minutes or hours. */
final class CoarseClock extends Check {
  private static final int FEWEST_JOBS = 20;

  CoarseClock() {
    super(
        "coarse-clock",
        Severity.LOW,
        "Many jobs come in the same second, and the order of rows decides who is first.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    if (subject.size() < FEWEST_JOBS || subject.span() == 1) {
      return Optional.empty();
    }
    if (areAllMultiples(subject, 3600)) {
      return Optional.of(symptom("hour"));
    }
    return areAllMultiples(subject, 60) ? Optional.of(symptom("minute")) : Optional.empty();
  }

  private static boolean areAllMultiples(Subject subject, int seconds) {
    long offset = subject.firstSubmit();
    return IntStream.range(0, subject.size())
        .allMatch(row -> (subject.trace().submitSeconds(row) - offset) % seconds == 0);
  }

  private static Symptom symptom(String unit) {
    return new Symptom(
        List.of(),
        1,
        "All submissions are a whole number of %ss apart.".formatted(unit),
        "See how much ties matter: limpid simulate --data DIR --policy all --replicas 10"
            + " --replica-kind ties --out results");
  }
}
