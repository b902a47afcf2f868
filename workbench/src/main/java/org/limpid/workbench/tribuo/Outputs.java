package org.limpid.workbench.tribuo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;

/** What an EBM predicts, in Tribuo's words. */
sealed interface Outputs<T extends Output<T>> {
  /**
   * A prediction: the number, or the probability of each class, and how many features of the
   * example the model knows.
   */
  Prediction<T> prediction(double[] predicted, int used, Example<T> example);

  /** What is predicted: the dimension, or the labels in the order of the probabilities. */
  List<String> names();

  boolean areProbabilities();

  /** A number, the only dimension of a regressor. */
  record Number(String dimension) implements Outputs<Regressor> {
    @Override
    public Prediction<Regressor> prediction(
        double[] predicted, int used, Example<Regressor> example) {
      return new Prediction<>(new Regressor(dimension, predicted[0]), used, example);
    }

    @Override
    public List<String> names() {
      return List.of(dimension);
    }

    @Override
    public boolean areProbabilities() {
      return false;
    }
  }

  /** Labels; of several with the same probability the first is predicted. */
  record Labels(List<String> names) implements Outputs<Label> {
    @Override
    public Prediction<Label> prediction(double[] predicted, int used, Example<Label> example) {
      Map<String, Label> scores = new LinkedHashMap<>();
      Label best = null;
      for (int i = 0; i < predicted.length; i++) {
        Label label = new Label(names.get(i), predicted[i]);
        scores.put(label.getLabel(), label);
        best = best == null || label.getScore() > best.getScore() ? label : best;
      }
      return new Prediction<>(best, scores, used, example, true);
    }

    @Override
    public boolean areProbabilities() {
      return true;
    }
  }
}
