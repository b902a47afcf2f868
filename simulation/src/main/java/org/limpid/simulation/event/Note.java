package org.limpid.simulation.event;

import java.util.Arrays;
import java.util.List;

/**
 * What a policy says of its own decisions in terms that only it knows. The policy names the kind,
 * says what the values are, and has the words for it.
 *
 * @param second when, in seconds
 * @param job the job of which it speaks; {@link #NO_JOB} if of none
 * @param kind which kind of note of that policy it is
 * @param values the numbers that belong to it
 */
public record Note(long second, int job, String kind, List<Double> values) implements Event {
  /** The job of a note that speaks of no single job. */
  public static final int NO_JOB = -1;

  public Note {
    values = List.copyOf(values);
  }

  /** A note with values that need not be boxed beforehand. */
  public static Note of(long second, int job, String kind, double[] values) {
    Double[] boxed = new Double[values.length];
    Arrays.setAll(boxed, i -> values[i]);
    return new Note(second, job, kind, List.of(boxed));
  }

  /** A value that is a whole number. */
  public int whole(int index) {
    return values.get(index).intValue();
  }
}
