package org.limpid.analyzer.score;

import java.util.Comparator;
import java.util.List;
import org.limpid.data.Profiles;

/**
 * Chooses one of several trainers by {@link LeaveOneModelOut} within its training: the simplest of
 * those that are as good as the best one but for its standard error. Among a few dozen workloads
 * the best one is often best by chance. (Breiman et al., "Classification and regression trees",
 * 1984, section 3.4.3.) A test of this trainer therefore tests the choice, too.
 *
 * @param candidates from simple to complicated, at least one
 */
public record ChosenScorer(List<ModelScorer> candidates) implements ScoreModel.Learner {
  public ChosenScorer {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("expected a candidate or more");
    }
  }

  @Override
  public ModelScores train(Profiles sample) {
    return choose(sample).train(sample);
  }

  /** The candidate for a sample; the first one for a single deep-learning model. */
  public ModelScorer choose(Profiles sample) {
    if (candidates.size() == 1 || LeaveOneModelOut.models(sample).size() < 2) {
      return candidates.getFirst();
    }
    List<ScoreErrors> errors = errors(sample);
    ScoreErrors best =
        errors.stream().max(Comparator.comparingInt(ScoreErrors::right)).orElseThrow();
    int first = 0;
    while (errors.get(first).accuracy() < best.accuracy() - best.standardError()) {
      first++;
    }
    return candidates.get(first);
  }

  /** The errors of each candidate on the deep-learning models left out. */
  List<ScoreErrors> errors(Profiles sample) {
    return candidates.stream()
        .map(candidate -> LeaveOneModelOut.scores(candidate, sample))
        .map(scores -> ScoreErrors.of(sample.singles(), scores))
        .toList();
  }
}
