package org.limpid.adaptation.policy;

import java.util.Collections;
import java.util.List;

/**
 * How probable a policy finds each action in a state.
 *
 * @param probabilities of the actions; their sum is 1
 */
public record Decision(List<Double> probabilities) {
  public Decision {
    probabilities = List.copyOf(probabilities);
  }

  /** The most probable action, the first of equal ones. */
  public int best() {
    return probabilities.indexOf(Collections.max(probabilities));
  }
}
