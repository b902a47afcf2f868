package org.limpid.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.limpid.models.tool.ModelPrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limpid model predict}. */
@Command(
    name = "predict",
    description = {
      "Predict for every row of a CSV file.",
      "OUT has the column prediction and, for classes, p_<class>: the probability of each."
    },
    footer = {
      "%nExamples:",
      "  limpid model predict price.json --csv new-houses.csv --out prices.csv",
      "  limpid model predict loan.json --csv loans.csv --out risks.csv --uncertainty"
    })
final class ModelPredictCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ModelParameter model;

  @Option(
      names = "--csv",
      required = true,
      paramLabel = "FILE",
      description = "Rows to predict for, with the columns that the model knows.")
  private Path csv;

  @Mixin private OutputOptions output;

  @Option(
      names = "--uncertainty",
      description =
          "Add deviation, or deviation_<class>: the standard deviation over the model's bags.")
  private boolean uncertainty;

  @Mixin private SafeCsvOption safeCsv;

  ModelPredictCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ModelPrediction.Request request =
        new ModelPrediction.Request(
            model.path(), csv, uncertainty, safeCsv.forOthers(), output.value());
    int rows = ModelPrediction.run(request, session.reporter(), session::notice);
    session.notice("Predicted for %,d rows. They are in %s.".formatted(rows, output.path()));
    return ExitCode.SUCCESS;
  }
}
