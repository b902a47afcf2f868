package org.limpid.interpret.model;

import java.util.List;
import java.util.Objects;

/**
 * Offers trainers to compare with. Programs find those on the class path with {@link
 * java.util.ServiceLoader}, so that they need not depend on the libraries behind them.
 */
public interface TrainerCatalog {
  /** Trainers with usual parameters for this task, in the order in which tables show them. */
  List<Offer> offers(Task task);

  /**
   * A trainer and what it asks of data.
   *
   * @param trainer with parameters that suit a comparison
   * @param takesMissingValues whether columns may have gaps
   */
  record Offer(Trainer<?> trainer, boolean takesMissingValues) {
    public Offer {
      Objects.requireNonNull(trainer, "trainer");
    }
  }
}
