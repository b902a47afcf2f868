package org.limpid.adaptation.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.generate.RandomStream;

/**
 * The published policy: an encoder, a long short-term memory in both directions over the layers of
 * a network; a decider, another one over what the encoder says; and three matrices with rectifiers
 * between them that see the time left and the last output of the decider. Computes in double
 * precision. Its weights may be changed, but not while another thread uses it.
 */
public final class PolicyNetwork {
  /** Actions that it chooses among. */
  public static final int ACTIONS = 4;

  private static final double TIME_SCALE = 5;
  private static final PolicyLayout LAYOUT = new PolicyLayout();

  private final Embeddings embeddings;
  private final double[] weights;

  private PolicyNetwork(Embeddings embeddings, double[] weights) {
    this.embeddings = embeddings;
    this.weights = weights;
  }

  /**
   * Reads a policy from its weights and the manifest that says where each tensor stands.
   *
   * @throws org.limpid.files.DataException if a file can't be read or isn't one of such a policy
   */
  public static PolicyNetwork read(Path weights, Path manifest, Embeddings embeddings) {
    return new PolicyNetwork(embeddings, WeightsFile.read(weights, manifest, LAYOUT, embeddings));
  }

  /**
   * A policy that knows nothing yet. Weights are uniform within the bounds of PyTorch: one divided
   * by the root of the cells of an LSTM, or of the inputs of a matrix.
   */
  public static PolicyNetwork draw(Embeddings embeddings, RandomStream random) {
    double[] weights = new double[LAYOUT.size()];
    for (PolicyLayout.Tensor tensor : LAYOUT.tensors()) {
      for (int i = 0; i < tensor.size(); i++) {
        weights[tensor.offset() + i] = tensor.bound() * (2 * random.uniform() - 1);
      }
    }
    return new PolicyNetwork(embeddings, weights);
  }

  /** The weights themselves, without the embeddings: who changes them changes the policy. */
  public double[] weights() {
    return weights;
  }

  /**
   * Decides how to grow a network.
   *
   * @param layers identifiers of its layers, in order
   * @param secondsLeft time left of the budget
   * @param totalSeconds the budget
   */
  public Decision decide(int[] layers, double secondsLeft, double totalSeconds) {
    double[][] rows = Arrays.stream(layers).mapToObj(embeddings::row).toArray(double[][]::new);
    Lstm.Run forward = LAYOUT.forwardEncoder.run(weights, rows);
    Lstm.Run backward = LAYOUT.backwardEncoder.run(weights, reversed(rows));
    double[][] codes = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      codes[i] = joined(forward.outputs()[i], backward.outputs()[rows.length - 1 - i]);
    }
    Lstm.Run decider = LAYOUT.decider.run(weights, codes);
    List<double[]> dense = new ArrayList<>();
    dense.add(joined(timeCode(secondsLeft / totalSeconds), decider.outputs()[rows.length - 1]));
    for (Dense layer : LAYOUT.dense) {
      double[] input = dense.size() == 1 ? dense.getFirst() : rectified(dense.getLast());
      dense.add(layer.run(weights, input));
    }
    double[] probabilities = Softmax.of(dense.getLast());
    return new Decision(
        Arrays.stream(probabilities).boxed().toList(),
        new Decision.Trace(forward, backward, decider, dense));
  }

  private static double[] timeCode(double partLeft) {
    double[] code = new double[PolicyLayout.TIME_CODE];
    for (int i = 0; i < code.length; i++) {
      code[i] = TIME_SCALE * StrictMath.sin(2 * Math.PI * (i + 1) * partLeft);
    }
    return code;
  }

  /**
   * Adds to the gradient of the weights what the slopes of the probabilities of a decision bring.
   *
   * @param slopes of the probabilities
   * @param gradient by weight
   */
  public void addGradient(Decision decision, double[] slopes, double[] gradient) {
    double[] probabilities = decision.probabilities().stream().mapToDouble(p -> p).toArray();
    Decision.Trace trace = decision.trace();
    double[] denseSlopes = Softmax.slopes(probabilities, slopes);
    for (int i = LAYOUT.dense.size() - 1; i >= 0; i--) {
      double[] before = trace.dense().get(i);
      double[] input = i == 0 ? before : rectified(before);
      denseSlopes = LAYOUT.dense.get(i).addGradient(weights, input, denseSlopes, gradient);
      for (int k = 0; i > 0 && k < before.length; k++) {
        denseSlopes[k] = before[k] > 0 ? denseSlopes[k] : 0;
      }
    }
    int length = trace.decider().outputs().length;
    double[][] deciderSlopes = new double[length][PolicyLayout.DECIDER_CELLS];
    deciderSlopes[length - 1] =
        Arrays.copyOfRange(denseSlopes, PolicyLayout.TIME_CODE, denseSlopes.length);
    double[][] codeSlopes =
        LAYOUT.decider.addGradient(weights, trace.decider(), deciderSlopes, gradient);
    int cells = PolicyLayout.ENCODER_CELLS;
    LAYOUT.forwardEncoder.addGradient(
        weights, trace.forward(), columns(codeSlopes, 0, cells), gradient);
    LAYOUT.backwardEncoder.addGradient(
        weights, trace.backward(), reversed(columns(codeSlopes, cells, 2 * cells)), gradient);
  }

  private static double[] rectified(double[] numbers) {
    return Arrays.stream(numbers).map(number -> Math.max(0, number)).toArray();
  }

  private static double[] joined(double[] first, double[] second) {
    double[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static double[][] columns(double[][] rows, int from, int end) {
    return Arrays.stream(rows)
        .map(row -> Arrays.copyOfRange(row, from, end))
        .toArray(double[][]::new);
  }

  private static double[][] reversed(double[][] rows) {
    return Arrays.asList(rows).reversed().toArray(double[][]::new);
  }
}
