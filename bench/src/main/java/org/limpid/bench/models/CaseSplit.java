package org.limpid.bench.models;

import java.util.Optional;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.synthetic.SyntheticSet;

/** Rows to learn from and others to check on, and what is true of generated ones. */
record CaseSplit(TrainingSet train, TrainingSet test, Optional<SyntheticSet> truth) {
  static CaseSplit of(TrainingSet train, TrainingSet test) {
    return new CaseSplit(train, test, Optional.empty());
  }

  static CaseSplit of(SyntheticSet set) {
    return new CaseSplit(set.train().data(), set.test().data(), Optional.of(set));
  }
}
