package org.limpid.adaptation.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the weights of a policy stand in one array, tensor by tensor, row by row, in the order in
 * which the artifact creates and stores them.
 */
final class PolicyLayout {
  /** Hidden numbers of the encoder, in each direction. */
  static final int ENCODER_CELLS = 50;

  /** What the encoder says of each layer. */
  static final int LAYER_CODE = 2 * ENCODER_CELLS;

  /** Hidden numbers of the decider. */
  static final int DECIDER_CELLS = 16;

  /** Numbers that tell the time left. */
  static final int TIME_CODE = 8;

  private static final int DENSE = 128;

  private final List<Tensor> tensors = new ArrayList<>();
  private int size;

  final Lstm forwardEncoder = lstm("encoder.encoder.", "", Embeddings.WIDTH, ENCODER_CELLS);
  final Lstm backwardEncoder =
      lstm("encoder.encoder.", "_reverse", Embeddings.WIDTH, ENCODER_CELLS);
  final Lstm decider = lstm("decider.lstm.", "", LAYER_CODE, DECIDER_CELLS);
  final List<Dense> dense =
      List.of(
          dense("decider.linear1.", TIME_CODE + DECIDER_CELLS, DENSE),
          dense("decider.linear2.", DENSE, DENSE),
          dense("decider.linear3.", DENSE, PolicyNetwork.ACTIONS));

  /**
   * A named part of the weights.
   *
   * @param shape numbers along each dimension
   * @param offset where its first number stands in the array
   * @param bound of its numbers at first, which are drawn between it and its negative
   */
  record Tensor(String name, List<Integer> shape, int offset, double bound) {
    int size() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }
  }

  /** All tensors, in their order in the array. */
  List<Tensor> tensors() {
    return List.copyOf(tensors);
  }

  /** How many weights there are. */
  int size() {
    return size;
  }

  private Lstm lstm(String prefix, String suffix, int inputs, int cells) {
    int rows = Lstm.GATES * cells;
    double bound = 1 / Math.sqrt(cells);
    return new Lstm(
        inputs,
        cells,
        add(bound, prefix + "weight_ih_l0" + suffix, rows, inputs),
        add(bound, prefix + "weight_hh_l0" + suffix, rows, cells),
        add(bound, prefix + "bias_ih_l0" + suffix, rows),
        add(bound, prefix + "bias_hh_l0" + suffix, rows));
  }

  private Dense dense(String prefix, int inputs, int outputs) {
    double bound = 1 / Math.sqrt(inputs);
    return new Dense(
        inputs,
        outputs,
        add(bound, prefix + "weight", outputs, inputs),
        add(bound, prefix + "bias", outputs));
  }

  private int add(double bound, String name, Integer... shape) {
    Tensor tensor = new Tensor(name, List.of(shape), size, bound);
    tensors.add(tensor);
    size += tensor.size();
    return tensor.offset();
  }
}
