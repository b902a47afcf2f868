package org.limpid.analyzer.score;

import org.limpid.data.Profiles;

/** A way to learn share scores. Immutable. */
public interface ScoreTrainer {
  /** What it is called in reports. */
  String name();

  /** What it tells scores from, as text. */
  String inputs();

  /**
   * Learns.
   *
   * @param sample workloads with their true scores, and the pairs that may be looked at
   * @throws org.limpid.files.DataException if nothing can be learnt from the sample
   */
  ScoreModel train(Profiles sample);
}
