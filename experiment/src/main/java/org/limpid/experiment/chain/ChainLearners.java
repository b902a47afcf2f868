package org.limpid.experiment.chain;

import java.util.List;

/**
 * Offers learners of an optional module. Programs find those on the class path with {@link
 * java.util.ServiceLoader}, so that they need not depend on the libraries behind them.
 */
public interface ChainLearners {
  /** The learners, in the order in which tables show them. */
  List<ChainLearner> learners();
}
