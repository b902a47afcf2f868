package org.limpid.baselines.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.EncodedInputs.Encoding;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.TrainingSteps;
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
  private static final String QUANTILE = "quantile";

  private LightGbm() {}

  /** The method, called {@code lightgbm}. */
  public static Method method() {
    return method(
        "lightgbm",
        Set.of(Ability.values()),
        Parameter.choice(
            "objective",
            List.of("regression", "regression_l1", "huber", "poisson", "gamma", "tweedie"),
            "What is minimised; for classes always the log loss"));
  }

  /** The method that predicts a quantile of numbers, called {@code lightgbm-quantile}. */
  public static Method quantiles() {
    return method(
        "lightgbm-quantile",
        Set.of(Ability.REGRESSION, Ability.MISSING_VALUES, Ability.WEIGHTS),
        Parameter.number(
            QUANTILE, 0.001, 0.999, 0.5, "The quantile; its pinball loss is minimised"));
  }

  private static Method method(String name, Set<Ability> abilities, Parameter minimised) {
    return new Method(
        name,
        Versions.of("LightGBM"),
        "Sum of trees that grow leaf by leaf, on binned columns",
        abilities,
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
            minimised,
            Method.threads(),
            Parameter.seed()),
        LightGbm::fit);
  }

  private static Scorer fit(Design design, ParameterValues parameters, TrainingSteps steps) {
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

  private static void boost(LGBMBooster booster, int trees, TrainingSteps steps)
      throws LGBMException {
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
    if (parameters.toMap().containsKey(QUANTILE)) {
      return "objective=quantile alpha=" + parameters.text(QUANTILE);
    }
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

  /**
   * Predicts with LightGBM. The native memory is freed when nobody can reach the model any more.
   */
  private static final class LightGbmScorer implements Scorer {
    private static final Cleaner CLEANER = Cleaner.create();

    private final NativeModel model;
    private final int width;
    private final int outputCount;

    LightGbmScorer(NativeModel model, int width, int outputCount) {
      this.model = model;
      this.width = width;
      this.outputCount = outputCount;
      CLEANER.register(this, model::free);
    }

    @Override
    public double[][] score(double[][] rows) {
      return outputCount == 2 ? binary(rows) : predict(rows, outputCount);
    }

    @Override
    public long byteCount() {
      return model.byteCount();
    }

    /** LightGBM predicts one number for two classes: the probability of the second. */
    private double[][] binary(double[][] rows) {
      double[][] second = predict(rows, 1);
      double[][] outputs = new double[rows.length][2];
      for (int i = 0; i < rows.length; i++) {
        outputs[i][0] = 1 - second[i][0];
        outputs[i][1] = second[i][0];
      }
      return outputs;
    }

    private double[][] predict(double[][] rows, int count) {
      try {
        double[] flat = model.predict(Design.flat(rows, width), rows.length, width, count);
        double[][] outputs = new double[rows.length][count];
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(flat, i * count, outputs[i], 0, count);
        }
        return outputs;
      } finally {
        Reference.reachabilityFence(this);
      }
    }
  }

  /**
   * Loads LightGBM's native library. The binding unpacks it into the temporary folder under a name
   * that is the same in every process, so that one which starts overwrites the code that another
   * one runs. Here it gets a temporary folder of its own.
   */
  private static final class NativeLibrary {
    private static final String TEMPORARY_FOLDER = "java.io.tmpdir";
    private static boolean loaded;

    private NativeLibrary() {}

    static synchronized void load() {
      if (loaded) {
        return;
      }
      String usual = System.getProperty(TEMPORARY_FOLDER);
      try {
        Path own = Files.createTempDirectory("limpid-lightgbm");
        own.toFile().deleteOnExit();
        System.setProperty(TEMPORARY_FOLDER, own.toString());
        MethodHandles.lookup().ensureInitialized(LGBMBooster.class);
        deleteOnExit(own);
        loaded = true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      } finally {
        System.setProperty(TEMPORARY_FOLDER, usual);
      }
    }

    /** What was marked last is deleted first, so that the folder is empty when its turn comes. */
    private static void deleteOnExit(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> file.toFile().deleteOnExit());
      }
    }
  }
}
