package org.limpid.adaptation.learning;

import java.util.Arrays;
import org.limpid.adaptation.policy.Softmax;

/**
 * From what an action is drawn while a policy learns: its probabilities, or above a temperature of
 * 1 the softmax of these probabilities over the temperature, which is nearly uniform. Used again
 * for each decision.
 */
final class Choice {
  /** Below it, and as near to 1, a probability passes no gradient: the step of a 32-bit number. */
  private static final double LEAST = 0x1p-23;

  private final double[] drawn;
  private final double[] slopes;
  private double temperature = 1;

  Choice(int actions) {
    drawn = new double[actions];
    slopes = new double[actions];
  }

  /** Sets what it is made from. */
  void set(double[] probabilities, double newTemperature) {
    temperature = newTemperature;
    System.arraycopy(probabilities, 0, drawn, 0, drawn.length);
    if (temperature > 1) {
      divide(drawn);
      Softmax.of(drawn, drawn);
    }
  }

  private void divide(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] /= temperature;
    }
  }

  /** The action that a number of 0 to 1 falls on. */
  int action(double uniform) {
    double left = uniform;
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

  /**
   * Slopes of the probabilities of the policy, from the slope of {@link #logarithm}; in an array
   * that is used again.
   */
  double[] slopes(int action, double slope) {
    Arrays.fill(slopes, 0);
    if (drawn[action] >= LEAST && drawn[action] <= 1 - LEAST) {
      slopes[action] = slope / drawn[action];
    }
    if (temperature > 1) {
      Softmax.slopes(drawn, slopes);
      divide(slopes);
    }
    return slopes;
  }
}
