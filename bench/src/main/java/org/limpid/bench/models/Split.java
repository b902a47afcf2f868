package org.limpid.bench.models;

import java.util.Optional;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.synthetic.SyntheticSet;

/**
 * Rows to learn from and others to check on.
 *
 * @param truth what is true of generated rows
 */
record Split(TrainingSet train, TrainingSet test, Optional<SyntheticSet> truth) {
  static Split of(TrainingSet train, TrainingSet test) {
    return new Split(train, test, Optional.empty());
  }

  static Split of(SyntheticSet set) {
    return new Split(set.train().data(), set.test().data(), Optional.of(set));
  }
}
