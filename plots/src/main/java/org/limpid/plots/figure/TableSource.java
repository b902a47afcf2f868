package org.limpid.plots.figure;

import java.util.Optional;
import java.util.Set;

/** A kind of table: makes one or several tables of an input. Immutable. */
public interface TableSource {
  /** Name on the command line: {@code table4}. */
  String name();

  /** What it shows, in a few words that begin with a small letter. */
  String description();

  /** Where the paper has it: {@code Table 4}. */
  default Optional<String> inPaper() {
    return Optional.empty();
  }

  /** What it is made from; all of it is there when {@link #tables} is called. */
  Set<Need> needs();

  /**
   * The tables, or the reason why this input has none.
   *
   * @throws org.limpid.files.DataException if the input can't be read
   */
  TableOutcome tables(Inputs inputs, FigureOptions options);
}
