package org.limpid.adaptation.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The decisions of a policy within one episode, and the gradient of its weights afterwards. All
 * memory is used again, so that an episode makes no objects. Not safe for several threads.
 */
public final class Deliberation {
  private final PolicyLayout layout = PolicyNetwork.LAYOUT;
  private final double[] weights;
  private final LayerReader forward;
  private final LayerReader backward;

  /** The matrices of the decider, column by column. */
  private final double[] deciderInput;

  private final double[] deciderHidden;
  private final List<Thought> thoughts;

  /**
   * @param decisions that an episode has
   */
  public Deliberation(PolicyNetwork policy, int decisions) {
    weights = policy.weights();
    forward = new LayerReader(layout.forwardEncoder, policy.embeddings(), weights);
    backward = new LayerReader(layout.backwardEncoder, policy.embeddings(), weights);
    int rows = layout.decider.rows();
    deciderInput = new double[PolicyLayout.LAYER_CODE * rows];
    deciderHidden = new double[PolicyLayout.DECIDER_CELLS * rows];
    thoughts = Stream.generate(() -> new Thought(layout)).limit(decisions).toList();
    refresh();
  }

  /** What is computed for one decision. */
  private static final class Thought {
    final LstmPass forward;
    final LstmPass backward;
    final LstmPass decider;
    final double[][] dense;
    final double[][] rectified;
    final double[][] slopes;
    final double[] probabilities = new double[PolicyNetwork.ACTIONS];
    int[] layers = {};

    /** Elements x codes: what the encoder says of each layer, then its slopes. */
    double[] codes = {};

    double[] codeSlopes = {};

    Thought(PolicyLayout layout) {
      forward = new LstmPass(layout.forwardEncoder);
      backward = new LstmPass(layout.backwardEncoder);
      decider = new LstmPass(layout.decider);
      dense =
          layout.dense.stream().map(each -> new double[each.outputs()]).toArray(double[][]::new);
      rectified =
          layout.dense.stream().map(each -> new double[each.inputs()]).toArray(double[][]::new);
      slopes =
          layout.dense.stream().map(each -> new double[each.inputs()]).toArray(double[][]::new);
    }

    void begin(int[] seen) {
      layers = seen;
      int size = seen.length * PolicyLayout.LAYER_CODE;
      if (codes.length < size) {
        codes = new double[size];
        codeSlopes = new double[size];
      }
    }
  }

  /** Looks at the weights of the policy anew: to be called whenever they have changed. */
  public void refresh() {
    forward.refresh();
    backward.refresh();
    Lstm decider = layout.decider;
    Kernel.transpose(
        weights, decider.inputWeight(), decider.rows(), decider.inputs(), deciderInput);
    Kernel.transpose(
        weights, decider.hiddenWeight(), decider.rows(), decider.cells(), deciderHidden);
  }

  /**
   * Decides how to grow a network.
   *
   * @param decision number of the decision in the episode, from 0
   * @param layers identifiers of its layers, in order; must not change before the next episode
   * @param timeCode what {@link TimeCode} makes of the time left
   * @return the probabilities of the actions, in an array that the next episode uses again
   */
  public double[] decide(int decision, int[] layers, double[] timeCode) {
    Thought thought = thoughts.get(decision);
    thought.begin(layers);
    forward.run(thought.forward, layers, 0, 1);
    backward.run(thought.backward, layers, layers.length - 1, -1);
    joinCodes(thought);
    runDecider(thought);
    runDense(thought, timeCode);
    Softmax.of(thought.dense[thought.dense.length - 1], thought.probabilities);
    return thought.probabilities;
  }

  private static void joinCodes(Thought thought) {
    int cells = PolicyLayout.ENCODER_CELLS;
    int length = thought.layers.length;
    for (int t = 0; t < length; t++) {
      int at = t * PolicyLayout.LAYER_CODE;
      LstmPass ahead = thought.forward;
      LstmPass behind = thought.backward;
      System.arraycopy(ahead.outputs(), ahead.outputAt(t), thought.codes, at, cells);
      System.arraycopy(
          behind.outputs(), behind.outputAt(length - 1 - t), thought.codes, at + cells, cells);
    }
  }

  private void runDecider(Thought thought) {
    Lstm decider = layout.decider;
    int rows = decider.rows();
    int length = thought.layers.length;
    double[] gates = thought.decider.begin(length);
    for (int t = 0; t < length; t++) {
      decider.copyBiases(weights, gates, t * rows);
      Kernel.addRows(
          thought.codes,
          t * decider.inputs(),
          1,
          decider.inputs(),
          deciderInput,
          0,
          rows,
          gates,
          t * rows);
    }
    thought.decider.run(deciderHidden);
  }

  private void runDense(Thought thought, double[] timeCode) {
    LstmPass decider = thought.decider;
    System.arraycopy(timeCode, 0, thought.rectified[0], 0, PolicyLayout.TIME_CODE);
    System.arraycopy(
        decider.outputs(),
        decider.outputAt(thought.layers.length - 1),
        thought.rectified[0],
        PolicyLayout.TIME_CODE,
        PolicyLayout.DECIDER_CELLS);
    for (int i = 0; i < layout.dense.size(); i++) {
      layout.dense.get(i).run(weights, thought.rectified[i], thought.dense[i]);
      if (i + 1 < thought.rectified.length) {
        rectify(thought.dense[i], thought.rectified[i + 1]);
      }
    }
  }

  private static void rectify(double[] numbers, double[] rectified) {
    for (int k = 0; k < numbers.length; k++) {
      rectified[k] = Math.max(0, numbers[k]);
    }
  }

  /**
   * Adds to the gradient of the weights what the slopes of the probabilities of a decision bring;
   * after the last decision of the episode {@link #finish} adds the rest.
   *
   * @param slopes of the probabilities; they are changed
   * @param gradient by weight
   */
  public void back(int decision, double[] slopes, double[] gradient) {
    Thought thought = thoughts.get(decision);
    backThroughDense(thought, slopes, gradient);
    backThroughDecider(thought, gradient);
    splitCodes(thought);
    int[] layers = thought.layers;
    forward.back(thought.forward, layers, 0, 1, gradient);
    backward.back(thought.backward, layers, layers.length - 1, -1, gradient);
  }

  private void backThroughDense(Thought thought, double[] slopes, double[] gradient) {
    Softmax.slopes(thought.probabilities, slopes);
    double[] outputs = slopes;
    for (int i = layout.dense.size() - 1; i >= 0; i--) {
      double[] input = thought.rectified[i];
      double[] inputSlopes = thought.slopes[i];
      layout.dense.get(i).back(weights, input, outputs, inputSlopes, gradient);
      for (int k = 0; i > 0 && k < input.length; k++) {
        inputSlopes[k] = input[k] > 0 ? inputSlopes[k] : 0;
      }
      outputs = inputSlopes;
    }
  }

  private void backThroughDecider(Thought thought, double[] gradient) {
    Lstm decider = layout.decider;
    int rows = decider.rows();
    int inputs = decider.inputs();
    int length = thought.layers.length;
    double[] outputSlopes = thought.decider.beginSlopes();
    System.arraycopy(
        thought.slopes[0],
        PolicyLayout.TIME_CODE,
        outputSlopes,
        (length - 1) * PolicyLayout.DECIDER_CELLS,
        PolicyLayout.DECIDER_CELLS);
    double[] slopes = thought.decider.back(weights, gradient);
    Arrays.fill(thought.codeSlopes, 0, length * inputs, 0);
    for (int t = 0; t < length; t++) {
      Kernel.addRows(
          slopes,
          t * rows,
          1,
          rows,
          weights,
          decider.inputWeight(),
          inputs,
          thought.codeSlopes,
          t * inputs);
    }
    for (int row = 0; row < rows; row++) {
      Kernel.addRows(
          slopes,
          row,
          rows,
          length,
          thought.codes,
          0,
          inputs,
          gradient,
          decider.inputWeight() + row * inputs);
    }
  }

  private static void splitCodes(Thought thought) {
    int cells = PolicyLayout.ENCODER_CELLS;
    int length = thought.layers.length;
    double[] ahead = thought.forward.beginSlopes();
    double[] behind = thought.backward.beginSlopes();
    for (int t = 0; t < length; t++) {
      int at = t * PolicyLayout.LAYER_CODE;
      System.arraycopy(thought.codeSlopes, at, ahead, t * cells, cells);
      System.arraycopy(thought.codeSlopes, at + cells, behind, (length - 1 - t) * cells, cells);
    }
  }

  /** Adds what the layers that were seen bring to the gradient, once for each of them. */
  public void finish(double[] gradient) {
    forward.finish(gradient);
    backward.finish(gradient);
  }
}
