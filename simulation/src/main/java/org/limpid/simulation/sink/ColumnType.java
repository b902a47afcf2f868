package org.limpid.simulation.sink;

/**
 * A column that a policy adds to the job records, without its values.
 *
 * @param name as in {@code jobs.csv}
 * @param isDecimal whether its values are decimals, not whole numbers
 */
public record ColumnType(String name, boolean isDecimal) {
  /** A column of whole numbers. */
  public static ColumnType whole(String name) {
    return new ColumnType(name, false);
  }

  /** A column of decimals. */
  public static ColumnType decimal(String name) {
    return new ColumnType(name, true);
  }

  /** A column to be filled, of so many jobs. */
  public JobColumn ofSize(int jobs) {
    return isDecimal
        ? new JobColumn.Decimal(name, new double[jobs])
        : new JobColumn.Whole(name, new long[jobs]);
  }
}
