package org.limpid.baselines.tribuo;

import java.util.List;
import java.util.Set;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.EncodedInputs.Encoding;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.TrainingSteps;
import org.limpid.baselines.method.Versions;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/**
 * XGBoost through Tribuo, with XGBoost's own defaults where Tribuo has others. Needs the native
 * library that the binding brings for Linux, Windows and macOS on x86-64. A training cannot be
 * interrupted before its end.
 */
public final class TribuoXgboost {
  private static final String TREE_METHOD = "tree_method";

  private TribuoXgboost() {}

  /** The method, called {@code xgboost}. */
  public static Method method() {
    return new Method(
        "xgboost",
        Versions.of("XGBoost") + " in " + Versions.of("Tribuo"),
        "Sum of trees by second-order gradient boosting",
        Set.of(Ability.values()),
        Encoding.INDICATORS,
        List.of(
            Parameter.whole("trees", 1, 100_000, 100, "How many trees, for classes per class"),
            Parameter.number("learning_rate", 1e-6, 1, 0.3, "Share of a leaf that a tree adds"),
            Parameter.number("gamma", 0, 1e9, 0, "Smallest gain of a split"),
            Parameter.whole("max_depth", 1, 1000, 6, "Most splits above a leaf"),
            Parameter.number("min_child_weight", 0, 1e9, 1, "Smallest hessian in a leaf"),
            Parameter.number("subsample", 0.01, 1, 1, "Share of rows that a tree sees"),
            Parameter.number("feature_fraction", 0.01, 1, 1, "Share of columns that a tree sees"),
            Parameter.number("lambda", 0, 1e9, 1, "L2 regularisation of leaves"),
            Parameter.number("alpha", 0, 1e9, 0, "L1 regularisation of leaves"),
            Parameter.choice(
                TREE_METHOD,
                List.of("exact", "hist"),
                "Where splits are looked for: everywhere, or between 256 bins"),
            Method.threads(),
            Parameter.seed()),
        TribuoXgboost::fit);
  }

  private static Scorer fit(Design design, ParameterValues parameters, TrainingSteps steps) {
    return TribuoScorer.fit(
        design, steps, () -> regression(parameters), () -> classification(parameters));
  }

  private static TreeMethod method(ParameterValues parameters) {
    return parameters.text(TREE_METHOD).equals("hist") ? TreeMethod.HIST : TreeMethod.EXACT;
  }

  private static XGBoostRegressionTrainer regression(ParameterValues parameters) {
    return new XGBoostRegressionTrainer(
        BoosterType.GBTREE,
        method(parameters),
        RegressionType.LINEAR,
        parameters.whole("trees"),
        parameters.number("learning_rate"),
        parameters.number("gamma"),
        parameters.whole("max_depth"),
        parameters.number("min_child_weight"),
        parameters.number("subsample"),
        parameters.number("feature_fraction"),
        parameters.number("lambda"),
        parameters.number("alpha"),
        parameters.whole("threads"),
        LoggingVerbosity.SILENT,
        parameters.seed());
  }

  private static XGBoostClassificationTrainer classification(ParameterValues parameters) {
    return new XGBoostClassificationTrainer(
        BoosterType.GBTREE,
        method(parameters),
        parameters.whole("trees"),
        parameters.number("learning_rate"),
        parameters.number("gamma"),
        parameters.whole("max_depth"),
        parameters.number("min_child_weight"),
        parameters.number("subsample"),
        parameters.number("feature_fraction"),
        parameters.number("lambda"),
        parameters.number("alpha"),
        parameters.whole("threads"),
        LoggingVerbosity.SILENT,
        parameters.seed());
  }
}
