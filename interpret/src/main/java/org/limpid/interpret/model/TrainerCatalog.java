package org.limpid.interpret.model;

import java.util.List;
import java.util.Objects;

/**
 * Offers trainers to compare with. Programs find those on the class path with {@link
 * java.util.ServiceLoader}, so that they need not depend on the libraries behind them.
 */
public interface TrainerCatalog {
  /**
   * Trainers with usual parameters for this task, in the order in which tables show them.
   *
   * @param loss what those minimise that can, if numbers are predicted; all others minimise the
   *     squared error
   */
  List<Offer> offers(Task task, Loss loss);

  /** What a fit to numbers minimises. */
  enum Loss {
    /** The mean squared error, which the mean makes smallest. */
    SQUARED_ERROR,
    /** The mean absolute error, which the median makes smallest. */
    ABSOLUTE_ERROR
  }

  /**
   * A trainer, what it asks of data, and what it gives.
   *
   * @param trainer with parameters that suit a comparison
   * @param readable whether a person can read its models; false: they are black boxes
   * @param takesMissingValues whether columns may have gaps
   */
  record Offer(Trainer<?> trainer, boolean readable, boolean takesMissingValues) {
    public Offer {
      Objects.requireNonNull(trainer, "trainer");
    }
  }
}
