package org.limpid.analyzer.score;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/**
 * Share scores told by a model of the module {@code interpret}.
 *
 * @param model what predicts
 * @param target what it was trained to predict
 * @param features what it predicts from
 */
public record ModelScores(Model model, ScoreTarget target, List<ScoreFeature> features)
    implements ScoreModel {
  public ModelScores {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(target, "target");
    features = List.copyOf(features);
  }

  /**
   * The scores of a model that was saved.
   *
   * @throws DataException if it is not a model of share scores from {@link ScoreFeature#ALL}
   */
  public static ModelScores of(Model model) {
    List<String> asked = model.features().stream().map(Feature::name).toList();
    List<ScoreFeature> known =
        ScoreFeature.ALL.stream().filter(feature -> asked.contains(feature.column())).toList();
    String found = model.provenance().target();
    ScoreTarget target =
        Arrays.stream(ScoreTarget.values())
            .filter(candidate -> candidate.column().equals(found))
            .findFirst()
            .orElse(null);
    if (target == null || known.size() < asked.size()) {
      throw new DataException(
          Problem.of(
              model.provenance().trainer(),
              "expected a model of share scores from %s, found one of %s from %s"
                  .formatted(ScoreFeature.names(ScoreFeature.ALL), found, asked),
              "Maybe it is a model of something else."));
    }
    return new ModelScores(model, target, known);
  }

  @Override
  public int score(WorkloadProfile profile) {
    return target.score(outputs(profile), classes());
  }

  private double[] outputs(WorkloadProfile profile) {
    Row row = model.newRow();
    features.forEach(feature -> row.set(feature.column(), feature.value().applyAsDouble(profile)));
    double[] outputs = new double[model.task().outputCount()];
    model.predict(row, outputs);
    return outputs;
  }

  @Override
  public double[] probabilities(WorkloadProfile profile) {
    List<String> classes = classes();
    if (classes.isEmpty()) {
      return ScoreModel.super.probabilities(profile);
    }
    double[] outputs = outputs(profile);
    double[] probabilities = new double[SCORES];
    for (int k = 0; k < outputs.length; k++) {
      probabilities[Integer.parseInt(classes.get(k))] = outputs[k];
    }
    return probabilities;
  }

  private List<String> classes() {
    return model.task() instanceof Task.Classification classification
        ? classification.classes()
        : List.of();
  }
}
