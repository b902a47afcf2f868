package org.limpid.simulation.sink;

import java.util.Optional;
import org.limpid.simulation.job.Outcome;

/**
 * Outcomes of the jobs of a run other than that their work was done; nearly always there are none.
 * Safe for several threads.
 */
public final class Outcomes {
  /** Name of the column in {@code jobs.csv}. */
  public static final String COLUMN = "outcome";

  private final int jobCount;
  private long[] numbers;

  /**
   * All jobs have ended as they should.
   *
   * @param jobCount number of jobs of the trace
   */
  public Outcomes(int jobCount) {
    this.jobCount = jobCount;
  }

  synchronized void set(int row, Outcome outcome) {
    if (numbers == null) {
      numbers = new long[jobCount];
    }
    numbers[row] = outcome.ordinal();
  }

  /** Takes over the outcome that a job had in other records. */
  public void keep(JobRecords before, int rowBefore, int row) {
    boolean known = before.extra().stream().anyMatch(column -> column.name().equals(COLUMN));
    Outcome outcome =
        known ? Outcome.values()[(int) before.whole(COLUMN, rowBefore)] : Outcome.ENDED;
    if (outcome != Outcome.ENDED) {
      set(row, outcome);
    }
  }

  /** The outcomes by number: 0 ended, 1 killed, 2 rejected; empty if all jobs have ended. */
  public synchronized Optional<JobColumn> column() {
    return Optional.ofNullable(numbers).map(values -> new JobColumn.Whole(COLUMN, values));
  }
}
