package org.limpid.models;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.limpid.analyzer.PackingHeldOut;
import org.limpid.estimator.DurationHeldOut;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.evaluate.RegressionMetrics;
import org.limpid.predictor.LoadHeldOut;
import org.limpid.predictor.LoadTarget;

/** How a model of {@code limpid train} is judged: on what it had not learnt from. */
public enum JudgedModel {
  /** Jobs that come. */
  LOAD_JOBS(LoadHeldOut.name(LoadTarget.JOBS), "submitted jobs", Scheme.WEEKS),
  /** GPUs that they ask for. */
  LOAD_GPUS(LoadHeldOut.name(LoadTarget.GPUS), "submitted GPUs", Scheme.WEEKS),
  /** How long jobs run. */
  DURATION(DurationHeldOut.NAME, "durations", Scheme.LATER_JOBS),
  /** Speeds of pairs. */
  PAIR_SPEED(PackingHeldOut.PAIR_SPEED, "speeds beside another workload", Scheme.PAIRS),
  /** Share scores by rules. */
  TREE(PackingHeldOut.TREE, "share scores", Scheme.WORKLOADS),
  /** Share scores as classes. */
  EBM(PackingHeldOut.EBM, "share scores", Scheme.WORKLOADS),
  /** Share scores as a number. */
  ORDINAL(PackingHeldOut.ORDINAL, "share scores", Scheme.WORKLOADS);

  private final String modelName;
  private final String title;
  private final Scheme scheme;

  private enum Scheme {
    WEEKS(
        "by models trained on the weeks before",
        "the mean until an hour before",
        Quality.MAE,
        Quality.RMSE,
        Quality.R2),
    LATER_JOBS(
        "by a model trained on the days before",
        "the recent duration of like jobs",
        Quality.LOG_ERROR,
        Quality.SPEARMAN,
        Quality.MAE),
    PAIRS(
        "by models that had not learnt from their deep-learning model",
        "the mean speed",
        Quality.MAE,
        Quality.RMSE,
        Quality.R2),
    WORKLOADS(
        "by models that had not learnt from their deep-learning model",
        "the most frequent score",
        Quality.RIGHT);

    private final String source;
    private final String baseline;
    private final List<Quality> qualities;

    Scheme(String source, String baseline, Quality... qualities) {
      this.source = source;
      this.baseline = baseline;
      this.qualities = List.of(qualities);
    }
  }

  JudgedModel(String modelName, String title, Scheme scheme) {
    this.modelName = modelName;
    this.title = title;
    this.scheme = scheme;
  }

  /** The model of a name, if there is one. */
  public static Optional<JudgedModel> named(String name) {
    return Arrays.stream(values()).filter(model -> model.modelName.equals(name)).findFirst();
  }

  /** Its name in a folder of models. */
  public String modelName() {
    return modelName;
  }

  /** What is predicted, in a few words. */
  public String title() {
    return title;
  }

  /** How the predictions came about: {@code by models trained on the weeks before}. */
  public String source() {
    return scheme.source;
  }

  /** What predictions are compared with: {@code the mean speed}. */
  public String baseline() {
    return scheme.baseline;
  }

  /** What it is judged by, the most telling first. */
  public List<Quality> qualities() {
    return scheme.qualities;
  }

  /**
   * How far its predictions of rows that were held out were off: root of the mean of squares;
   * {@code NaN} if there are none.
   */
  double error(Collection<HeldOut> all) {
    return all.stream()
        .filter(held -> held.model().equals(modelName))
        .filter(held -> !held.rows().isEmpty())
        .mapToDouble(
            held -> RegressionMetrics.rootMeanSquaredError(held.actual(), held.predicted()))
        .findFirst()
        .orElse(Double.NaN);
  }
}
