package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.experiment.synergy.SynergyDivision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "allocate",
    description = {
      "Divide the CPUs and the memory of a cluster among jobs so that the sum of their speeds is"
          + " the largest, and put them on servers.",
      "No job is slower than with its fair share. Beside it stands what Synergy's tune reaches."
    },
    footer = {
      "%nExample:",
      "  limpid allocate jobs.csv --cluster default_cluster.ini --models model_zoo.json"
    })
final class AllocateCommand extends CommandInSession {
  @Parameters(
      paramLabel = "FILE",
      description = "Table of jobs with the columns job_id, model and gpu_num.")
  private Path jobs;

  @Option(
      names = "--cluster",
      required = true,
      paramLabel = "FILE",
      description = "Servers of the cluster, such as default_cluster.ini.")
  private Path cluster;

  @Option(
      names = "--models",
      required = true,
      paramLabel = "FILE",
      description = "Profiles of the models, model_zoo.json.")
  private Path models;

  @Option(
      names = "--model-set",
      paramLabel = "NAME",
      description = "Which of its sets (that for the CPUs per GPU of the cluster).")
  private Optional<String> modelSet;

  @Option(names = "--json", description = "Print the allocation as JSON.")
  private boolean json;

  @Override
  public void run() {
    SynergyDivision division = SynergyDivision.of(jobs, cluster, models, modelSet);
    if (json) {
      session().json(division.toJson());
    } else {
      session().result(division.toText());
    }
  }
}
