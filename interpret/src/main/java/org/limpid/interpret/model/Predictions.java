package org.limpid.interpret.model;

import java.util.Arrays;

/**
 * Predictions for the rows of a table, rows x outputs: the number, or the probability of each
 * class.
 */
public record Predictions(Task task, double[][] outputs) {
  public int size() {
    return outputs.length;
  }

  public double[] values() {
    if (!(task instanceof Task.Regression)) {
      throw new IllegalStateException("only a regression predicts numbers");
    }
    return Arrays.stream(outputs).mapToDouble(row -> row[0]).toArray();
  }

  public double[] probabilities(int classIndex) {
    return Arrays.stream(outputs).mapToDouble(row -> row[classIndex]).toArray();
  }

  /** The position of the largest number; the first of them where several are. */
  public static int mostProbable(double[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }
}
