package org.limpid.baselines.encog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSoftMax;
import org.encog.mathutil.randomize.generate.MersenneTwisterGenerateRandom;
import org.encog.ml.data.basic.BasicMLData;
import org.encog.ml.data.basic.BasicMLDataPair;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import org.encog.neural.networks.training.propagation.sgd.update.AdamUpdate;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.EncodedInputs.Encoding;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.TrainingSteps;
import org.limpid.baselines.method.Versions;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;

/**
 * A multi-layer perceptron of Encog: one hidden layer of rectified linear units, trained by Adam on
 * standardised columns and, for numbers, a standardised target.
 */
public final class EncogPerceptron {
  private EncogPerceptron() {}

  /** The method, called {@code mlp}. */
  public static Method method() {
    return new Method(
        "mlp",
        Versions.of("Encog"),
        "Neural network with one hidden layer",
        Set.of(Ability.REGRESSION, Ability.CLASSIFICATION, Ability.WEIGHTS),
        Encoding.INDICATORS,
        List.of(
            Parameter.whole("hidden", 1, 10_000, 32, "Units of the hidden layer"),
            Parameter.whole("epochs", 1, 1_000_000, 50, "How often each row is seen"),
            Parameter.whole(
                "min_steps", 0, 1_000_000_000, 0, "Fewest steps; with few rows more epochs"),
            Parameter.whole("batch", 1, 1_000_000, 32, "Rows of a step"),
            Parameter.number("learning_rate", 1e-9, 10, 0.001, "Size of a step"),
            Parameter.number("lambda", 0, 1e6, 0, "L2 regularisation of weights"),
            Parameter.seed()),
        EncogPerceptron::fit);
  }

  private static Scorer fit(Design design, ParameterValues parameters, TrainingSteps steps) {
    Standardiser inputs = Standardiser.of(design.rows(), design);
    double[][] targets = targets(design);
    Standardiser outputs =
        design.isRegression()
            ? Standardiser.of(targets, design)
            : Standardiser.none(design.outputCount());
    BasicNetwork network = network(design, parameters.whole("hidden"));
    network.reset(parameters.seed());
    train(network, data(design, inputs, targets, outputs), parameters, steps);
    return new EncogScorer(network, inputs, outputs);
  }

  private static double[][] targets(Design design) {
    double[] numbers = design.targetNumbers();
    double[][] targets = new double[numbers.length][design.outputCount()];
    for (int i = 0; i < numbers.length; i++) {
      if (design.isRegression()) {
        targets[i][0] = numbers[i];
      } else {
        targets[i][(int) numbers[i]] = 1;
      }
    }
    return targets;
  }

  private static BasicNetwork network(Design design, int hidden) {
    ActivationFunction last =
        design.isRegression() ? new ActivationLinear() : new ActivationSoftMax();
    BasicNetwork network = new BasicNetwork();
    network.addLayer(new BasicLayer(null, true, design.inputs().width()));
    network.addLayer(new BasicLayer(new ActivationReLU(), true, hidden));
    network.addLayer(new BasicLayer(last, false, design.outputCount()));
    network.getStructure().finalizeStructure();
    return network;
  }

  /**
   * Weights are divided by their mean, so that the size of a step does not depend on their unit.
   */
  private static BasicMLDataSet data(
      Design design, Standardiser inputs, double[][] targets, Standardiser outputs) {
    double mean = 0;
    for (int i = 0; i < design.rowCount(); i++) {
      mean += design.weight(i) / design.rowCount();
    }
    BasicMLDataSet data = new BasicMLDataSet();
    for (int i = 0; i < design.rowCount(); i++) {
      BasicMLDataPair pair =
          new BasicMLDataPair(
              new BasicMLData(inputs.apply(design.rows()[i])),
              new BasicMLData(outputs.apply(targets[i])));
      pair.setSignificance(design.weight(i) / mean);
      data.add(pair);
    }
    return data;
  }

  private static void train(
      BasicNetwork network, BasicMLDataSet data, ParameterValues parameters, TrainingSteps steps) {
    int batch = Math.min(parameters.whole("batch"), data.size());
    StochasticGradientDescent descent =
        new StochasticGradientDescent(
            network, data, new MersenneTwisterGenerateRandom(parameters.seed()));
    descent.setUpdateRule(new AdamUpdate());
    descent.setBatchSize(batch);
    descent.setLearningRate(parameters.number("learning_rate"));
    descent.setL2(parameters.number("lambda"));
    int batches = Math.ceilDiv(data.size(), batch);
    int epochs =
        Math.max(parameters.whole("epochs"), Math.ceilDiv(parameters.whole("min_steps"), batches));
    steps.begin(epochs);
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = 0; i < batches; i++) {
        descent.iteration();
      }
      steps.advance();
    }
  }

  /**
   * Predicts with a network of Encog, one caller at a time: the network holds its layers' outputs.
   */
  private static final class EncogScorer implements Scorer {
    private final BasicNetwork network;
    private final Standardiser inputs;
    private final Standardiser outputs;

    EncogScorer(BasicNetwork network, Standardiser inputs, Standardiser outputs) {
      this.network = network;
      this.inputs = inputs;
      this.outputs = outputs;
    }

    @Override
    public synchronized double[][] score(double[][] rows) {
      double[][] predicted = new double[rows.length][];
      double[] standard = new double[network.getOutputCount()];
      for (int i = 0; i < rows.length; i++) {
        network.compute(inputs.apply(rows[i]), standard);
        predicted[i] = outputs.invert(standard);
      }
      return predicted;
    }

    /** The weights; the rest is small. */
    @Override
    public long byteCount() {
      return (long) Double.BYTES * network.encodedArrayLength();
    }
  }

  /**
   * Shifts and scales each column to a weighted mean of 0 and a deviation of 1; a constant column
   * becomes 0.
   */
  private record Standardiser(double[] means, double[] deviations) {
    /** One that changes nothing. */
    static Standardiser none(int width) {
      double[] ones = new double[width];
      Arrays.fill(ones, 1);
      return new Standardiser(new double[width], ones);
    }

    static Standardiser of(double[][] rows, Design design) {
      int width = rows[0].length;
      double[] means = new double[width];
      double[] squares = new double[width];
      double total = 0;
      for (int i = 0; i < rows.length; i++) {
        double weight = design.weight(i);
        total += weight;
        for (int j = 0; weight > 0 && j < width; j++) {
          double before = rows[i][j] - means[j];
          means[j] += before * weight / total;
          squares[j] += weight * before * (rows[i][j] - means[j]);
        }
      }
      double weights = total;
      double[] deviations =
          Arrays.stream(squares).map(square -> Math.sqrt(square / weights)).toArray();
      return new Standardiser(means, deviations);
    }

    double[] apply(double[] row) {
      double[] standard = new double[row.length];
      for (int j = 0; j < row.length; j++) {
        standard[j] = deviations[j] > 0 ? (row[j] - means[j]) / deviations[j] : 0;
      }
      return standard;
    }

    double[] invert(double[] standard) {
      double[] row = new double[standard.length];
      for (int j = 0; j < row.length; j++) {
        row[j] = means[j] + standard[j] * deviations[j];
      }
      return row;
    }
  }
}
