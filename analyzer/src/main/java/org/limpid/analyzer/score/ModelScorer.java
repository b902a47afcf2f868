package org.limpid.analyzer.score;

import java.util.List;
import java.util.Objects;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Table;

/**
 * Learns share scores with any trainer of the module {@code interpret}, or one behind its
 * interface.
 *
 * @param name what it is called in reports
 * @param features what scores are told from
 * @param target what the model predicts
 * @param trainer learns the model
 */
public record ModelScorer(
    String name, List<ScoreFeature> features, ScoreTarget target, Trainer<?> trainer)
    implements ScoreTrainer {
  public ModelScorer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(trainer, "trainer");
    features = List.copyOf(features);
  }

  @Override
  public String inputs() {
    return ScoreFeature.names(features);
  }

  @Override
  public ModelScores train(Profiles sample) {
    return new ModelScores(trainer.train(trainingSet(sample)), target, features);
  }

  /** What the trainer learns from: one row per workload that has the target. */
  public TrainingSet trainingSet(Profiles sample) {
    List<SingleProfile> rows = target.rows(sample);
    List<WorkloadProfile> profiles = rows.stream().map(SingleProfile::profile).toList();
    Table table = ScoreFeature.table(features, profiles);
    return TrainingSet.of(table, target.of(rows, sample));
  }
}
