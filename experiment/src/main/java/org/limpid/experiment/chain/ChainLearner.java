package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * A way to learn when to submit the second job of a chain. All learners stand behind this: Limpid's
 * own, those of libraries, and those of optional modules, which {@link ChainLearners} offers.
 * Immutable; the same lessons give the same policy, with any number of threads.
 */
public interface ChainLearner {
  /** As in options, tables and file names: small letters and hyphens, {@code boosted-trees-raw}. */
  String name();

  /**
   * Whether it looks at the 24 h of states; where no learner does, sights have none of them, which
   * takes less time.
   */
  default boolean seesStates() {
    return true;
  }

  /** Whether its policies can be written and read. */
  default boolean keepsFiles() {
    return false;
  }

  /**
   * Learns a policy.
   *
   * @throws org.limpid.simulation.run.InputProblem if nothing can be learnt from so little
   */
  ChainPolicy learn(ChainLessons lessons);

  /**
   * A policy that {@link ChainPolicy#write} has written.
   *
   * @param file that it has written
   * @param origin the time of second 0 of the data that it will see
   * @throws org.limpid.files.DataException if the file can't be read, or holds something else
   * @throws UnsupportedOperationException unless it {@linkplain #keepsFiles keeps files}
   */
  default ChainPolicy read(Path file, LocalDateTime origin) {
    throw new UnsupportedOperationException(name() + " is not kept in files");
  }
}
