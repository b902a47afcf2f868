package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.models.ModelFolder;
import org.limpid.models.TrainedModels;
import org.limpid.models.tool.EditStep;
import org.limpid.results.RunOptions;
import org.limpid.results.WorkloadPrediction;

/** Predictions by the models of a folder. Immutable. */
public final class ModelsSource implements PredictionSource {
  private final Path folder;
  private final TrainedModels models;
  private final Set<WorkloadPrediction> predicted;
  private final List<EditStep> edits;
  private final UnaryOperator<WorkloadTrainer> fits;

  /**
   * @param folder where the models are
   * @param models what is there
   * @param predicted what is predicted of workloads
   */
  public ModelsSource(Path folder, TrainedModels models, Set<WorkloadPrediction> predicted) {
    this(folder, models, predicted, List.of(), UnaryOperator.identity());
  }

  private ModelsSource(
      Path folder,
      TrainedModels models,
      Set<WorkloadPrediction> predicted,
      List<EditStep> edits,
      UnaryOperator<WorkloadTrainer> fits) {
    this.folder = folder;
    this.models = models;
    this.predicted = Set.copyOf(predicted);
    this.edits = List.copyOf(edits);
    this.fits = fits;
  }

  /** The same with changes of every model of durations, as soon as it is trained. */
  public ModelsSource edited(List<EditStep> steps) {
    return new ModelsSource(folder, models, predicted, steps, fits);
  }

  /** The same for many runs that are alike up to some second: what they all learn is kept. */
  public ModelsSource remembering() {
    return new ModelsSource(folder, models, predicted, edits, new RememberedFits()::of);
  }

  /** Names of the features that models of durations of some data may have. */
  public List<String> durationFeatures(SimulationData data) {
    DurationKind kind = models.durationKind();
    return WorkloadEstimator.featureNames(data.trace(), data.reader().origin(), kind.features())
        .stream()
        .filter(
            name -> kind.form() == DurationForm.LARGE || kind.features().readable().contains(name))
        .toList();
  }

  /** Whether effects on durations are factors, and not seconds. */
  public boolean areDurationsOfFactors() {
    return models.durationKind().form() == DurationForm.READABLE;
  }

  @Override
  public PolicyPredictions of(SimulationData data) {
    return new ModelPredictions(models, data, predicted, edits, fits);
  }

  @Override
  public Optional<RunOptions.Models> models() {
    return Optional.of(
        new RunOptions.Models(folder, Optional.of(ModelFolder.contentHash(folder)), predicted));
  }
}
