package org.limpid.baselines.encog;

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
import org.limpid.baselines.method.Ability;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.Encoding;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.Steps;
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

  private static Scorer fit(Design design, ParameterValues parameters, Steps steps) {
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
      BasicNetwork network, BasicMLDataSet data, ParameterValues parameters, Steps steps) {
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
}
