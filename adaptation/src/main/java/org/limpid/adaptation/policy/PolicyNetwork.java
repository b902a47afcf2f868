package org.limpid.adaptation.policy;

import java.nio.file.Path;
import java.util.Arrays;
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

  static final PolicyLayout LAYOUT = new PolicyLayout();

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

  /**
   * Writes the policy: its weights as little-endian 32-bit floating point, without the embeddings,
   * and a manifest that says where each tensor stands.
   *
   * @throws org.limpid.files.DataException if a file can't be written
   */
  public void write(Path weightsFile, Path manifest) {
    WeightsFile.write(weightsFile, manifest, LAYOUT, weights);
  }

  /** Rounds the weights to what {@link #write} writes of them. */
  public void round() {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) weights[i];
    }
  }

  /** The weights themselves, without the embeddings: who changes them changes the policy. */
  public double[] weights() {
    return weights;
  }

  Embeddings embeddings() {
    return embeddings;
  }

  /**
   * Decides how to grow a network.
   *
   * @param layers identifiers of its layers, in order
   * @param secondsLeft time left of the budget
   * @param totalSeconds the budget
   */
  public Decision decide(int[] layers, double secondsLeft, double totalSeconds) {
    double[] probabilities =
        new Deliberation(this, 1).decide(0, layers, TimeCode.of(secondsLeft, totalSeconds));
    return new Decision(Arrays.stream(probabilities).boxed().toList());
  }
}
