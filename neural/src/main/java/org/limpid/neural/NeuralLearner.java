package org.limpid.neural;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.chain.ChainLearner;
import org.limpid.experiment.chain.ChainLesson;
import org.limpid.experiment.chain.ChainLessons;
import org.limpid.experiment.chain.ChainPolicy;

/**
 * Learns with a network which gap is left, and on top of it a policy where the settings say so.
 *
 * @param name as in options
 */
record NeuralLearner(String name, LearnerSettings settings) implements ChainLearner {
  @Override
  public ChainPolicy learn(ChainLessons lessons) {
    GapNetwork network = GapTraining.train(settings, Examples.of(lessons.lessons()));
    return new NeuralPolicy(name, network, head(lessons.lessons(), network));
  }

  private Optional<PolicyHead> head(List<ChainLesson> lessons, GapNetwork network) {
    return settings.headUpdates() == 0
        ? Optional.empty()
        : Optional.of(
            HeadTraining.train(
                Episode.of(lessons, network),
                settings.headUpdates(),
                interval(lessons),
                settings.seed()));
  }

  /** Seconds between the first two moments of the first window. */
  private static long interval(List<ChainLesson> lessons) {
    List<ChainLesson> first = Episode.grouped(lessons).getFirst();
    return first.get(1).sight().moment().second() - first.get(0).sight().moment().second();
  }

  @Override
  public boolean keepsFiles() {
    return true;
  }

  @Override
  public ChainPolicy read(Path file, LocalDateTime origin) {
    return new NetworkFile(file).read(name);
  }
}
