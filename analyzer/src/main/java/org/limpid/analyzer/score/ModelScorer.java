package org.limpid.analyzer.score;

import java.util.List;
import java.util.Objects;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingSet;

/**
 * Learns share scores with any trainer of the module {@code interpret}, or one behind its
 * interface.
 *
 * @param features what scores are told from
 * @param target what the model predicts
 * @param trainer learns the model
 */
public record ModelScorer(List<ScoreFeature> features, ScoreTarget target, Trainer<?> trainer)
    implements ScoreModel.Learner {
  public ModelScorer {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(trainer, "trainer");
    features = List.copyOf(features);
  }

  @Override
  public ModelScores train(Profiles sample) {
    return new ModelScores(trainer.train(trainingSet(sample)), target, features);
  }

  /** What the trainer learns from: one row per workload. */
  public TrainingSet trainingSet(Profiles sample) {
    List<WorkloadProfile> profiles = sample.singles().stream().map(SingleProfile::profile).toList();
    return TrainingSet.of(ScoreFeature.table(features, profiles), target.of(sample.singles()));
  }
}
