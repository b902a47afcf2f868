package org.limpid.baselines.smile;

import java.util.List;
import java.util.Set;
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
import smile.math.MathEx;
import smile.model.cart.Loss;

/**
 * Smile's gradient boosting, once with trees and once with single splits. Sums of single splits are
 * an additive model, a GAM whose shapes are steps.
 *
 * <p>Smile draws the rows of a tree with the random numbers of the calling thread ({@link MathEx}),
 * which training sets to the seed; that thread's own use of {@code MathEx} goes on from there.
 */
public final class SmileBoosting {
  private static final Parameter SHARE =
      Parameter.number("learning_rate", 1e-6, 1, 0.05, "Share of a leaf's value that a tree adds");
  private static final Parameter SUBSAMPLE =
      Parameter.number("subsample", 0.01, 1, 0.7, "Share of rows that a tree sees");
  private static final Parameter MIN_LEAF =
      Parameter.whole("min_leaf", 1, 1_000_000, 5, "Fewest rows in a leaf");
  private static final Parameter TREES =
      Parameter.whole("trees", 1, 100_000, 500, "How many trees");
  private static final Parameter LOSS =
      Parameter.choice(
          "loss",
          List.of("least_absolute_deviation", "least_squares"),
          "What is minimised; for classes always the log loss");

  private SmileBoosting() {}

  /** The method with trees, called {@code gradient-boosting}. */
  public static Method trees() {
    Parameter depth = Parameter.whole("max_depth", 1, 10_000, 20, "Most splits above a leaf");
    Parameter leaves = Parameter.whole("max_leaves", 2, 10_000, 6, "Most leaves of a tree");
    return method(
        "gradient-boosting",
        "Sum of small trees, each fitted to what the others leave over",
        List.of(
            TREES,
            depth,
            leaves,
            MIN_LEAF,
            SHARE,
            SUBSAMPLE,
            LOSS,
            Binning.parameter(),
            Parameter.seed()),
        (design, parameters, steps) ->
            fit(
                design,
                parameters,
                parameters.whole("max_depth"),
                parameters.whole("max_leaves"),
                steps));
  }

  /** The method with single splits, called {@code additive-boosting}. */
  public static Method splits() {
    return method(
        "additive-boosting",
        "Sum of single splits: an additive model without interactions",
        List.of(TREES, MIN_LEAF, SHARE, SUBSAMPLE, LOSS, Binning.parameter(), Parameter.seed()),
        (design, parameters, steps) -> fit(design, parameters, 2, 2, steps));
  }

  private static Method method(
      String name, String description, List<Parameter> parameters, Method.Fitting fitting) {
    return new Method(
        name,
        Versions.of("Smile"),
        description,
        Set.of(Ability.REGRESSION, Ability.CLASSIFICATION),
        Encoding.CODES,
        parameters,
        fitting);
  }

  private static Scorer fit(
      Design design, ParameterValues parameters, int depth, int leaves, TrainingSteps steps) {
    SmileData.searchSplitsEverywhere();
    MathEx.setSeed(parameters.seed());
    steps.begin(parameters.whole("trees"));
    return Binning.fit(
        design,
        parameters,
        binned ->
            binned.isRegression()
                ? SmileScorer.of(binned, regression(binned, parameters, depth, leaves, steps))
                : SmileScorer.of(binned, classification(binned, parameters, depth, leaves, steps)));
  }

  private static smile.regression.GradientTreeBoost regression(
      Design design, ParameterValues parameters, int depth, int leaves, TrainingSteps steps) {
    try (var controller =
        new SmileScorer.StepController<smile.regression.GradientTreeBoost.TrainingStatus>(steps)) {
      var options =
          new smile.regression.GradientTreeBoost.Options(
              loss(parameters),
              parameters.whole("trees"),
              depth,
              leaves,
              parameters.whole("min_leaf"),
              parameters.number("learning_rate"),
              parameters.number("subsample"),
              null,
              controller);
      return smile.regression.GradientTreeBoost.fit(
          SmileData.FORMULA, SmileData.frame(design), options);
    }
  }

  private static Loss loss(ParameterValues parameters) {
    return parameters.text("loss").equals("least_squares") ? Loss.ls() : Loss.lad();
  }

  private static smile.classification.GradientTreeBoost classification(
      Design design, ParameterValues parameters, int depth, int leaves, TrainingSteps steps) {
    try (var controller =
        new SmileScorer.StepController<smile.classification.GradientTreeBoost.TrainingStatus>(
            steps)) {
      var options =
          new smile.classification.GradientTreeBoost.Options(
              parameters.whole("trees"),
              depth,
              leaves,
              parameters.whole("min_leaf"),
              parameters.number("learning_rate"),
              parameters.number("subsample"),
              null,
              controller);
      return smile.classification.GradientTreeBoost.fit(
          SmileData.FORMULA, SmileData.frame(design), options);
    }
  }
}
