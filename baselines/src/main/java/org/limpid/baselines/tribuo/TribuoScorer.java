package org.limpid.baselines.tribuo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.TrainingSteps;
import org.limpid.interpret.model.Target;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Predicts with a model of Tribuo, one caller at a time: XGBoost's binding does not allow more. */
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
      TrainingSteps steps,
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

  /**
   * Our data as Tribuo's. Features are called {@code f00000}, {@code f00001}, ... because Tribuo
   * orders them by name; a missing value is a feature that the example does not have. A constant
   * feature {@code row} stands in every example, since Tribuo takes none without features.
   */
  private static final class TribuoData {
    static final String TARGET = "target";
    private static final String CONSTANT = "row";

    private TribuoData() {}

    static MutableDataset<Regressor> regression(Design design) {
      double[] targets = design.targetNumbers();
      MutableDataset<Regressor> data = empty(new RegressionFactory());
      for (int i = 0; i < design.rowCount(); i++) {
        data.add(example(new Regressor(TARGET, targets[i]), design, i));
      }
      return data;
    }

    static MutableDataset<Label> classification(Design design) {
      int[] codes = ((Target.Classes) design.target()).codes();
      MutableDataset<Label> data = empty(new LabelFactory());
      for (int i = 0; i < design.rowCount(); i++) {
        data.add(example(label(codes[i]), design, i));
      }
      return data;
    }

    static Label label(int code) {
      return new Label(Integer.toString(code));
    }

    private static <T extends Output<T>> MutableDataset<T> empty(OutputFactory<T> factory) {
      return new MutableDataset<>(new SimpleDataSourceProvenance("training set", factory), factory);
    }

    private static <T extends Output<T>> Example<T> example(T output, Design design, int row) {
      Example<T> example = example(output, design.rows()[row]);
      example.setWeight((float) design.weight(row));
      return example;
    }

    static <T extends Output<T>> Example<T> example(T output, double[] row) {
      int[] known = IntStream.range(0, row.length).filter(i -> !Double.isNaN(row[i])).toArray();
      String[] names = Arrays.stream(known).mapToObj("f%05d"::formatted).toArray(String[]::new);
      double[] values = Arrays.stream(known).mapToDouble(i -> row[i]).toArray();
      ArrayExample<T> example = new ArrayExample<>(output, names, values);
      example.add(CONSTANT, 1);
      return example;
    }
  }
}
