package org.limpid.app.command;

import org.limpid.experiment.chain.ChainValidation;
import org.limpid.experiment.chain.ValidationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "validate",
    customSynopsis =
        "limpid chain validate --data=DIR --models=MODELS --windows=N --from=T --out=OUT [OPTIONS]",
    description = {
      "Let a readable model say when to submit the second of two chained jobs, and compare the gap"
          + " or overlap that is left with that of the baselines.",
      "Every ten minutes while the first job runs: it is submitted when the predicted quantile of"
          + " its wait is no less than what is left of the first."
    },
    footer = {
      "%nExample:",
      "  limpid chain validate --data ls6-76 --models models --windows 156 --from 2023-03-01"
          + " --nodes 8 --out validation.csv"
    })
final class ChainValidateCommand extends CommandInSession {
  @Mixin private ChainOptions options;

  @Mixin private ChainOptions.ChosenModel model;

  @Mixin private SharedOptions.MadeFile file;

  @Option(names = "--json", description = "Print the table as JSON.")
  private boolean json;

  @Override
  public void run() {
    ValidationReport report =
        ChainValidation.run(
            options.value(), model.folder(), model.price(), file.value(), session().reporter(json));
    if (json) {
      session().json(report.toJson());
    } else {
      session().result(report.toText());
    }
    session().notice("The windows are in %s.".formatted(file.path()));
  }
}
