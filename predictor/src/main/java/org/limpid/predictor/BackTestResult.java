package org.limpid.predictor;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;

/**
 * What a {@link BackTest} predicted and how good that was.
 *
 * @param configuration name of the configuration
 * @param target what was predicted
 * @param firstSlot position in the series of the first slot that was predicted
 * @param truth what was submitted in each slot
 * @param predicted what was predicted for each slot; may lie slightly below 0
 * @param counted how many of these slots, from the first one on, tell how good that was: those up
 *     to the last submission of the series
 * @param stretches one per training, in the order of time; those with slots that count
 */
public record BackTestResult(
    String configuration,
    LoadTarget target,
    int firstSlot,
    double[] truth,
    double[] predicted,
    int counted,
    List<Stretch> stretches) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final List<Metric> METRICS =
      List.of(Metric.MAE, Metric.RMSE, Metric.R2, Metric.SPEARMAN);

  public BackTestResult {
    truth = truth.clone();
    predicted = predicted.clone();
    stretches = List.copyOf(stretches);
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          "expected %d predictions, found %d".formatted(truth.length, predicted.length));
    }
  }

  /**
   * The slots that one model predicted.
   *
   * @param from start of the first slot, wall clock of the cluster
   * @param to end of the last slot
   * @param trainedSlots slots that the model was trained on
   * @param evaluation how good the predictions were
   */
  public record Stretch(
      LocalDateTime from, LocalDateTime to, long trainedSlots, Evaluation evaluation) {}

  /** Number of slots. */
  public int size() {
    return truth.length;
  }

  /** A copy of what was submitted in each slot. */
  @Override
  public double[] truth() {
    return truth.clone();
  }

  /** A copy of what was predicted for each slot. */
  @Override
  public double[] predicted() {
    return predicted.clone();
  }

  /** How good all predictions together were, up to the last submission. */
  public Evaluation overall() {
    double[][] outputs = new double[counted][];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = new double[] {predicted[row]};
    }
    return Evaluation.of(
        new Target.Numbers(target.column(), Arrays.copyOf(truth, counted)),
        new Predictions(new Task.Regression(), outputs));
  }

  /**
   * The result as a table of texts: a header, a row per stretch, and a row of all together.
   * Columns: start and end of the stretch, slots trained on, slots predicted, MAE, RMSE, R2,
   * Spearman.
   */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("from", "to", "trained on", "slots", "MAE", "RMSE", "R2", "Spearman"));
    for (Stretch stretch : stretches) {
      rows.add(
          row(
              TIME.format(stretch.from()),
              TIME.format(stretch.to()),
              Long.toString(stretch.trainedSlots()),
              stretch.evaluation()));
    }
    rows.add(row("all", "", "", overall()));
    return List.copyOf(rows);
  }

  private static List<String> row(
      String from, String to, String trainedSlots, Evaluation evaluation) {
    List<String> row =
        new ArrayList<>(List.of(from, to, trainedSlots, Integer.toString(evaluation.rowCount())));
    METRICS.forEach(
        metric -> row.add(String.format(Locale.ROOT, "%.4f", evaluation.value(metric))));
    return List.copyOf(row);
  }
}
