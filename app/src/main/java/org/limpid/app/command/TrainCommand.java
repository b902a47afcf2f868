package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.models.ModelsTraining;
import org.limpid.models.ModelsTrainingReport;
import org.limpid.predictor.ThroughputPreset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    customSynopsis = "limpid train --data=DIR --out=MODELS [OPTIONS]",
    description = {
      "Train the three models of Lucid on a data set: which workloads may share GPUs, how long jobs"
          + " run, how many jobs come.",
      "What can't be trained is left out, and said."
    },
    footer = {
      "%nExamples:",
      "  limpid train --data venus --out models",
      "  limpid model explain models/throughput-jobs.json"
    })
final class TrainCommand extends CommandInSession {
  @Mixin private SharedOptions.DataSet data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "MODELS",
      description = "Folder for the models, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace older models in that folder.")
  private boolean overwrite;

  @Option(
      names = "--durations",
      paramLabel = "SET",
      converter = Choices.DurationFeatures.class,
      completionCandidates = Choices.DurationFeatures.class,
      defaultValue = "without-profile",
      description =
          "What durations are estimated from: ${COMPLETION-CANDIDATES}. In the Venus data the"
              + " profile gives the answer away. Default: ${DEFAULT-VALUE}.")
  private FeatureSet durations;

  @Option(
      names = "--duration-model",
      paramLabel = "FORM",
      converter = Choices.DurationForms.class,
      completionCandidates = Choices.DurationForms.class,
      defaultValue = "readable",
      description =
          "How the model of durations is made: ${COMPLETION-CANDIDATES}. The readable one has at"
              + " most twelve features, whose effects are factors; the large one has all. Default:"
              + " ${DEFAULT-VALUE}.")
  private DurationForm durationForm;

  @Option(
      names = "--load",
      paramLabel = "PRESET",
      converter = Choices.LoadPresets.class,
      completionCandidates = Choices.LoadPresets.class,
      defaultValue = "squared",
      description =
          "Configuration of the models of the load: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}, which predicts means.")
  private ThroughputPreset load;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print what was trained as JSON.")
  private boolean json;

  @Override
  public void run() {
    ModelsTraining.Request request =
        new ModelsTraining.Request(
            data.folder(),
            out,
            overwrite,
            load,
            new DurationKind(durations, durationForm),
            threads.value(),
            session().commandLine());
    ModelsTraining.Result training = ModelsTraining.run(request, session().reporter(json));
    training.models().orRefuse();
    ModelsTrainingReport report = new ModelsTrainingReport(out, training);
    print(json, () -> Json.text(report.toJson()), report.notices(), report::toText);
  }
}
