package org.limpid.experiment.chain;

import java.util.function.ToDoubleFunction;
import org.limpid.reference.mirage.ChainSight;

/** Predicts the wait of a successor. Safe for several threads. */
@FunctionalInterface
interface WaitModel {
  /** The predicted hours at a moment, for one thread. */
  ToDoubleFunction<ChainSight> begin();
}
