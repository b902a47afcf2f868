package org.limpid.interpret.model;

/** How the sum of scores becomes a prediction. */
public enum LinkFunction {
  /** The prediction is the sum. */
  IDENTITY,
  /** The prediction is e to the power of the sum. */
  LOG,
  /** The prediction is e to the power of the sum, minus 1: trained on log(1 + target). */
  LOG1P,
  /** The probability of the second class is 1 / (1 + e^-sum). */
  LOGIT,
  /** The probability of a class is e^sum of the class, divided by the total over the classes. */
  SOFTMAX;

  /** The usual one of a task. */
  public static LinkFunction of(Task task) {
    return switch (task) {
      case Task.Regression _ -> IDENTITY;
      case Task.Classification classes -> classes.isBinary() ? LOGIT : SOFTMAX;
    };
  }

  /**
   * Turns sums, as many as classes for {@link #SOFTMAX}, else one, into outputs, two for {@link
   * #LOGIT}, else as many as sums. Both may be one array.
   */
  public void respond(double[] sums, double[] outputs) {
    switch (this) {
      case IDENTITY -> outputs[0] = sums[0];
      case LOG -> outputs[0] = Math.exp(sums[0]);
      case LOG1P -> outputs[0] = Math.expm1(sums[0]);
      case LOGIT -> {
        double sum = sums[0];
        outputs[0] = 1 / (1 + Math.exp(sum));
        outputs[1] = 1 / (1 + Math.exp(-sum));
      }
      case SOFTMAX -> softmax(sums, outputs);
    }
  }

  private static void softmax(double[] sums, double[] outputs) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      highest = Math.max(highest, sum);
    }
    double total = 0;
    for (int k = 0; k < sums.length; k++) {
      outputs[k] = Math.exp(sums[k] - highest);
      total += outputs[k];
    }
    for (int k = 0; k < sums.length; k++) {
      outputs[k] /= total;
    }
  }
}
