package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainSight;
import org.limpid.reference.mirage.ChainWindow;

/** When to submit the second job of a chain, as it was learnt. Safe for several threads. */
public interface ChainPolicy {
  /**
   * The policy in a window: whether to submit now, asked every ten minutes in the order of time by
   * one thread. Has a state of its own if it needs one; what it says depends on what it was shown
   * since, and on nothing else.
   */
  Predicate<ChainSight> begin();

  /** What becomes of the chain of a window under it. */
  default ChainOutcome outcome(ChainWindow window) {
    return window.followSeeing(begin());
  }

  /**
   * Writes it for {@link ChainLearner#read}.
   *
   * @param file to make; the caller moves the folder of it to its place when all is there
   * @throws org.limpid.files.DataException if it can't be written
   * @throws UnsupportedOperationException unless its learner {@linkplain ChainLearner#keepsFiles
   *     keeps files}
   */
  default void write(Path file) {
    throw new UnsupportedOperationException("this policy is not kept in files");
  }
}
