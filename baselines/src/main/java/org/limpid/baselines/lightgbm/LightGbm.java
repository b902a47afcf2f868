package org.limpid.baselines.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.limpid.baselines.method.Ability;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.Encoding;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.NativeThreads;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.Steps;
import org.limpid.baselines.method.Versions;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;

/**
 * LightGBM through its Java binding, which brings the native library for Linux and macOS on x86-64
 * and ARM, and for Windows on x86-64; under Linux the library needs {@code libgomp.so.1}. Runs in
 * LightGBM's deterministic mode.
 */
public final class LightGbm {
  private LightGbm() {}

  /** The method, called {@code lightgbm}. */
  public static Method method() {
    return new Method(
        "lightgbm",
        Versions.of("LightGBM"),
        "Sum of trees that grow leaf by leaf, on binned columns",
        Set.of(Ability.values()),
        Encoding.CODES,
        List.of(
            Parameter.whole("trees", 1, 100_000, 100, "How many trees, for classes per class"),
            Parameter.number("learning_rate", 1e-6, 1, 0.1, "Share of a leaf that a tree adds"),
            Parameter.whole("max_leaves", 2, 131_072, 31, "Most leaves of a tree"),
            Parameter.whole("max_depth", -1, 1000, -1, "Most splits above a leaf; -1: any"),
            Parameter.whole("min_leaf", 0, 1_000_000_000, 20, "Fewest rows in a leaf"),
            Parameter.whole("max_bins", 2, 65_535, 255, "Most bins of a column"),
            Parameter.number("subsample", 0.01, 1, 1, "Share of rows that a tree sees"),
            Parameter.number("feature_fraction", 0.01, 1, 1, "Share of columns that a tree sees"),
            Parameter.number("lambda", 0, 1e9, 0, "L2 regularisation of leaves"),
            Parameter.number("alpha", 0, 1e9, 0, "L1 regularisation of leaves"),
            Parameter.choice(
                "objective",
                List.of("regression", "regression_l1", "huber", "poisson", "gamma", "tweedie"),
                "What is minimised; for classes always the log loss"),
            NativeThreads.parameter(),
            Parameter.seed()),
        LightGbm::fit);
  }

  private static Scorer fit(Design design, ParameterValues parameters, Steps steps) {
    NativeLibrary.load();
    String configuration = configuration(design, parameters);
    try (LGBMDataset data = data(design, configuration);
        LGBMBooster booster = LGBMBooster.create(data, configuration)) {
      boost(booster, parameters.whole("trees"), steps);
      String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.SPLIT);
      return new LightGbmScorer(
          NativeModel.of(text), design.inputs().width(), design.outputCount());
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
    }
  }

  private static void boost(LGBMBooster booster, int trees, Steps steps) throws LGBMException {
    steps.begin(trees);
    boolean finished = false;
    for (int tree = 0; tree < trees && !finished; tree++) {
      finished = booster.updateOneIter();
      steps.advance();
    }
  }

  private static LGBMDataset data(Design design, String configuration) throws LGBMException {
    LGBMDataset data =
        LGBMDataset.createFromMat(
            design.flat(), design.rowCount(), design.inputs().width(), true, configuration, null);
    data.setField("label", floats(design.targetNumbers()));
    if (design.weights().isPresent()) {
      data.setField("weight", floats(design.weights().get()));
    }
    return data;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static String configuration(Design design, ParameterValues parameters) {
    StringJoiner text = new StringJoiner(" ");
    text.add(objective(design, parameters));
    text.add("learning_rate=" + parameters.text("learning_rate"));
    text.add("num_leaves=" + parameters.text("max_leaves"));
    text.add("max_depth=" + parameters.text("max_depth"));
    text.add("min_data_in_leaf=" + parameters.text("min_leaf"));
    text.add("max_bin=" + parameters.text("max_bins"));
    text.add("bagging_fraction=" + parameters.text("subsample"));
    text.add("bagging_freq=" + (parameters.number("subsample") < 1 ? 1 : 0));
    text.add("feature_fraction=" + parameters.text("feature_fraction"));
    text.add("lambda_l2=" + parameters.text("lambda"));
    text.add("lambda_l1=" + parameters.text("alpha"));
    text.add("num_threads=" + parameters.text("threads"));
    text.add("seed=" + parameters.seed());
    text.add("deterministic=true force_row_wise=true verbosity=-1");
    nominal(design, text);
    return text.toString();
  }

  private static String objective(Design design, ParameterValues parameters) {
    if (design.isRegression()) {
      return "objective=" + parameters.text("objective");
    }
    int classes = design.outputCount();
    return classes == 2 ? "objective=binary" : "objective=multiclass num_class=" + classes;
  }

  private static void nominal(Design design, StringJoiner text) {
    StringJoiner columns = new StringJoiner(",", "categorical_feature=", "");
    List<Feature> features = design.inputs().features();
    boolean any = false;
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i) instanceof Feature.Categorical) {
        columns.add(Integer.toString(i));
        any = true;
      }
    }
    if (any) {
      text.add(columns.toString());
    }
  }
}
