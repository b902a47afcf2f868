package org.limpid.models.tool;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.interpret.survival.SurvivalEvaluation;
import org.limpid.interpret.survival.SurvivalEvaluation.Group;
import org.limpid.interpret.survival.SurvivalEvaluation.Horizon;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How good survival curves are.
 *
 * @param duration column of the durations
 * @param evaluation the figures
 */
public record SurvivalReport(String duration, SurvivalEvaluation evaluation)
    implements EvaluationReport {
  @Override
  public String toText() {
    TextTable table =
        new TextTable(2)
            .line(
                "concordance",
                "Share of pairs in the right order",
                NumberText.rounded(evaluation.concordance()))
            .line(
                "integrated_brier",
                "Mean squared error of the curves",
                NumberText.rounded(evaluation.integratedBrier()))
            .line(
                "brier_without_model",
                "The same of one curve for all",
                NumberText.rounded(evaluation.brierWithoutModel()));
    String head =
        String.format(
            Locale.ROOT,
            "%s in %s; ended: %,d\n",
            duration,
            Words.count(evaluation.rowCount(), "row"),
            evaluation.endedCount());
    return evaluation.calibration().isEmpty() ? head + table : head + table + "\n" + calibration();
  }

  private TextTable calibration() {
    TextTable table = new TextTable(0).line("beyond", "rows", "mean predicted", "observed");
    for (Horizon horizon : evaluation.calibration()) {
      for (Group group : horizon.groups()) {
        table.line(
            NumberText.rounded(horizon.time()),
            Integer.toString(group.rowCount()),
            NumberText.rounded(group.meanPredicted()),
            NumberText.rounded(group.observed()));
      }
    }
    return table;
  }

  /** Whether rows were learnt from is not known: the model learns from periods. */
  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("duration", duration);
    json.put("rows", evaluation.rowCount());
    json.put("ended", evaluation.endedCount());
    json.put("concordance", evaluation.concordance());
    json.put("integrated_brier", evaluation.integratedBrier());
    json.put("brier_without_model", evaluation.brierWithoutModel());
    json.put("calibration", evaluation.calibration());
    return json;
  }
}
