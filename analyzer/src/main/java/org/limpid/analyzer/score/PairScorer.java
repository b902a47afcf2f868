package org.limpid.analyzer.score;

import java.util.List;
import org.limpid.analyzer.label.MeanRates;
import org.limpid.analyzer.label.ShareRule;
import org.limpid.analyzer.pair.PairSpeedModel;
import org.limpid.analyzer.pair.PairSpeedTrainer;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.WorkloadProfile;

/**
 * Share scores by way of predicted pairs: the rate next to every workload of the training that is
 * in a measured pair is predicted, and the rule makes a score of their mean. Doesn't look at the
 * scores of the training.
 *
 * @param trainer learns the rates
 */
public record PairScorer(PairSpeedTrainer trainer) implements ScoreTrainer {
  @Override
  public String name() {
    return "rule on predicted pairs";
  }

  @Override
  public String inputs() {
    return "gpu_util, gmem_util of both";
  }

  @Override
  public ScoreModel train(Profiles sample) {
    MeanRates rates = MeanRates.of(sample.pairs());
    List<WorkloadProfile> singles = sample.singles().stream().map(SingleProfile::profile).toList();
    List<WorkloadProfile> partners =
        singles.stream().filter(profile -> rates.count(profile.workload()) > 0).toList();
    PairSpeedModel pairs = trainer.train(singles, sample.pairs());
    return profile ->
        ShareRule.score(
            partners.stream()
                .mapToDouble(partner -> pairs.rate(profile, partner))
                .average()
                .orElseThrow());
  }
}
