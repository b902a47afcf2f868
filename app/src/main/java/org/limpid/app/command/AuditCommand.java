package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.experiment.audit.Audit;
import org.limpid.experiment.audit.AuditReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    customSynopsis = "limpid audit --run=RESULTS [OPTIONS]",
    description = {
      "Show what wrong estimates cost: who waited for whom in the wrong order, and which term of"
          + " the model to look at.",
      "The run must have been made with --explain."
    },
    footer = {
      "%nExamples:",
      "  limpid audit --run results --policy lucid --models models",
      "  limpid audit --run results --policy qssf --json"
    })
final class AuditCommand extends CommandInSession {
  @Option(
      names = "--run",
      required = true,
      paramLabel = "RESULTS",
      description = "Results: a folder that 'limpid simulate --explain' made.")
  private Path run;

  @Mixin private SharedOptions.PolicyOfRun policy;

  @Option(
      names = "--models",
      paramLabel = "MODELS",
      description = "Models whose terms are named: a folder that 'limpid train' made.")
  private Optional<Path> models;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data set of the run. Default: where it was then.")
  private Optional<Path> data;

  @Option(names = "--all", description = "Show all jobs and features, not the costliest only.")
  private boolean all;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  @Override
  public void run() {
    AuditReport report = Audit.run(new Audit.Request(run, policy.name(), models, data));
    printPage(json, () -> Json.text(report.toJson()), report.notices(), () -> report.toPage(all));
  }
}
