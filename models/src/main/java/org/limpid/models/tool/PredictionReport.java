package org.limpid.models.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.interpret.evaluate.Calibration;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How good predicted numbers or classes are.
 *
 * @param target column that was predicted
 * @param weights column that says how much each row counts, if there is one
 * @param evaluation the figures
 * @param calibration for two classes how often the second one came for how probable it was; empty
 *     for others
 * @param trainedOn how many of the rows the model recognises from its training
 */
public record PredictionReport(
    String target,
    Optional<String> weights,
    Evaluation evaluation,
    List<Calibration.Bin> calibration,
    RowSketch.Found trainedOn)
    implements EvaluationReport {
  public PredictionReport {
    calibration = List.copyOf(calibration);
  }

  @Override
  public String toText() {
    TextTable table = new TextTable(2);
    for (Metric metric : evaluation.metrics()) {
      table.line(
          metric.metricName(), metric.description(), NumberText.rounded(evaluation.value(metric)));
    }
    String weighted = weights.map(" weighted by "::concat).orElse("");
    String head =
        "%s in %s%s\n".formatted(target, Words.count(evaluation.rowCount(), "row"), weighted);
    return calibration.isEmpty() ? head + table : head + table + "\n" + calibrationTable();
  }

  private TextTable calibrationTable() {
    TextTable table = new TextTable(1).line("predicted", "rows", "mean predicted", "observed");
    for (Calibration.Bin bin : calibration) {
      table.line(
          "%s to %s".formatted(NumberText.exact(bin.lower()), NumberText.exact(bin.upper())),
          Integer.toString(bin.count()),
          NumberText.rounded(bin.meanPredicted()),
          NumberText.rounded(bin.observedShare()));
    }
    return table;
  }

  /** Says if rows are the same as those that the model was trained on. */
  @Override
  public Optional<String> notice() {
    if (trainedOn.trained() == 0) {
      return Optional.empty();
    }
    String checked =
        trainedOn.known() == trainedOn.all()
            ? String.format(
                Locale.ROOT, "%,d of the %,d rows", trainedOn.trained(), trainedOn.all())
            : String.format(
                Locale.ROOT,
                "%,d of %,d rows that could be checked, of %,d in all,",
                trainedOn.trained(),
                trainedOn.known(),
                trainedOn.all());
    return Optional.of(
        "%s have the values of rows that it was trained on: what it says of them doesn't tell how"
                .formatted(checked)
            + " good it is on others.");
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("target", target);
    json.put("rows", evaluation.rowCount());
    weights.ifPresent(column -> json.put("weights", column));
    json.put("trainedOn", trainedOn);
    json.putAll(evaluation.toMap());
    if (!calibration.isEmpty()) {
      json.put("calibration", calibration);
    }
    return json;
  }
}
