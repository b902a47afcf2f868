package org.limpid.baselines.tribuo;

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
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/** Tribuo's CART: one decision tree, by squared error or the Gini index. */
public final class TribuoCart {
  private TribuoCart() {}

  /** The method, called {@code cart}. */
  public static Method method() {
    return new Method(
        "cart",
        Versions.of("Tribuo"),
        "One decision tree, not pruned",
        Set.of(Ability.REGRESSION, Ability.CLASSIFICATION, Ability.WEIGHTS),
        Encoding.INDICATORS,
        List.of(
            Parameter.whole(
                "max_depth", 1, Integer.MAX_VALUE, Integer.MAX_VALUE, "Most splits above a leaf"),
            Parameter.number("min_child_weight", 0, 1e9, 5, "Smallest weight of rows in a leaf"),
            Parameter.number(
                "min_impurity_decrease", 0, 1e9, 0, "Smallest gain for which a leaf is split"),
            Parameter.number(
                "feature_fraction", 0.001, 1, 1, "Share of columns that a split looks at"),
            Binning.parameter(),
            Parameter.seed()),
        TribuoCart::fit);
  }

  private static Scorer fit(Design design, ParameterValues parameters, TrainingSteps steps) {
    return Binning.fit(
        design,
        parameters,
        binned ->
            TribuoScorer.fit(
                binned, steps, () -> regression(parameters), () -> classification(parameters)));
  }

  private static CARTRegressionTrainer regression(ParameterValues parameters) {
    return new CARTRegressionTrainer(
        parameters.whole("max_depth"),
        (float) parameters.number("min_child_weight"),
        (float) parameters.number("min_impurity_decrease"),
        (float) parameters.number("feature_fraction"),
        false,
        new MeanSquaredError(),
        parameters.seed());
  }

  private static CARTClassificationTrainer classification(ParameterValues parameters) {
    return new CARTClassificationTrainer(
        parameters.whole("max_depth"),
        (float) parameters.number("min_child_weight"),
        (float) parameters.number("min_impurity_decrease"),
        (float) parameters.number("feature_fraction"),
        false,
        new GiniIndex(),
        parameters.seed());
  }
}
