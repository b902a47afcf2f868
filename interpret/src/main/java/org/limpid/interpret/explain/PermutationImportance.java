package org.limpid.interpret.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How much worse any model gets when one feature's values are dealt to other rows.
 *
 * <p>Source: Breiman, "Random forests", Machine Learning 45(1), 2001, section 10; for any model:
 * Fisher, Rudin and Dominici, "All models are wrong, but many are useful", JMLR 20(177), 2019.
 *
 * @param baseline score of the predictions for the table as it is
 * @param features in the order of the model
 */
public record PermutationImportance(double baseline, List<FeatureImportance> features) {

  /**
   * How much a feature matters.
   *
   * @param feature name of the feature
   * @param loss mean over the repetitions of how much worse the score got, in its unit, and the
   *     standard deviation over the repetitions
   */
  public record FeatureImportance(String feature, Measure loss) {
    public FeatureImportance {
      Objects.requireNonNull(feature, "feature");
      Objects.requireNonNull(loss, "loss");
    }
  }

  /**
   * How to measure.
   *
   * @param score how good predictions are
   * @param better which scores are good ones
   * @param repeats how often each feature is dealt anew, at least 1
   * @param seed of the dealing; that of a feature depends on its name and not on other features
   */
  public record Settings(
      PredictionScore score, PredictionScore.Better better, int repeats, long seed) {
    public Settings {
      Objects.requireNonNull(score, "score");
      Objects.requireNonNull(better, "better");
      if (repeats < 1) {
        throw new IllegalArgumentException("expected one repetition or more: " + repeats);
      }
    }
  }

  public PermutationImportance {
    features = List.copyOf(features);
  }

  /**
   * Measures the importance of all features by {@code 1 + features x repeats} predictions of the
   * whole table.
   *
   * @param target what was observed in the rows of the table
   * @throws org.limpid.files.DataException if the table lacks a feature
   */
  public static PermutationImportance of(
      Model model, Table table, Target target, Settings settings) {
    return new Permutations(model, table, target, settings).measure();
  }

  /** The features with the largest loss first; equal ones in the model's order. */
  public List<FeatureImportance> byLoss() {
    Comparator<FeatureImportance> ascending =
        Comparator.comparingDouble(feature -> feature.loss().value());
    return features.stream().sorted(ascending.reversed()).toList();
  }

  /** A text table of the features with the largest loss. */
  public String summarize(int top) {
    TextTable table = new TextTable(1).line("feature", "loss", "+-");
    for (FeatureImportance feature : byLoss().stream().limit(top).toList()) {
      table.line(
          feature.feature(),
          NumberText.rounded(feature.loss().value()),
          NumberText.rounded(feature.loss().deviation()));
    }
    return "score %s\n".formatted(NumberText.rounded(baseline)) + table;
  }

  /** A text table of all features. */
  @Override
  public String toString() {
    return summarize(features.size());
  }
}
