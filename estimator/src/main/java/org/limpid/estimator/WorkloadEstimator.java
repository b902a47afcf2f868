package org.limpid.estimator;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * The workload estimate of Lucid, from trace to durations. The entry to this module:
 *
 * <ul>
 *   <li>{@link #train} learns a model from a part of a trace;
 *   <li>{@link #estimates(JobDurationModel, Trace, LocalDateTime)} applies it, with a history that
 *       continues;
 *   <li>{@link #estimates(UpdateSettings, Trace)} learns and estimates by turns, as a cluster
 *       would;
 *   <li>{@link WeeklyEstimator} and {@link ModelEstimator} do the same within a simulation;
 *   <li>{@link #table} has the features, for other learners;
 *   <li>{@link WorkloadModelFolder} keeps models.
 * </ul>
 *
 * <p>Estimates are given at submission, and jobs are taken to end at submission plus duration.
 */
public final class WorkloadEstimator {
  private WorkloadEstimator() {}

  /**
   * Learns a model from some jobs of a trace; the history of their features begins with the trace.
   *
   * @param origin the time of second 0 of the trace
   * @throws org.limpid.files.DataException if there are too few jobs, or all of them last equally
   *     long
   */
  public static JobDurationModel train(
      WorkloadTrainer trainer, Trace trace, LocalDateTime origin, TrainingJobs jobs) {
    JobFeatures features = new JobFeatures(trace, origin, trainer.features());
    double[][] snapshots = snapshots(features, trace, jobs);
    int[] rows = IntStream.range(0, trace.size()).filter(row -> snapshots[row] != null).toArray();
    return trainer.train(trace, features, rows, snapshots);
  }

  /** The features of the chosen jobs at their submission; null for all others. */
  private static double[][] snapshots(JobFeatures features, Trace trace, TrainingJobs jobs) {
    double[][] snapshots = new double[trace.size()][];
    OfflineReplay.run(
        trace,
        features.history(),
        row -> {
          if (jobs.contains(trace, row)) {
            snapshots[row] = new double[features.names().size()];
            features.fill(row, trace.submitSeconds(row), snapshots[row]);
          }
        });
    return snapshots;
  }

  /**
   * What models learn from, for any other learner: the features of every job as they were known at
   * its submission.
   *
   * @param origin the time of second 0 of the trace
   * @return one row per job in the order of the trace, one numeric column per feature; missing is
   *     what was not known
   */
  public static Table table(Trace trace, LocalDateTime origin, FeatureSet set) {
    JobFeatures features = new JobFeatures(trace, origin, set);
    double[][] snapshots = snapshots(features, trace, TrainingJobs.all());
    List<String> names = features.names();
    return Table.of(
        IntStream.range(0, names.size())
            .mapToObj(feature ->
                NumericColumn.generate(
                    names.get(feature), trace.size(), row -> snapshots[row][feature]))
            .toArray(NumericColumn[]::new));
  }

  /**
   * Names of the features that models of a trace may have.
   *
   * @param origin the time of second 0 of the trace
   */
  public static List<String> featureNames(Trace trace, LocalDateTime origin, FeatureSet set) {
    return new JobFeatures(trace, origin, set).names();
  }

  /** The estimates of a model for all jobs of a trace. */
  public static Estimates estimates(JobDurationModel model, Trace trace, LocalDateTime origin) {
    String source = "workload estimate, " + model.features().setName();
    return OfflineReplay.estimates(trace, new ModelEstimator(model, trace, origin), source);
  }

  /**
   * Estimates without a model, for all jobs of a trace: the recent duration of the narrowest group
   * of the job, as {@link WeeklyEstimator} says it until its first model.
   *
   * @param origin the time of second 0 of the trace
   */
  public static Estimates ofLikeJobs(Trace trace, LocalDateTime origin, FeatureSet set) {
    JobFeatures features = new JobFeatures(trace, origin, set);
    return OfflineReplay.estimates(
        trace, features.history(), features::recentSeconds, "recent durations of like jobs");
  }

  /** The estimates of models that are trained while the trace unfolds, for all its jobs. */
  public static Estimates estimates(UpdateSettings settings, Trace trace) {
    String source =
        "workload estimate, %s, updated".formatted(settings.trainer().features().setName());
    return OfflineReplay.estimates(trace, new WeeklyEstimator(trace, settings), source);
  }
}
