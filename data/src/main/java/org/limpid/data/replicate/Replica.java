package org.limpid.data.replicate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.Trace;

/**
 * A copy of a trace that remembers where its jobs come from. Immutable and safe to share between
 * threads.
 */
public final class Replica {
  private final int number;
  private final Trace trace;
  private final int[] originalRows;
  private final CopiedDays days;
  private final double load;

  /**
   * @param load jobs per job of the original trace
   */
  Replica(int number, Trace trace, int[] originalRows, CopiedDays days, double load) {
    this.number = number;
    this.trace = trace;
    this.originalRows = originalRows;
    this.days = days;
    this.load = load;
  }

  /** The trace itself, number 0. */
  public static Replica unchanged(Trace trace) {
    return new Replica(0, trace, IntStream.range(0, trace.size()).toArray(), CopiedDays.NONE, 1);
  }

  /**
   * This copy with single jobs changed, left out or moved; number 1 if this is the trace itself.
   *
   * @param edited the jobs of the new copy
   * @param originalRows per row of the new copy that of the same job in the original trace
   */
  public Replica edited(Trace edited, int[] originalRows) {
    if (originalRows.length != edited.size()) {
      throw new IllegalArgumentException(
          "expected %d rows, found %d".formatted(edited.size(), originalRows.length));
    }
    return new Replica(Math.max(1, number), edited, originalRows.clone(), days, load);
  }

  public Trace trace() {
    return trace;
  }

  /** Row in the original trace of the job that is here in this row. */
  public int originalRow(int row) {
    return originalRows[row];
  }

  /** Estimates for the rows of this trace: each job has that of its original. */
  public Estimates estimates(Estimates original) {
    if (number == 0 && load == 1) {
      return original;
    }
    return new Estimates(
        original.source(), Arrays.stream(originalRows).mapToDouble(original::seconds).toArray());
  }

  /**
   * The forecast for this trace: that of each day is the one of the day that it copies, times the
   * load.
   */
  public Forecast forecast(Forecast original) {
    Forecast copied = days.forecast(original);
    return load == 1 ? copied : copied.times(load);
  }
}
