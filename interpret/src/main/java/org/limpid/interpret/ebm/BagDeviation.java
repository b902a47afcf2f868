package org.limpid.interpret.ebm;

import java.util.function.IntToDoubleFunction;

/** Mean and spread of a number over the bags of a model. */
public final class BagDeviation {
  private BagDeviation() {}

  /**
   * The weighted standard deviation (population formula) of a number over the bags: {@code
   * sqrt(sum(w * (x - mean)^2) / sum(w))}, taken in one pass (West, "Updating mean and variance
   * estimates", Communications of the ACM 22(9), 1979). {@code NaN} without bags; exactly 0 with
   * one, or where all agree.
   */
  public static double of(IntToDoubleFunction value, double[] weights) {
    double mean = 0;
    double squares = 0;
    double total = 0;
    for (int bag = 0; bag < weights.length; bag++) {
      double own = value.applyAsDouble(bag);
      double before = own - mean;
      total += weights[bag];
      mean += before * (weights[bag] / total);
      squares += weights[bag] * before * (own - mean);
    }
    return Math.sqrt(squares / total);
  }

  /**
   * The weighted mean, taken in the same pass. Exactly the number itself where all bags agree;
   * {@code 0} without bags.
   */
  static double mean(IntToDoubleFunction value, double[] weights) {
    double mean = 0;
    double total = 0;
    for (int bag = 0; bag < weights.length; bag++) {
      total += weights[bag];
      mean += (value.applyAsDouble(bag) - mean) * (weights[bag] / total);
    }
    return mean;
  }

  /** The deviation of each score of a term, from bags x scores; empty without bags. */
  public static double[] ofScores(double[][] bagScores, double[] weights) {
    double[] deviations = new double[bagScores.length == 0 ? 0 : bagScores[0].length];
    for (int i = 0; i < deviations.length; i++) {
      int index = i;
      deviations[i] = of(bag -> bagScores[bag][index], weights);
    }
    return deviations;
  }
}
