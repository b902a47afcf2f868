package org.limpid.estimator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Learns workload estimates. Immutable; the same jobs give the same model.
 *
 * <p>The settings of {@link #ebm} and {@link #quickEbm} were chosen by validation within 1-18
 * September of Venus.
 *
 * @param features what the model may look at
 * @param scale what the learner predicts
 * @param learner any learner of numbers that takes missing values
 */
public record WorkloadTrainer(FeatureSet features, DurationScale scale, Trainer<?> learner) {
  /**
   * Fewest jobs that anything is learnt from: two per feature of a simple model, and validation.
   */
  public static final int FEWEST_JOBS = 50;

  public WorkloadTrainer {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(learner, "learner");
  }

  /**
   * The explainable boosting machine for single fits: absolute error of logarithms, which suits
   * durations that spread over five powers of ten, and two bags; with profiles also twenty pairs,
   * as there the history means something else in each class of models.
   *
   * @param threads most bags at the same time; the model does not depend on it
   */
  public static WorkloadTrainer ebm(FeatureSet features, int threads) {
    EbmParameters parameters =
        careful().with(EbmParameter.INTERACTIONS, features.readsProfiles() ? 20 : 0);
    return new WorkloadTrainer(
        features, DurationScale.LOGARITHM, new EbmTrainer(parameters, threads));
  }

  /**
   * The one for fits within a simulation, whose estimates a scheduler orders jobs by: squared error
   * of seconds, see {@link DurationScale#SECONDS}. It takes a fraction of the time: one bag, no
   * pairs, larger steps that end sooner. It runs in the calling thread.
   */
  public static WorkloadTrainer quickEbm(FeatureSet features) {
    EbmParameters parameters = quick("rmse", 0.4);
    return new WorkloadTrainer(features, DurationScale.SECONDS, new EbmTrainer(parameters, 1));
  }

  /**
   * The readable one for single fits: absolute error of logarithms and two bags, so that the
   * product of its factors is the median.
   *
   * @param names the features to learn from
   * @param threads most bags at the same time; the model does not depend on it
   */
  public static WorkloadTrainer readable(FeatureSet features, List<String> names, int threads) {
    return new WorkloadTrainer(
        features, DurationScale.MEDIAN_FACTORS, new ReadableTrainer(names, careful(), threads));
  }

  /**
   * The readable one for fits within a simulation: deviance of gamma distributions, whose spread
   * grows with their mean as that of durations does, so that the product of its factors is the
   * mean. One bag; it runs in the calling thread.
   *
   * @param names the features to learn from
   */
  public static WorkloadTrainer quickReadable(FeatureSet features, List<String> names) {
    EbmParameters parameters = quick("gamma_deviance", 0.2);
    return new WorkloadTrainer(
        features, DurationScale.MEAN_FACTORS, new ReadableTrainer(names, parameters, 1));
  }

  /** Medians, by two bags with small steps that end late; no pairs. */
  private static EbmParameters careful() {
    return parameters("mae")
        .with(EbmParameter.INTERACTIONS, 0)
        .with(EbmParameter.OUTER_BAGS, 2)
        .with(EbmParameter.LEARNING_RATE, 0.2)
        .with(EbmParameter.SMOOTHING_ROUNDS, 60)
        .with(EbmParameter.EARLY_STOPPING_ROUNDS, 10);
  }

  /** One bag that ends soon; no pairs. */
  private static EbmParameters quick(String objective, double learningRate) {
    return parameters(objective)
        .with(EbmParameter.INTERACTIONS, 0)
        .with(EbmParameter.OUTER_BAGS, 1)
        .with(EbmParameter.LEARNING_RATE, learningRate)
        .with(EbmParameter.SMOOTHING_ROUNDS, 30)
        .with(EbmParameter.EARLY_STOPPING_ROUNDS, 5);
  }

  private static EbmParameters parameters(String objective) {
    return EbmParameters.regression()
        .with(EbmParameter.OBJECTIVE, objective)
        .with(EbmParameter.MAX_BINS, 64)
        .with(EbmParameter.MIN_SAMPLES_LEAF, 20);
  }

  /**
   * Learns from jobs whose features were noted at their submission.
   *
   * @param rows the jobs to learn from, in the order of the trace
   * @param snapshots features of each row at its submission
   */
  JobDurationModel train(Trace trace, JobFeatures described, int[] rows, double[][] snapshots) {
    if (rows.length < FEWEST_JOBS) {
      throw tooFew(rows.length);
    }
    List<String> leftOut = new ArrayList<>(described.leftOut());
    Table inputs = inputs(described.names(), rows, snapshots, leftOut);
    double[] seconds = Arrays.stream(rows).mapToDouble(trace::durationSeconds).toArray();
    double[] targets = Arrays.stream(seconds).map(scale::of).toArray();
    Model model =
        learner.train(TrainingSet.of(inputs, new Target.Numbers(scale.target(), targets)));
    return new JobDurationModel(
        model,
        scale,
        calibration(model, inputs, seconds),
        features,
        Arrays.stream(rows).mapToLong(trace::durationSeconds).max().orElseThrow(),
        Arrays.stream(rows).mapToLong(trace::submitSeconds).min().orElseThrow(),
        Arrays.stream(rows).mapToLong(trace::submitSeconds).max().orElseThrow(),
        leftOut);
  }

  private Optional<MonotoneCalibration> calibration(Model model, Table inputs, double[] seconds) {
    if (!scale.isCalibrated()) {
      return Optional.empty();
    }
    double[] logarithms = Arrays.stream(seconds).map(StrictMath::log1p).toArray();
    return Optional.of(MonotoneCalibration.of(model.predict(inputs).values(), logarithms));
  }

  /** The same with another learner. */
  public WorkloadTrainer with(Trainer<?> other) {
    return new WorkloadTrainer(features, scale, other);
  }

  private static DataException tooFew(int found) {
    return new DataException(
        Problem.of(
            "trace",
            "expected %d or more jobs that have ended to learn durations from, found %d"
                .formatted(FEWEST_JOBS, found),
            "Maybe use a longer part of the trace."));
  }

  private static Table inputs(
      List<String> names, int[] rows, double[][] snapshots, List<String> leftOut) {
    List<Column> columns = new ArrayList<>();
    List<String> constant = new ArrayList<>();
    for (int position = 0; position < names.size(); position++) {
      int feature = position;
      Column column =
          NumericColumn.generate(names.get(feature), rows.length, i -> snapshots[rows[i]][feature]);
      if (varies((NumericColumn) column)) {
        columns.add(column);
      } else {
        constant.add(names.get(feature));
      }
    }
    if (!constant.isEmpty()) {
      leftOut.add("The same in all jobs, and so left out: " + String.join("; ", constant) + ".");
    }
    return Table.of("jobs", 1, columns);
  }

  private static boolean varies(NumericColumn column) {
    return IntStream.range(1, column.size())
        .anyMatch(row -> Double.compare(column.value(row), column.value(0)) != 0);
  }
}
