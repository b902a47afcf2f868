package org.limpid.data.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.generate.RandomStream;

/** All times are whole minutes or hours. */
final class CoarseClock extends Check {
  private static final int FEWEST_JOBS = 20;
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

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
    int seconds = tick(subject);
    return seconds == 1 ? Optional.empty() : Optional.of(symptom(subject, seconds));
  }

  /** Seconds that all submissions are a multiple of apart: of an hour, of a minute, or 1. */
  private static int tick(Subject subject) {
    return areAllMultiples(subject, HOUR) ? HOUR : areAllMultiples(subject, MINUTE) ? MINUTE : 1;
  }

  private static boolean areAllMultiples(Subject subject, int seconds) {
    long offset = subject.firstSubmit();
    return IntStream.range(0, subject.size())
        .allMatch(row -> (subject.trace().submitSeconds(row) - offset) % seconds == 0);
  }

  private Symptom symptom(Subject subject, int seconds) {
    String unit = seconds == HOUR ? "hour" : "minute";
    return new Symptom(
        List.of(),
        1,
        "All submissions are a whole number of %ss apart.".formatted(unit),
        mended(
            subject,
            "It spreads the jobs of a%s %s over it in their order. How much ties matter, limpid"
                + " simulate --policy all --replicas 10 --replica-kind ties says."
                    .formatted(seconds == HOUR ? "n" : "", unit)));
  }

  @Override
  void mend(Subject subject, Mending mending) {
    long[] later = later(subject, tick(subject));
    mending.change((row, job) -> job.submittedEarlierBy(-later[row]));
  }

  /** Per row the seconds that it moves: one of n has its place by chance in the n-th part. */
  private static long[] later(Subject subject, int tick) {
    long[] later = new long[subject.size()];
    int begin = 0;
    for (int row = 0; row < later.length; row++) {
      begin =
          subject.trace().submitSeconds(row) == subject.trace().submitSeconds(begin) ? begin : row;
      later[row] = row - begin;
    }
    int end = later.length;
    for (int row = later.length - 1; row >= 0; row--) {
      long place = later[row];
      later[row] =
          (long) ((place + RandomStream.unit(RandomStream.mix(row))) * tick / (end - row + place));
      end = place == 0 ? row : end;
    }
    return later;
  }
}
