package org.limpid.baselines.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.Steps;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/**
 * Predicts with a model of Tribuo, one caller at a time: XGBoost's binding does not allow more.
 *
 * @param <T> what Tribuo predicts
 */
final class TribuoScorer<T extends Output<T>> implements Scorer {
  private final Model<T> model;
  private final T unknown;
  private final int outputCount;
  private final BiConsumer<Prediction<T>, double[]> reader;

  private TribuoScorer(
      Model<T> model, T unknown, int outputCount, BiConsumer<Prediction<T>, double[]> reader) {
    this.model = model;
    this.unknown = unknown;
    this.outputCount = outputCount;
    this.reader = reader;
  }

  /** Trains what fits the target, in one step. */
  static Scorer fit(
      Design design,
      Steps steps,
      Supplier<? extends Trainer<Regressor>> regression,
      Supplier<? extends Trainer<Label>> classification) {
    steps.begin(1);
    Scorer scorer =
        design.isRegression()
            ? regression(regression.get().train(TribuoData.regression(design)))
            : classification(
                classification.get().train(TribuoData.classification(design)),
                design.outputCount());
    steps.advance();
    return scorer;
  }

  private static TribuoScorer<Regressor> regression(Model<Regressor> model) {
    return new TribuoScorer<>(
        model,
        RegressionFactory.UNKNOWN_REGRESSOR,
        1,
        (prediction, outputs) -> outputs[0] = prediction.getOutput().getValues()[0]);
  }

  /** A class without a row of its own, which Tribuo does not know, gets the probability 0. */
  private static TribuoScorer<Label> classification(Model<Label> model, int classCount) {
    return new TribuoScorer<>(
        model, LabelFactory.UNKNOWN_LABEL, classCount, TribuoScorer::probabilities);
  }

  private static void probabilities(Prediction<Label> prediction, double[] outputs) {
    for (Map.Entry<String, Label> score : prediction.getOutputScores().entrySet()) {
      outputs[Integer.parseInt(score.getKey())] = score.getValue().getScore();
    }
  }

  @Override
  public synchronized double[][] score(double[][] rows) {
    List<Example<T>> examples = new ArrayList<>();
    for (double[] row : rows) {
      examples.add(TribuoData.example(unknown, row));
    }
    double[][] outputs = new double[rows.length][outputCount];
    List<Prediction<T>> predictions = model.predict(examples);
    for (int i = 0; i < rows.length; i++) {
      reader.accept(predictions.get(i), outputs[i]);
    }
    return outputs;
  }

  @Override
  public long byteCount() {
    return SavedSize.byteCount(model.serialize());
  }
}
