package org.limpid.interpret.model;

import java.util.Arrays;

/**
 * Predictions for the rows of a table.
 *
 * @param task what was predicted
 * @param outputs rows x outputs: the number, or the probability of each class
 */
public record Predictions(Task task, double[][] outputs) {
  /** How many rows there are. */
  public int size() {
    return outputs.length;
  }

  /** The predicted numbers of a regression. */
  public double[] values() {
    if (!(task instanceof Task.Regression)) {
      throw new IllegalStateException("only a regression predicts numbers");
    }
    return Arrays.stream(outputs).mapToDouble(row -> row[0]).toArray();
  }

  /** The probabilities of one class. */
  public double[] probabilities(int classIndex) {
    return Arrays.stream(outputs).mapToDouble(row -> row[classIndex]).toArray();
  }

  /** The most probable class of a row; the first of them where several are. */
  public int mostProbable(int row) {
    return mostProbable(outputs[row]);
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
