package org.limpid.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.simulation.run.InputProblem;

/**
 * Trains networks of gaps as the artifact does. A transformer: on two thirds of the examples, drawn
 * at random; the others check it. A mixture: the first half of the examples, in the order of time,
 * is divided among the experts, each of which is trained on two thirds of its part; then all of it
 * is trained on the first four fifths, and the last fifth checks it.
 */
final class GapTraining {
  private static final double TRAINED = 2 / 3.0;

  /** Fewest examples of an expert, or of a transformer. */
  private static final int FEWEST = 12;

  private final NetworkTrainer trainer;
  private final LearnerSettings settings;
  private final int size;
  private final List<double[]> losses = new ArrayList<>();
  private double error;

  private GapTraining(NetworkTrainer trainer, LearnerSettings settings, int size) {
    this.trainer = trainer;
    this.settings = settings;
    this.size = size;
  }

  /**
   * A trained network; the same for the same examples.
   *
   * @throws InputProblem if there are too few of them, or the training diverges
   */
  static GapNetwork train(LearnerSettings settings, Examples examples) {
    int fewest = 2 * FEWEST * settings.network().experts();
    if (examples.size() < fewest) {
      throw new InputProblem(
          "A network can't be trained on so little: expected %d samples or more, found %d. Maybe give more with --windows."
              .formatted(fewest, examples.size()));
    }
    Scaling scaling =
        settings.standardised() ? Scaling.of(examples) : Scaling.none(settings.network().numbers());
    return Torch.withSeed(settings.seed(), engine -> train(engine, settings, examples, scaling));
  }

  private static GapNetwork train(
      Engine engine, LearnerSettings settings, Examples examples, Scaling scaling) {
    try (NDManager manager = engine.newBaseManager()) {
      SplittableRandom random = new SplittableRandom(settings.seed());
      GapTraining training =
          new GapTraining(
              new NetworkTrainer(engine, manager, examples, scaling, random),
              settings,
              examples.size());
      Block network = Networks.initialised(settings.network(), manager);
      training.run(network);
      NetworkOrigin origin =
          new NetworkOrigin(
              engine.getEngineName() + " " + engine.getVersion(),
              examples.hash(),
              examples.size(),
              training.losses,
              training.error);
      return new GapNetwork(settings, scaling, Networks.weights(network), origin);
    }
  }

  private void run(Block network) {
    if (network instanceof MixtureBlock mixture) {
      trainExperts(mixture);
      train(network, settings.whole(), rows(0, size * 4 / 5), rows(size * 4 / 5, size));
    } else {
      List<int[]> parts = trainer.split(rows(0, size), TRAINED);
      train(network, settings.whole(), parts.getFirst(), parts.getLast());
    }
  }

  private void trainExperts(MixtureBlock mixture) {
    List<Block> experts = mixture.experts();
    for (int i = 0; i < experts.size(); i++) {
      int[] part = rows(size / 2 * i / experts.size(), size / 2 * (i + 1) / experts.size());
      int[] trained = trainer.split(part, TRAINED).getFirst();
      losses.add(trainer.train(experts.get(i), trained, settings.experts().get(i)));
    }
  }

  private void train(Block network, Phase phase, int[] trained, int[] others) {
    losses.add(trainer.train(network, trained, phase));
    error = trainer.error(network, others);
  }

  private static int[] rows(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
