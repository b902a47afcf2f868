package org.limpid.interpret.table;

/** One named column of a {@link Table}: numbers or texts, either with gaps. Immutable. */
public sealed interface Column permits NumericColumn, TextColumn {
  /** The name, unique in its table. */
  String name();

  /** How many rows the column has. */
  int size();

  /** Whether the row has no value. */
  boolean isMissing(int row);

  /** The value as a reader of a CSV file would write it; empty when missing. */
  String text(int row);

  /** The column with only these rows, in this order. */
  Column rows(int[] rows);
}
