package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.models.JudgedModel;
import org.limpid.models.ModelFolder;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.observation.Observations;
import org.limpid.plots.observation.UnseenPairs;
import org.limpid.predictor.LoadHeldOut;
import org.limpid.predictor.LoadSeries;
import org.limpid.predictor.LoadTarget;

/**
 * Finds what models predict of a data set that they were not trained on, or a single model of the
 * rows of a CSV file. Of the data of the training there are only predictions that were made while
 * rows were held out.
 */
final class PredictionSets {
  private final PlotInputs inputs;
  private final ModelFolder models;

  private PredictionSets(PlotInputs inputs) {
    this.inputs = inputs;
    models = inputs.models();
  }

  static List<PredictionSet> of(PlotInputs inputs) {
    PredictionSets sets = new PredictionSets(inputs);
    List<PredictionSet> found = new ArrayList<>();
    if (inputs.table().isPresent()) {
      inputs.models().all().forEach((name, model) -> sets.csv(name, model).ifPresent(found::add));
    } else {
      inputs.dataset().ifPresent(data -> sets.addAll(found, data));
    }
    return found;
  }

  private void addAll(List<PredictionSet> found, DatasetReader data) {
    boolean theirs = Sources.isOfTraining(models, data);
    for (LoadTarget target : LoadTarget.values()) {
      JudgedModel model = JudgedModel.named(LoadHeldOut.name(target)).orElseThrow();
      String unit = LoadComparison.unit(target, LoadSeries.of(data).series().slotSeconds());
      (theirs ? heldOut(model, unit) : load(model, data, target)).ifPresent(found::add);
    }
    (theirs
            ? heldOut(JudgedModel.DURATION, "duration")
            : models.durations().flatMap(model -> durations(model, data)))
        .ifPresent(found::add);
    UnseenPairs.of(models, data.profiles()).flatMap(this::pairs).ifPresent(found::add);
  }

  private Optional<PredictionSet> csv(String name, Model model) {
    if (!(model.task() instanceof Task.Regression)) {
      return Optional.empty();
    }
    Table table = Observations.of(inputs, name, model).orElseThrow().table();
    String target = model.provenance().target();
    Column column = table.find(target).orElse(null);
    if (!(column instanceof NumericColumn actual)) {
      return Optional.empty();
    }
    int[] rows = IntStream.range(0, actual.size()).filter(row -> !actual.isMissing(row)).toArray();
    double[] predicted = model.predict(table).values();
    Target observed =
        new Target.Numbers(target, IntStream.of(rows).mapToDouble(actual::value).toArray());
    double mean = IntStream.of(rows).mapToDouble(actual::value).average().orElse(0);
    return set(
        new PredictionSet.Head(
            name,
            target,
            target,
            false,
            "for " + Sources.ofRows(model, table.rows(rows), observed)),
        "the mean of these rows",
        rows.length,
        i -> actual.value(rows[i]),
        i -> predicted[rows[i]],
        _ -> mean);
  }

  private static Optional<PredictionSet> set(
      PredictionSet.Head head,
      String baseline,
      int size,
      IntToDoubleFunction actual,
      IntToDoubleFunction predicted,
      IntToDoubleFunction expected) {
    return size == 0
        ? Optional.empty()
        : Optional.of(
            new PredictionSet(
                head,
                IntStream.range(0, size).mapToDouble(actual).toArray(),
                IntStream.range(0, size).mapToDouble(predicted).toArray(),
                Optional.of(
                    new PredictionSet.Baseline(
                        baseline, IntStream.range(0, size).mapToDouble(expected).toArray()))));
  }

  private PredictionSet.Head head(JudgedModel model, String unit, String source) {
    return new PredictionSet.Head(
        model.modelName(), model.title(), unit, model == JudgedModel.DURATION, source);
  }

  private Optional<PredictionSet> heldOut(JudgedModel model, String unit) {
    return models.heldOut(model).flatMap(held -> heldOut(model, unit, held));
  }

  private Optional<PredictionSet> heldOut(JudgedModel model, String unit, HeldOut held) {
    List<HeldOut.Row> rows = held.rows();
    return set(
        head(model, unit, Sources.edited(model, models, model.source())),
        model.baseline(),
        rows.size(),
        i -> rows.get(i).actual(),
        i -> rows.get(i).predicted(),
        i -> rows.get(i).baseline());
  }

  private Optional<PredictionSet> load(JudgedModel model, DatasetReader data, LoadTarget target) {
    return LoadComparison.of(models, data, target)
        .flatMap(load ->
            set(
                head(model, load.unit(), load.source()),
                model.baseline(),
                load.slots().size(),
                i -> load.slots().get(i).actual(),
                i -> load.slots().get(i).predicted(),
                i -> load.slots().get(i).mean()));
  }

  private Optional<PredictionSet> durations(JobDurationModel model, DatasetReader data) {
    Trace trace = Observations.firstJobs(data.trace());
    Estimates estimates = WorkloadEstimator.estimates(model, trace, data.origin());
    Estimates likeJobs = WorkloadEstimator.ofLikeJobs(trace, data.origin(), model.features());
    return set(
        head(JudgedModel.DURATION, "duration", Sources.OTHER_DATA),
        JudgedModel.DURATION.baseline(),
        trace.size(),
        row -> Math.max(1, trace.durationSeconds(row)),
        row -> Math.max(1, estimates.seconds(row)),
        row -> Math.max(1, likeJobs.seconds(row)));
  }

  private Optional<PredictionSet> pairs(UnseenPairs pairs) {
    int[] measured = pairs.measured();
    int count = pairs.matrix().workloads().size();
    JudgedModel model = JudgedModel.PAIR_SPEED;
    return set(
        head(
            model,
            "relative speed",
            Sources.edited(model, models, Sources.mixed(model, pairs.heldOut(), measured.length))),
        model.baseline(),
        measured.length,
        i -> pairs.matrix().measured().rate(measured[i] / count, measured[i] % count),
        i -> pairs.matrix().predicted().rate(measured[i] / count, measured[i] % count),
        _ -> pairs.mean());
  }
}
