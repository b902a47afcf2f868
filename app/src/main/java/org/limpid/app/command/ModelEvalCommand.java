package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.models.tool.EvaluationReport;
import org.limpid.models.tool.ModelEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "eval",
    description = {
      "Compare predictions with what was observed, best on rows that the model was not trained on.",
      "For numbers MAE, RMSE, R2 and rank correlation; for classes log loss, AUC, accuracy and"
          + " calibration; of survival models concordance, Brier score and calibration."
    },
    footer = {
      "%nExamples:",
      "  limpid model eval price.json --csv test.csv --target price",
      "  limpid model eval default.json --csv test.csv --target default --json",
      "  limpid model eval price.json --csv test.csv --weights share"
    })
final class ModelEvalCommand extends CommandInSession {
  @Mixin private SharedOptions.ModelFile model;

  @Option(
      names = "--csv",
      required = true,
      paramLabel = "FILE",
      description = "Rows with the columns that the model knows and the target.")
  private Path csv;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      converter = Converters.ColumnName.class,
      description = "Column that was observed; by default the one that the model was trained on.")
  private Optional<String> target;

  @Option(
      names = "--weights",
      paramLabel = "COLUMN",
      converter = Converters.ColumnName.class,
      description = "Column that says how much each row counts.")
  private Optional<String> weights;

  @Option(
      names = "--at",
      converter = NumberInRange.Times.class,
      paramLabel = "TIME,...",
      description =
          "Of a survival model: times at which to compare how many last longer. By default those by"
              + " which a quarter, half and three quarters have ended.")
  private List<CommaList<Double>> times = List.of();

  @Option(names = "--json", description = "Print all figures as JSON.")
  private boolean json;

  @Override
  public void run() {
    EvaluationReport report =
        ModelEvaluation.run(
            new ModelEvaluation.Request(model.path(), csv, target, weights, CommaList.join(times)),
            session()::notice);
    List<String> notices = report.notice().stream().toList();
    print(json, () -> Json.text(report.toJson()), notices, report::toText);
  }
}
