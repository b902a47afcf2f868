package org.limpid.data.doctor;

import java.util.List;
import java.util.Optional;

/** The quiet hours lie in the middle of the day: times are those of another zone. */
final class ShiftedDay extends Check {
  private static final int HOURS = 24;
  private static final int QUIET_HOURS = 6;

  /** Of 25 % that six hours have of a day without a rhythm. */
  private static final double QUIET_SHARE = 0.12;

  private static final long FEWEST_DAYS = 7;
  private static final int FEWEST_JOBS = 500;

  /** Quiet hours that begin within these are no night. */
  private static final int EARLIEST = 8;

  private static final int LATEST = 17;

  /** When they begin where nobody knows better. */
  private static final int USUAL = 1;

  ShiftedDay() {
    super(
        "shifted-day",
        Severity.LOW,
        "Waits stay the same, but forecasts and models that know the hour of the day are taught the"
            + " wrong one.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    if (subject.size() < FEWEST_JOBS || subject.span() < FEWEST_DAYS * HOURS * 3600) {
      return Optional.empty();
    }
    int[] jobs = jobsPerHour(subject);
    int begin = quietest(jobs);
    boolean isQuiet = jobs(jobs, begin) < QUIET_SHARE * subject.size();
    return isQuiet && begin >= EARLIEST && begin <= LATEST
        ? Optional.of(symptom(subject, begin))
        : Optional.empty();
  }

  private Symptom symptom(Subject subject, int begin) {
    return new Symptom(
        List.of(),
        1,
        "The quiet hours of the day begin at %02d:00.".formatted(begin),
        mended(
            subject,
            "It moves the origin of all times by %+d hours, so that they begin at %02d:00."
                .formatted(hours(begin), USUAL)));
  }

  /** From -12 to 12. */
  private static int hours(int begin) {
    return Math.floorMod(USUAL - begin + HOURS / 2, HOURS) - HOURS / 2;
  }

  @Override
  void mend(Subject subject, Mending mending) {
    mending.originHours(hours(quietest(jobsPerHour(subject))));
  }

  private static int[] jobsPerHour(Subject subject) {
    int[] jobs = new int[HOURS];
    long offset = subject.time(0).toLocalTime().toSecondOfDay();
    for (int row = 0; row < subject.size(); row++) {
      long hour = Math.floorDiv(subject.trace().submitSeconds(row) + offset, 3600L);
      jobs[Math.floorMod(hour, HOURS)]++;
    }
    return jobs;
  }

  private static int quietest(int[] jobs) {
    int best = 0;
    for (int begin = 1; begin < HOURS; begin++) {
      if (jobs(jobs, begin) < jobs(jobs, best)) {
        best = begin;
      }
    }
    return best;
  }

  private static int jobs(int[] jobs, int begin) {
    int sum = 0;
    for (int hour = begin; hour < begin + QUIET_HOURS; hour++) {
      sum += jobs[hour % HOURS];
    }
    return sum;
  }
}
