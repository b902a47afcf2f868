package org.limpid.neural;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.limpid.neural.Phase.Loss;
import org.limpid.reference.mirage.ChainSample;
import org.limpid.reference.mirage.ChainWindow;

/**
 * A network and how it is trained.
 *
 * @param network its sizes
 * @param experts how each expert is trained alone, none for a transformer
 * @param whole how all is trained
 * @param standardised whether numbers are brought to one scale, which the artifact does not do
 * @param headUpdates steps of REINFORCE on top of it, 0 for none
 * @param seed of all random numbers
 */
record LearnerSettings(
    NetworkSettings network,
    List<Phase> experts,
    Phase whole,
    boolean standardised,
    int headUpdates,
    long seed) {
  /** That of the artifact. */
  private static final long SEED = 100;

  LearnerSettings {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(whole, "whole");
    experts = List.copyOf(experts);
    if (experts.size() != (network.experts() == 1 ? 0 : network.experts()) || headUpdates < 0) {
      throw new IllegalArgumentException(
          "expected a phase for each of %d experts and updates from 0, found %d and %d"
              .formatted(network.experts(), experts.size(), headUpdates));
    }
  }

  private static NetworkSettings network(int experts, int layers, int heads, int width) {
    return new NetworkSettings(
        ChainWindow.HISTORY, ChainSample.names().size(), experts, layers, heads, width, 128, 0.1);
  }

  /** A transformer of an eighth of the artifact's width that a processor trains in minutes. */
  static LearnerSettings transformer() {
    return new LearnerSettings(
        network(1, 2, 2, 64), List.of(), new Phase(Loss.ABSOLUTE, 1e-3, 64, 3), true, 0, SEED);
  }

  /** A mixture of four of the same width. */
  static LearnerSettings mixture() {
    return new LearnerSettings(
        network(4, 1, 1, 64),
        Collections.nCopies(4, new Phase(Loss.SQUARED, 1e-3, 64, 3)),
        new Phase(Loss.SQUARED, 1e-3, 64, 1),
        true,
        0,
        SEED);
  }

  /** The transformer of the artifact. */
  static LearnerSettings artifactTransformer() {
    return new LearnerSettings(
        network(1, 2, 2, 512), List.of(), new Phase(Loss.ABSOLUTE, 1e-4, 128, 300), false, 0, SEED);
  }

  /** The mixture of the artifact. */
  static LearnerSettings artifactMixture() {
    List<Phase> experts =
        Stream.of(1000, 1500, 1500, 1500, 1500, 1500, 1500, 2000, 2000, 2000)
            .map(epochs -> new Phase(Loss.SQUARED, 1e-5, 64, epochs))
            .toList();
    return new LearnerSettings(
        network(10, 1, 1, 512), experts, new Phase(Loss.SQUARED, 1e-5, 128, 300), false, 0, SEED);
  }

  /** The same with a policy on top. */
  LearnerSettings withHead(int updates) {
    return new LearnerSettings(network, experts, whole, standardised, updates, seed);
  }
}
