package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.plots.workbench.JavaShell;
import org.limpid.plots.workbench.ShellFolders;
import org.limpid.plots.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "shell",
    customSynopsis = "limpid shell [--run=RESULTS] [--data=DIR] [--models=MODELS]",
    description = {
      "Open a Java shell on a run, a data set and models: tables of Tablesaw, charts of XChart,"
          + " models of Smile and Tribuo.",
      "They are the variables run, data and models."
    },
    footer = {"%nExample:", "  limpid shell --run results"})
final class ShellCommand extends CommandInSession {
  @Mixin private SharedOptions.RunAndData inputs;

  @Option(
      names = "--models",
      paramLabel = "MODELS",
      description = "Models: a folder that 'limpid train' made, or the file of a model.")
  private Optional<Path> models;

  @Override
  public void run() {
    require(
        inputs.run().isPresent() || inputs.data().isPresent() || models.isPresent(),
        "expected --run, --data or --models, what to look at");
    JavaShell shell = Workbench.find().shell(new ShellFolders(inputs.run(), inputs.data(), models));
    session().notice("To begin with:");
    shell.examples().forEach(line -> session().notice("  " + line));
    shell.open();
  }
}
