package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.experiment.scaling.PredictedScaling;
import org.limpid.experiment.scaling.ScalingReport;
import org.limpid.interpret.json.ModelJson;
import org.limpid.models.tool.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "scaling",
    description = {
      "Learn from the scaling curves of a data set what more GPUs bring, and say how far a"
          + " prediction is off for models that nobody measured.",
      "Each deep-learning model is held out in turn, beside linear scaling and the mean curve."
    },
    footer = {
      "%nExamples:",
      "  limpid data scaling site --model scaling.json",
      "  limpid model explain scaling.json",
      "  limpid data scaling site --out site-predicted"
    })
final class DataScalingCommand extends CommandInSession {
  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Option(
      names = "--learn-from",
      paramLabel = "DIR",
      description = "Data set with measured curves to learn from (default: this one).")
  private Optional<Path> teacher;

  @Option(names = "--model", paramLabel = "FILE", description = "Write the model into this file.")
  private Optional<Path> file;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description =
          "Folder for a data set in which jobs without a curve, and gaps in curves, have"
              + " predictions, which are marked.")
  private Optional<Path> out;

  @Option(names = "--overwrite", description = "Replace an older model or data set.")
  private boolean overwrite;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print the errors as JSON.")
  private boolean json;

  @Override
  public void run() {
    Optional<OutputFile> model = file.map(path -> new OutputFile(path, overwrite));
    model.ifPresent(OutputFile::check);
    DatasetReader source = DatasetReader.open(folder);
    PredictedScaling scaling =
        new PredictedScaling(
            source, teacher.map(DatasetReader::open).orElse(source), threads.value());
    ScalingReport report = scaling.train();
    model.ifPresent(made -> made.write(bytes -> ModelJson.write(report.model().model(), bytes)));
    Optional<String> predicted = out.map(path -> scaling.write(report.model(), path, overwrite));
    print(json, report::toJson, report.notices(), report::toText);
    predicted.ifPresent(session()::notice);
    out.ifPresent(path -> session().notice("The data set is in %s.".formatted(path)));
    file.ifPresent(path -> session().notice("The model is in %s.".formatted(path)));
  }
}
