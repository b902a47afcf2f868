package org.limpid.plots.figure;

import java.util.Optional;
import java.util.Set;

/** A kind of figure: makes one or several figures of an input. Immutable. */
public interface FigureSource {
  /** Name on the command line: {@code jct-cdf}. */
  String name();

  /** What it shows, in a few words that begin with a small letter. */
  String description();

  /** Where the paper has it: {@code Figure 8}. */
  default Optional<String> inPaper() {
    return Optional.empty();
  }

  /** What it is made from; all of it is there when {@link #figures} is called. */
  Set<Need> needs();

  /**
   * The figures, or the reason why this input has none.
   *
   * @throws org.limpid.files.DataException if the input can't be read
   */
  Outcome figures(Inputs inputs, FigureOptions options);
}
