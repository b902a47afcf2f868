package org.limpid.interpret.interop;

import java.util.Arrays;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;

/**
 * Bounds of what a regression can predict: intercept and the lowest or highest score of each term.
 *
 * @param minimum finite
 * @param maximum finite, at least {@code minimum}
 */
record PredictionRange(double minimum, double maximum) {
  static PredictionRange of(EbmModel model) {
    double[] lowest = model.intercept();
    double[] highest = model.intercept();
    for (Term term : model.terms()) {
      lowest[0] += Arrays.stream(term.scores()).min().orElseThrow();
      highest[0] += Arrays.stream(term.scores()).max().orElseThrow();
    }
    model.respond(lowest, lowest);
    model.respond(highest, highest);
    return new PredictionRange(finite(lowest[0]), finite(highest[0]));
  }

  private static double finite(double prediction) {
    return Math.clamp(prediction, -Double.MAX_VALUE, Double.MAX_VALUE);
  }
}
