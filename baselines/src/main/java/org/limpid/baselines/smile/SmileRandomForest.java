package org.limpid.baselines.smile;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.limpid.baselines.method.Binning;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.EncodedInputs.Encoding;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.TrainingSteps;
import org.limpid.baselines.method.Versions;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;
import smile.model.cart.SplitRule;

/**
 * Smile's random forest. Each tree has a seed of its own, so that the forest does not depend on the
 * threads that Smile grows it with.
 */
public final class SmileRandomForest {
  private SmileRandomForest() {}

  /** The method, called {@code random-forest}. */
  public static Method method() {
    return new Method(
        "random-forest",
        Versions.of("Smile"),
        "Average of trees that each see a random part of rows and columns",
        Set.of(Ability.REGRESSION, Ability.CLASSIFICATION),
        Encoding.CODES,
        List.of(
            Parameter.whole("trees", 1, 100_000, 500, "How many trees"),
            Parameter.whole(
                "features_per_split",
                0,
                100_000,
                0,
                "Columns that a split looks at; 0: a third of them, for classes the square root"),
            Parameter.whole("max_depth", 1, 10_000, 20, "Most splits above a leaf"),
            Parameter.whole("max_leaves", 0, 10_000_000, 0, "Most leaves of a tree; 0: any"),
            Parameter.whole("min_leaf", 1, 1_000_000, 5, "Fewest rows in a leaf"),
            Parameter.number(
                "subsample", 0.01, 1, 1, "Share of rows that a tree sees; 1: drawn with repeats"),
            Binning.parameter(),
            Parameter.seed()),
        SmileRandomForest::fit);
  }

  private static Scorer fit(Design design, ParameterValues parameters, TrainingSteps steps) {
    SmileData.searchSplitsEverywhere();
    steps.begin(parameters.whole("trees"));
    return Binning.fit(
        design,
        parameters,
        binned ->
            binned.isRegression()
                ? SmileScorer.of(binned, regression(binned, parameters, steps))
                : SmileScorer.of(binned, classification(binned, parameters, steps)));
  }

  private static smile.regression.RandomForest regression(
      Design design, ParameterValues parameters, TrainingSteps steps) {
    try (var controller =
        new SmileScorer.StepController<smile.regression.RandomForest.TrainingStatus>(steps)) {
      var options =
          new smile.regression.RandomForest.Options(
              parameters.whole("trees"),
              parameters.whole("features_per_split"),
              parameters.whole("max_depth"),
              parameters.whole("max_leaves"),
              parameters.whole("min_leaf"),
              parameters.number("subsample"),
              seeds(parameters),
              controller);
      return smile.regression.RandomForest.fit(SmileData.FORMULA, SmileData.frame(design), options);
    }
  }

  private static smile.classification.RandomForest classification(
      Design design, ParameterValues parameters, TrainingSteps steps) {
    try (var controller =
        new SmileScorer.StepController<smile.classification.RandomForest.TrainingStatus>(steps)) {
      var options =
          new smile.classification.RandomForest.Options(
              parameters.whole("trees"),
              parameters.whole("features_per_split"),
              SplitRule.GINI,
              parameters.whole("max_depth"),
              parameters.whole("max_leaves"),
              parameters.whole("min_leaf"),
              parameters.number("subsample"),
              null,
              seeds(parameters),
              controller);
      return smile.classification.RandomForest.fit(
          SmileData.FORMULA, SmileData.frame(design), options);
    }
  }

  private static long[] seeds(ParameterValues parameters) {
    return new SplittableRandom(parameters.seed()).longs(parameters.whole("trees")).toArray();
  }
}
