package org.limpid.files.table;

import java.io.UncheckedIOException;

/**
 * Takes the rows of a table: for each column in order a value of its kind or {@link #missing}, then
 * {@link #endRow}. What comes otherwise is an {@link IllegalArgumentException}; failures to write
 * are {@link UncheckedIOException}s. Not safe for several threads.
 */
public interface TableRows {
  /** The value in a column of whole numbers. */
  TableRows value(long value);

  /** The value in a column of numbers; it must be finite. */
  TableRows value(double value);

  /** The value in a column of texts. */
  TableRows value(String value);

  /** No value, in a column of any kind. */
  TableRows missing();

  /** Ends a row, in which every column has had its turn. */
  void endRow();
}
