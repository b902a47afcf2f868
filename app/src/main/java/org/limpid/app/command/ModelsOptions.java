package org.limpid.app.command;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.models.ModelFolder;
import org.limpid.models.TrainedModels;
import org.limpid.results.WorkloadPrediction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for runs with models of one's own. */
final class ModelsOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--models",
      paramLabel = "MODELS",
      description =
          "Models that 'limpid train' made: ${bundle:subject} then follows their forecast, and"
              + " learns durations anew every week of the run.")
  private Path models;

  @Option(
      names = "--predicted-scores",
      description = "Share scores are those of the models, not those of the data set.")
  private boolean predictedScores;

  @Option(
      names = "--predicted-pairs",
      description =
          "Pairs of workloads that were not measured run at the rates that the models predict, not"
              + " at full speed.")
  private boolean predictedPairs;

  /** Where predictions come from. */
  PredictionSource source() {
    if (models != null) {
      return source(models);
    }
    if (!predicted().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          (predictedScores ? "--predicted-scores" : "--predicted-pairs")
              + " needs --models, which predict them");
    }
    return PredictionSource.DATASET;
  }

  /** What the models of a folder say. */
  PredictionSource source(Path folder) {
    Set<WorkloadPrediction> predicted = predicted();
    TrainedModels read = ModelFolder.read(folder);
    if (predictedScores && read.packing().isEmpty()) {
      throw lacking(folder, "--predicted-scores", "model of share scores", "profiles of workloads");
    }
    if (predictedPairs && !read.predictsPairs()) {
      throw lacking(folder, "--predicted-pairs", "model of pairs", "measured pairs of workloads");
    }
    return new ModelsSource(folder, read, predicted);
  }

  private ParameterException lacking(Path folder, String option, String model, String data) {
    return new ParameterException(
        spec.commandLine(),
        "%s needs a %s, and %s has none. Maybe train on a data set with %s, or leave the option out."
            .formatted(option, model, folder, data));
  }

  private Set<WorkloadPrediction> predicted() {
    Set<WorkloadPrediction> predicted = EnumSet.noneOf(WorkloadPrediction.class);
    if (predictedScores) {
      predicted.add(WorkloadPrediction.SCORES);
    }
    if (predictedPairs) {
      predicted.add(WorkloadPrediction.PAIRS);
    }
    return predicted;
  }
}
