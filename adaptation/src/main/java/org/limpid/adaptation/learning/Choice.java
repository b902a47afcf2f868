package org.limpid.adaptation.learning;

import org.limpid.adaptation.policy.Decision;
import org.limpid.adaptation.policy.Softmax;
import org.limpid.data.generate.RandomStream;

/**
 * From what an action is drawn while a policy learns: its probabilities, or above a temperature of
 * 1 the softmax of these probabilities over the temperature, which is nearly uniform.
 */
final class Choice {
  /** Below it, and as near to 1, a probability passes no gradient: the step of a 32-bit number. */
  private static final double LEAST = 0x1p-23;

  private final Decision decision;
  private final double temperature;
  private final double[] drawn;

  Choice(Decision decision, double temperature) {
    this.decision = decision;
    this.temperature = temperature;
    double[] probabilities =
        decision.probabilities().stream().mapToDouble(probability -> probability).toArray();
    drawn = temperature > 1 ? Softmax.of(over(probabilities, temperature)) : probabilities;
  }

  private static double[] over(double[] numbers, double divisor) {
    double[] divided = new double[numbers.length];
    for (int i = 0; i < divided.length; i++) {
      divided[i] = numbers[i] / divisor;
    }
    return divided;
  }

  Decision decision() {
    return decision;
  }

  /** Draws an action. */
  int draw(RandomStream random) {
    double left = random.uniform();
    int action = 0;
    while (action < drawn.length - 1 && left >= drawn[action]) {
      left -= drawn[action++];
    }
    return action;
  }

  /** The logarithm of how probably an action is drawn, between bounds. */
  double logarithm(int action) {
    return StrictMath.log(Math.clamp(drawn[action], LEAST, 1 - LEAST));
  }

  /** Slopes of the probabilities of the policy, from the slope of {@link #logarithm}. */
  double[] slopes(int action, double slope) {
    double[] slopes = new double[drawn.length];
    if (drawn[action] >= LEAST && drawn[action] <= 1 - LEAST) {
      slopes[action] = slope / drawn[action];
    }
    return temperature > 1 ? over(Softmax.slopes(drawn, slopes), temperature) : slopes;
  }
}
