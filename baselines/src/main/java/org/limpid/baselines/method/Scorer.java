package org.limpid.baselines.method;

/** The trained model of a library. Immutable and safe for several threads. */
public interface Scorer {
  /**
   * Predicts rows x {@link EncodedInputs#width()}; gives rows x outputs: the number, or the
   * probability of each class.
   */
  double[][] score(double[][] rows);

  /** Bytes that the model takes when it is saved as its library saves it. */
  long byteCount();
}
