package org.limpid.simulation.sink;

/**
 * A column that a policy adds to the job records. Missing values are {@link #NONE} in a column of
 * whole numbers and NaN in one of decimals.
 */
public sealed interface JobColumn {
  /** A missing whole number. */
  long NONE = Long.MIN_VALUE;

  /** Column name, as in {@code jobs.csv}. */
  String name();

  /**
   * Whole numbers.
   *
   * @param name column name
   * @param values one per row of the trace
   */
  record Whole(String name, long[] values) implements JobColumn {}

  /**
   * Decimals.
   *
   * @param name column name
   * @param values one per row of the trace
   */
  record Decimal(String name, double[] values) implements JobColumn {}
}
