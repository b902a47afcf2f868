package org.limpid.neural;

import ai.djl.ndarray.NDArray;
import java.util.Objects;

/**
 * How a network, or an expert of it, is trained for a while.
 *
 * @param loss that is made small
 * @param learningRate of Adam, above 0
 * @param batch examples per step, from 1
 * @param epochs passes over all examples, from 1
 */
record Phase(Loss loss, double learningRate, int batch, int epochs) {
  Phase {
    Objects.requireNonNull(loss, "loss");
    if (!(learningRate > 0) || batch < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "expected a rate above 0, and a batch and epochs from 1, found %s, %d and %d"
              .formatted(learningRate, batch, epochs));
    }
  }

  /** What is left between predictions and targets, a mean over examples. */
  enum Loss {
    ABSOLUTE {
      @Override
      NDArray of(NDArray differences) {
        return differences.abs().mean();
      }
    },
    SQUARED {
      @Override
      NDArray of(NDArray differences) {
        return differences.square().mean();
      }
    };

    abstract NDArray of(NDArray differences);
  }
}
