package org.limpid.analyzer.score;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.limpid.data.Profiles;

/**
 * Chooses one of several trainers by {@link LeaveOneModelOut} within its training. A test of this
 * trainer therefore tests the choice, too.
 *
 * @param name what it is called in reports
 * @param rule how it chooses
 * @param candidates from simple to complicated, at least one
 */
public record ChosenScorer(String name, Rule rule, List<ModelScorer> candidates)
    implements ScoreTrainer {
  public ChosenScorer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rule, "rule");
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("expected a candidate or more");
    }
  }

  /** How to choose. */
  public enum Rule {
    /**
     * The simplest of those that are as good as the best one but for its standard error. Among a
     * few dozen workloads the best one is often best by chance. (Breiman et al., "Classification
     * and regression trees", 1984, section 3.4.3.)
     */
    SIMPLEST_WITHIN_ERROR {
      @Override
      double leastAccuracy(ScoreErrors best) {
        return best.accuracy() - best.standardError();
      }
    },
    /** The one that is right most often, of equal ones the simplest. */
    BEST {
      @Override
      double leastAccuracy(ScoreErrors best) {
        return best.accuracy();
      }
    };

    abstract double leastAccuracy(ScoreErrors best);
  }

  @Override
  public String inputs() {
    return "chosen within the training";
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
    List<ScoreErrors> errors =
        candidates.stream()
            .map(candidate -> LeaveOneModelOut.scores(candidate, sample))
            .map(scores -> ScoreErrors.of(sample.singles(), scores))
            .toList();
    ScoreErrors best =
        errors.stream().max(Comparator.comparingInt(ScoreErrors::right)).orElseThrow();
    double least = rule.leastAccuracy(best);
    int first = 0;
    while (errors.get(first).accuracy() < least) {
      first++;
    }
    return candidates.get(first);
  }
}
