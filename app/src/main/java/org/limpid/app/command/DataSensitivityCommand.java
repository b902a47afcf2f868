package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.experiment.sensitivity.SensitivityReport;
import org.limpid.interpret.json.ModelJson;
import org.limpid.models.tool.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sensitivity",
    description = {
      "Learn from the profiles of a data set what CPUs and memory bring a model of which four"
          + " speeds are known, and say how far a prediction is off.",
      "Each deep-learning model is held out in turn, beside the mean table and the nearest model."
    },
    footer = {
      "%nExamples:",
      "  limpid data sensitivity synergy --model sensitivity.json",
      "  limpid model explain sensitivity.json"
    })
final class DataSensitivityCommand extends CommandInSession {
  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Option(names = "--model", paramLabel = "FILE", description = "Write the model into this file.")
  private Optional<Path> file;

  @Option(names = "--overwrite", description = "Replace an older model.")
  private boolean overwrite;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print the errors as JSON.")
  private boolean json;

  @Override
  public void run() {
    Optional<OutputFile> model = file.map(path -> new OutputFile(path, overwrite));
    model.ifPresent(OutputFile::check);
    SensitivityReport report = SensitivityReport.of(DatasetReader.open(folder), threads.value());
    model.ifPresent(made -> made.write(bytes -> ModelJson.write(report.model().model(), bytes)));
    if (json) {
      session().json(report.toJson());
    } else {
      report.notices().forEach(session()::notice);
      session().result(report.toText());
    }
    file.ifPresent(path -> session().notice("The model is in %s.".formatted(path)));
  }
}
