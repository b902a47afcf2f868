package org.limpid.data.importer;

import java.util.OptionalLong;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;

/** What a log tells of when jobs started and ended in reality, as far as it can be true. */
final class ObservedTimes {
  /** So many seconds after 1970 it is 2128; what lies further away is no time of a job. */
  static final long MOST = 5_000_000_000L;

  private static final String EARLY =
      "%,d {job started before it was submitted, so its|jobs started before they were submitted, so"
          + " their} real start is not taken. Maybe a clock was set back.";
  private static final String REVERSED =
      "%,d {job ended before it started, so its|jobs ended before they started, so their} real end"
          + " is not taken. Maybe a clock was set back.";

  private ObservedTimes() {}

  /**
   * Adds start and end, each where it is known and not before what comes before it.
   *
   * @param submit seconds, on the clock of the others
   * @param notes where it is told what was not taken
   */
  static JobAttributes add(
      JobAttributes known, long submit, OptionalLong start, OptionalLong end, TableNotes notes) {
    if (start.isEmpty()) {
      return known;
    }
    long started = start.getAsLong();
    if (started > MOST || end.orElse(0) > MOST) {
      notes.count("%,d {job|jobs} started or ended centuries ahead, which is not taken.");
      return known;
    }
    if (started < submit) {
      notes.count(EARLY);
      return known;
    }
    JobAttributes withStart = known.with(JobAttribute.START_TIME, started);
    if (end.isPresent() && end.getAsLong() < started) {
      notes.count(REVERSED);
      return withStart;
    }
    return end.isPresent() ? withStart.with(JobAttribute.END_TIME, end.getAsLong()) : withStart;
  }
}
