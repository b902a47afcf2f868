package org.limpid.plots.observation;

import java.util.Optional;
import java.util.function.IntFunction;
import org.limpid.data.Trace;
import org.limpid.interpret.table.Table;

/**
 * Rows that a model can predict for.
 *
 * @param table a column per feature, and perhaps others
 * @param rowNames what each row is, from 0: {@code job 17}
 * @param actual what was observed in each row, as text; empty where nobody knows
 */
public record Observations(
    Table table, IntFunction<String> rowNames, Optional<IntFunction<String>> actual) {
  /** The features of more jobs would take too much memory and time. */
  private static final int MOST_JOBS = 100_000;

  /** A trace, or of a long one the beginning. */
  public static Trace firstJobs(Trace trace) {
    return trace.size() <= MOST_JOBS
        ? trace
        : trace.between(trace.submitSeconds(0), trace.submitSeconds(MOST_JOBS));
  }
}
