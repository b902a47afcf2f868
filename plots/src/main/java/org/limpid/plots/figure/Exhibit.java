package org.limpid.plots.figure;

/** A kind of figure or table: makes one or several of an input. Immutable. */
public interface Exhibit {
  /** What it is, where it belongs, and what it is made from. */
  About about();

  /** Name on the command line: {@code jct-cdf}. */
  default String name() {
    return about().name();
  }

  /**
   * The figures or tables, or the reason why this input has none.
   *
   * @param inputs all that it needs is there
   * @throws org.limpid.files.DataException if the input can't be read
   */
  Made make(PlotInputs inputs, FigureOptions options);
}
