package org.limpid.interpret.table;

/** One named column of a {@link Table}: numbers or texts, either with gaps. Immutable. */
public sealed interface Column permits NumericColumn, TextColumn {
  String name();

  int size();

  /** Whether the row has no value. */
  boolean isMissing(int row);

  /** The value as a reader of a CSV file would write it; empty when missing. */
  String text(int row);

  Column rows(int[] rows);
}
