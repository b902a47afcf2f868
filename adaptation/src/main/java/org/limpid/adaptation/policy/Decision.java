package org.limpid.adaptation.policy;

import java.util.Collections;
import java.util.List;

/** How probable a policy finds each action in a state. */
public final class Decision {
  private final List<Double> probabilities;
  private final Trace trace;

  /**
   * What the networks computed on the way, which the gradient needs.
   *
   * @param dense what goes into the first matrix, and what comes out of each
   */
  record Trace(Lstm.Run forward, Lstm.Run backward, Lstm.Run decider, List<double[]> dense) {}

  Decision(List<Double> probabilities, Trace trace) {
    this.probabilities = List.copyOf(probabilities);
    this.trace = trace;
  }

  /** The probabilities of the actions; their sum is 1. */
  public List<Double> probabilities() {
    return probabilities;
  }

  /** The most probable action, the first of equal ones. */
  public int best() {
    return probabilities.indexOf(Collections.max(probabilities));
  }

  Trace trace() {
    return trace;
  }
}
