package org.limpid.plots.observation;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.limpid.analyzer.score.ScoreFeature;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.files.Words;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.predictor.LoadSeries;
import org.limpid.predictor.LoadTarget;
import org.limpid.predictor.ThroughputModel;
import org.limpid.results.table.Numbers;

/**
 * Rows that a model can predict for.
 *
 * @param table a column per feature, and perhaps others
 * @param rowNames what each row is, from 0: {@code job 17}
 * @param actual what was observed in each row, as text; empty where nobody knows
 */
public record Observations(
    Table table, IntFunction<String> rowNames, Optional<IntFunction<String>> actual) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  /** The features of more jobs would take too much memory and time. */
  private static final int MOST_JOBS = 100_000;

  /** A trace, or of a long one the beginning. */
  public static Trace firstJobs(Trace trace) {
    return trace.size() <= MOST_JOBS
        ? trace
        : trace.between(trace.submitSeconds(0), trace.submitSeconds(MOST_JOBS));
  }

  /**
   * The rows for a model: of a CSV file if there is one, else of the data set, whose features are
   * made as in the training.
   *
   * @param name of the model in its folder
   * @throws org.limpid.files.DataException if a file can't be read
   */
  public static Optional<Observations> of(PlotInputs inputs, String name, Model model) {
    return inputs.table().isPresent()
        ? Optional.of(csv(inputs, model))
        : inputs.dataset().flatMap(data -> ofData(inputs, name, data));
  }

  private static Optional<Observations> ofData(PlotInputs inputs, String name, DatasetReader data) {
    return switch (name) {
      case "load-jobs" -> inputs.models().submittedJobs().map(model -> load(model, data));
      case "load-gpus" -> inputs.models().submittedGpus().map(model -> load(model, data));
      case "duration" -> inputs.models().durations().map(model -> durations(model, data));
      case "share-score-tree", "share-score-ebm", "share-score-ordinal" -> workloads(data);
      default -> Optional.empty();
    };
  }

  private static Observations csv(PlotInputs inputs, Model model) {
    String observed = model.provenance().target();
    Table table = ModelCsv.read(model, inputs.table().orElseThrow(), observed, Set.of(), _ -> {});
    Optional<Column> target = table.find(observed);
    return new Observations(
        table, row -> "row " + (row + 1), target.map(column -> row -> column.text(row)));
  }

  private static Observations load(ThroughputModel model, DatasetReader data) {
    ThroughputSeries series = LoadSeries.of(data).series();
    LoadTarget target = model.target();
    double[] actual = target.values(series, 0, series.size()).values();
    return new Observations(
        model.note().features().table(series, 0, series.size()),
        slot -> "the slot of " + TIME.format(series.time(slot)),
        Optional.of(slot -> Numbers.short3(actual[slot])));
  }

  private static Observations durations(JobDurationModel model, DatasetReader data) {
    Trace trace = firstJobs(data.trace());
    IntFunction<String> actual = row -> Words.roughly(trace.durationSeconds(row));
    return new Observations(
        WorkloadEstimator.table(trace, data.origin(), model.features()),
        row -> "job " + trace.jobId(row),
        Optional.of(actual));
  }

  private static Optional<Observations> workloads(DatasetReader data) {
    List<SingleProfile> singles = data.profiles().singles();
    if (singles.isEmpty()) {
      return Optional.empty();
    }
    NumericColumn[] columns =
        ScoreFeature.ALL.stream()
            .map(feature ->
                NumericColumn.generate(
                    feature.column(),
                    singles.size(),
                    row -> feature.value().applyAsDouble(singles.get(row).profile())))
            .toArray(NumericColumn[]::new);
    return Optional.of(
        new Observations(
            Table.of(columns),
            row -> singles.get(row).profile().workload().toString(),
            Optional.of(row -> Integer.toString(singles.get(row).shareScore()))));
  }
}
