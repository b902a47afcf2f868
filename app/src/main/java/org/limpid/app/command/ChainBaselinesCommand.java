package org.limpid.app.command;

import org.limpid.experiment.chain.BaselinesReport;
import org.limpid.experiment.chain.ChainBaselines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "baselines",
    customSynopsis = "limpid chain baselines --data=DIR --windows=N --from=T --out=OUT [OPTIONS]",
    description = {
      "Submit the second of two chained jobs when the first ends, or earlier by the recent mean"
          + " wait, and show the gap or overlap that is left.",
      "Jobs of a chain run for 48 h on a batch cluster as Mirage's artifact simulates it, in"
          + " windows of five days."
    },
    footer = {
      "%nExample:",
      "  limpid chain baselines --data ls6 --windows 156 --from 2023-03-01 --out baselines.csv"
    })
final class ChainBaselinesCommand extends CommandInSession {
  @Mixin private ChainOptions options;

  @Mixin private SharedOptions.MadeFile file;

  @Option(names = "--json", description = "Print the table as JSON.")
  private boolean json;

  @Override
  public void run() {
    BaselinesReport report =
        ChainBaselines.run(options.value(), file.value(), session().reporter(json));
    if (json) {
      session().json(report.toJson());
    } else {
      session().result(report.toText());
    }
    session().notice("The windows are in %s.".formatted(file.path()));
  }
}
