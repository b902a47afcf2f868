package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.analyzer.PackingModels;
import org.limpid.analyzer.PairMatrix;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.estimator.WorkloadModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.model.ModelFolder;
import org.limpid.plots.observation.FirstJobs;
import org.limpid.plots.observation.ObservationFinder;
import org.limpid.predictor.LoadTarget;

/** Finds what models predict of a data set, or a single model of the rows of a CSV file. */
final class PredictionSets {
  private static final String IN_SAMPLE = "by the model that was trained on them";
  private static final String OUT_OF_SAMPLE = "by a model of other data";

  private final Inputs inputs;
  private final ModelFolder models;

  private PredictionSets(Inputs inputs) {
    this.inputs = inputs;
    models = inputs.models();
  }

  /** All sets that can be found. */
  static List<PredictionSet> of(Inputs inputs) {
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
    load(data, LoadTarget.JOBS).ifPresent(found::add);
    load(data, LoadTarget.GPUS).ifPresent(found::add);
    models.durations().flatMap(model -> durations(model, data)).ifPresent(found::add);
    models.packing().flatMap(packing -> pairs(packing, data)).ifPresent(found::add);
  }

  private Optional<PredictionSet> csv(String name, Model model) {
    if (!(model.task() instanceof Task.Regression)) {
      return Optional.empty();
    }
    Table table = new ObservationFinder(inputs).find(name, model).orElseThrow().table();
    String target = model.provenance().target();
    Column column = table.find(target).orElse(null);
    if (!(column instanceof NumericColumn actual)) {
      return Optional.empty();
    }
    int[] rows = IntStream.range(0, actual.size()).filter(row -> !actual.isMissing(row)).toArray();
    double[] predicted = model.predict(table).values();
    return set(
        new PredictionSet.Head(name, target, target, false, "for the rows of the CSV file"),
        Arrays.stream(rows).mapToDouble(actual::value).toArray(),
        Arrays.stream(rows).mapToDouble(row -> predicted[row]).toArray());
  }

  private static Optional<PredictionSet> set(
      PredictionSet.Head head, double[] actual, double[] predicted) {
    return actual.length == 0
        ? Optional.empty()
        : Optional.of(new PredictionSet(head, actual, predicted));
  }

  private Optional<PredictionSet> load(DatasetReader data, LoadTarget target) {
    return LoadComparison.of(inputs.models(), data, target)
        .flatMap(comparison ->
            set(
                new PredictionSet.Head(
                    target == LoadTarget.JOBS ? "load-jobs" : "load-gpus",
                    comparison.title(),
                    comparison.unit(),
                    false,
                    comparison.source()),
                comparison.actual(),
                comparison.predicted()));
  }

  private Optional<PredictionSet> durations(WorkloadModel model, DatasetReader data) {
    Trace trace = FirstJobs.of(data.trace());
    double[] actual = new double[trace.size()];
    double[] predicted = new double[trace.size()];
    Estimates estimates = WorkloadEstimator.estimates(model, trace, data.origin());
    for (int row = 0; row < actual.length; row++) {
      actual[row] = Math.max(1, trace.durationSeconds(row));
      predicted[row] = Math.max(1, estimates.seconds(row));
    }
    String source = isInSample(data) ? IN_SAMPLE : OUT_OF_SAMPLE;
    return set(
        new PredictionSet.Head("duration", "durations", "duration", true, source),
        actual,
        predicted);
  }

  private boolean isInSample(DatasetReader data) {
    return models.dataHash().filter(data.contentHash()::equals).isPresent();
  }

  private Optional<PredictionSet> pairs(PackingModels packing, DatasetReader data) {
    PairMatrix matrix = packing.matrix(data.profiles());
    int count = matrix.workloads().size();
    if (matrix.predicted().workloads().isEmpty()) {
      return Optional.empty();
    }
    int[] measured =
        IntStream.range(0, count * count)
            .filter(i -> !Double.isNaN(matrix.measured().rate(i / count, i % count)))
            .toArray();
    String source = isInSample(data) ? IN_SAMPLE : OUT_OF_SAMPLE;
    return set(
        new PredictionSet.Head(
            "pair-speed", "speeds beside another workload", "relative speed", false, source),
        Arrays.stream(measured)
            .mapToDouble(i -> matrix.measured().rate(i / count, i % count))
            .toArray(),
        Arrays.stream(measured)
            .mapToDouble(i -> matrix.predicted().rate(i / count, i % count))
            .toArray());
  }
}
