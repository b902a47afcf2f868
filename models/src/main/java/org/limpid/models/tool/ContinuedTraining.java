package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.edit.ModelContinuation;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.survival.SurvivalModel;

/** Trains a model of a file on, with rows that are read as the model knows its columns. */
final class ContinuedTraining {
  private final EbmModel former;
  private final TrainingRequest request;
  private final TrainingSet data;

  /**
   * Reads the model and the rows.
   *
   * @param notices receives how the file was understood
   * @throws DataException if a file cannot be read, or they do not fit each other
   */
  ContinuedTraining(Path model, TrainingRequest request, List<String> notices) {
    this.request = request;
    former = ModelEdit.readEbm(model, "--continue");
    if (SurvivalModel.of(former).isPresent()) {
      throw SurvivalTraining.unfit(model, "--continue");
    }
    checkTarget(model);
    ModelEvaluation.Observed observed =
        ModelEvaluation.observed(
            former, request.csv(), request.target(), request.weights(), notices::add);
    data = trainingSet(observed);
  }

  private void checkTarget(Path model) {
    String known = former.provenance().target();
    if (!known.isEmpty() && !known.equals(request.target())) {
      throw new DataException(
          Problem.of(
              model.toString(),
              "the model predicts %s, not %s".formatted(known, request.target()),
              "Maybe another model or another --target was meant."));
    }
  }

  private TrainingSet trainingSet(ModelEvaluation.Observed observed) {
    List<String> names = former.features().stream().map(Feature::name).toList();
    TrainingSet set =
        TrainingSet.of(observed.table().select(names), observed.target()).withNominal(nominal());
    for (Feature feature : former.features()) {
      if (feature instanceof Feature.Ordinal ordinal) {
        set = set.withOrdinal(ordinal.name(), ordinal.categories());
      }
    }
    set = request.weights().isPresent() ? set.withWeights(observed.weights()) : set;
    return former.offset().map(set::withOffset).orElse(set);
  }

  private Set<String> nominal() {
    return former.features().stream()
        .filter(Feature.Nominal.class::isInstance)
        .map(Feature::name)
        .collect(Collectors.toSet());
  }

  EbmModel run(TrainingMonitor monitor) {
    return ModelContinuation.of(
        former, data, new EbmTrainer(parameters(), request.threads()), monitor);
  }

  /** Those of the model, but for what was asked for: other pairs take the place of all of them. */
  private EbmParameters parameters() {
    EbmParameters known = ModelContinuation.parameters(former);
    boolean otherPairs =
        request.recipe().parameters().containsKey(EbmParameter.INTERACTIONS.parameterName());
    EbmParameters base = otherPairs ? known.with(EbmParameter.PAIRS, "") : known;
    return Trainers.changed(base, request.recipe());
  }

  /** How good the model is on the rows of a file, if there is one: it may know any other row. */
  Optional<TestResult> test(EbmModel model, List<String> notices) {
    if (!(request.test() instanceof TestRows.OfFile file)) {
      return Optional.empty();
    }
    List<String> heard = new ArrayList<>();
    TestResult result = ModelTrial.ofFile(model, file.csv(), request, data.target(), heard::add);
    notices.addAll(heard);
    return Optional.of(result);
  }
}
