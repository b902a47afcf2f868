package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.files.Words;
import org.limpid.models.tool.ModelPrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "predict",
    description = {
      "Predict for every row of a CSV file.",
      "OUT has the column prediction and, for classes, p_<class>: the probability of each. Of a"
          + " survival model it has the column median."
    },
    footer = {
      "%nExamples:",
      "  limpid model predict price.json --csv new-houses.csv --out prices.csv",
      "  limpid model predict price.json --csv a.csv --keep id --contributions --out b.csv",
      "  limpid model predict loan.json --csv loans.csv --out risks.csv --uncertainty"
    })
final class ModelPredictCommand extends CommandInSession {
  @Mixin private SharedOptions.ModelFile model;

  @Option(
      names = "--csv",
      required = true,
      paramLabel = "FILE",
      description = "Rows to predict for, with the columns that the model knows.")
  private Path csv;

  @Mixin private SharedOptions.MadeFile output;

  @Option(
      names = "--uncertainty",
      description =
          "Add deviation, or deviation_<class>: the standard deviation over the model's bags.")
  private boolean uncertainty;

  @Option(
      names = "--contributions",
      description = {
        "Add what each prediction is made of: score, intercept, and contribution_<term> for each"
            + " term.",
        "The score is their sum; the prediction is made of it, for regressions mostly the same."
      })
  private boolean contributions;

  @Option(
      names = "--quantiles",
      converter = NumberInRange.Shares.class,
      paramLabel = "SHARE,...",
      description =
          "Of a survival model: add quantile_<share>, the time by which this share has ended.")
  private List<CommaList<Double>> quantiles = List.of();

  @Option(
      names = "--at",
      converter = NumberInRange.Times.class,
      paramLabel = "TIME,...",
      description =
          "Of a survival model: add survival_<time>, the probability to last beyond this time.")
  private List<CommaList<Double>> times = List.of();

  @Option(
      names = "--keep",
      converter = CommaList.Texts.class,
      paramLabel = "COLUMN,...",
      description = "Columns of the CSV file to put before the predictions, such as an id.")
  private List<CommaList<String>> kept = List.of();

  @Mixin private SharedOptions.SafeCsv safeCsv;

  @Override
  public void run() {
    ModelPrediction.Request request =
        new ModelPrediction.Request(
            model.path(),
            csv,
            CommaList.join(kept),
            uncertainty,
            contributions,
            CommaList.join(quantiles),
            CommaList.join(times),
            safeCsv.forOthers(),
            output.value());
    int rows = ModelPrediction.run(request, session().reporter(), session()::notice);
    session().notice("Predicted for %s, in %s.".formatted(Words.count(rows, "row"), output.path()));
  }
}
