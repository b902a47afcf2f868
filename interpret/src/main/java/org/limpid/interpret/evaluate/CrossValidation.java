package org.limpid.interpret.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/**
 * How good the models of a trainer are on rows that they did not learn from: an evaluation per
 * split, and one of the predictions for the test rows of all splits together. Immutable.
 */
public record CrossValidation(String trainer, List<Evaluation> folds, Evaluation pooled) {
  public CrossValidation {
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(pooled, "pooled");
    folds = List.copyOf(folds);
  }

  /**
   * Mean of a metric over the folds in which it is defined, and its sample standard deviation (n -
   * 1); {@code NaN} with no such fold, and with fewer than two.
   */
  public record Spread(double mean, double deviation) {}

  /**
   * Trains and tests once per split.
   *
   * @param splits at least one
   * @throws org.limpid.files.DataException if a model cannot be trained or does not fit the data
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  public static CrossValidation run(
      Trainer<?> trainer, TrainingSet data, List<Split> splits, TrainingMonitor monitor) {
    monitor.begin("cross-validation", splits.size());
    List<Evaluation> folds = new ArrayList<>();
    List<double[]> outputs = new ArrayList<>();
    for (Split split : splits) {
      Model model = trainer.train(data.rows(split.train()));
      TrainingSet test = data.rows(split.test());
      Predictions predictions = model.predict(test.inputs());
      folds.add(Evaluation.of(test.target(), predictions));
      outputs.addAll(Arrays.asList(predictions.outputs()));
      monitor.advance(1);
    }
    Target truth = data.target().rows(testRows(splits));
    Predictions all = new Predictions(truth.task(), outputs.toArray(double[][]::new));
    return new CrossValidation(trainer.name(), folds, Evaluation.of(truth, all));
  }

  public static CrossValidation run(Trainer<?> trainer, TrainingSet data, List<Split> splits) {
    return run(trainer, data, splits, TrainingMonitor.SILENT);
  }

  private static int[] testRows(List<Split> splits) {
    return splits.stream().flatMapToInt(split -> Arrays.stream(split.test())).toArray();
  }

  public Spread spread(Metric metric) {
    double[] values =
        folds.stream()
            .mapToDouble(fold -> fold.value(metric))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    return new Spread(mean, deviation);
  }
}
