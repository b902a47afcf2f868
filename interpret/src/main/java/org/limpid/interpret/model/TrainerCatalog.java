package org.limpid.interpret.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Offers trainers to compare with. Programs find those on the class path with {@link
 * java.util.ServiceLoader}, so that they need not depend on the libraries behind them.
 */
public interface TrainerCatalog {
  /**
   * Trainers with usual parameters for this task, in the order in which tables show them. Where
   * numbers are predicted, those that can minimise the loss; all others minimise the squared error.
   */
  List<Offer> offers(Task task, Loss loss);

  /**
   * A trainer by name, with parameters of its own; none if there is no such method here.
   *
   * @param changes values by the names of parameters; all others have their defaults
   * @throws IllegalArgumentException if a parameter or value is unknown
   */
  default Optional<Trainer<?>> trainer(String name, Map<String, String> changes) {
    return Optional.empty();
  }

  enum Loss {
    /** The mean squared error, which the mean makes smallest. */
    SQUARED_ERROR,
    /** The mean absolute error, which the median makes smallest. */
    ABSOLUTE_ERROR
  }

  /**
   * A trainer that suits a comparison, whether a person can read its models, and whether columns
   * may have gaps.
   */
  record Offer(Trainer<?> trainer, boolean readable, boolean takesMissingValues) {}

  /** A model of another library that knows how large it is. */
  interface Sized {
    /** Bytes that the model takes when it is saved as its library saves it. */
    long byteCount();
  }
}
