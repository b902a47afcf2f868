package org.limpid.predictor;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.limpid.data.ThroughputSeries;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.table.Table;
import org.limpid.predictor.feature.LoadFeatures;

/**
 * A trained model of the load: predicts jobs or GPUs per slot from what was known an hour before.
 * Immutable and safe to share between threads where its {@link Model} is.
 */
public final class ThroughputModel {
  private final Model model;
  private final TrainingNote note;

  ThroughputModel(Model model, TrainingNote note) {
    this.model = Objects.requireNonNull(model, "model");
    this.note = Objects.requireNonNull(note, "note");
  }

  /** The model itself, to be explained. */
  public Model model() {
    return model;
  }

  /** What it was trained on. */
  public TrainingNote note() {
    return note;
  }

  /** What it predicts. */
  public LoadTarget target() {
    return note.target();
  }

  /** Features of the set that the model does without, as its series was too short for them. */
  public List<String> leftOut() {
    List<String> used = model.features().stream().map(Feature::name).toList();
    return note.features().featureNames().stream().filter(name -> !used.contains(name)).toList();
  }

  /**
   * Predictions for the slots that start at {@code from <= t < to} and have features, as the model
   * gives them: perhaps slightly below 0.
   *
   * @param from seconds since the origin of the series
   * @param to seconds since the origin of the series
   */
  public double[] predict(ThroughputSeries series, long from, long to) {
    SlotRange range = SlotRange.of(series, from, to, note.features().endSlot(series));
    return predict(series, range).values();
  }

  Predictions predict(ThroughputSeries series, SlotRange range) {
    Table features = note.features().table(series, range.from(), range.to());
    return model.predict(features);
  }

  /** How good the predictions for the slots that start at {@code from <= t < to} are. */
  public Evaluation evaluate(ThroughputSeries series, long from, long to) {
    SlotRange range = SlotRange.of(series, from, to, series.size());
    return Evaluation.of(target().values(series, range.from(), range.to()), predict(series, range));
  }

  /**
   * What has to be known of a model of the load beside the model itself.
   *
   * @param configuration name of the configuration
   * @param target what is predicted
   * @param features what it is predicted from
   * @param trainedFrom start of the first slot that was learnt from, wall clock of the cluster
   * @param trainedUntil end of the last slot that was learnt from
   * @param halfLifeDays how fast old slots lost weight; infinite if they did not
   */
  public record TrainingNote(
      String configuration,
      LoadTarget target,
      LoadFeatures features,
      LocalDateTime trainedFrom,
      LocalDateTime trainedUntil,
      double halfLifeDays) {
    public TrainingNote {
      Objects.requireNonNull(configuration, "configuration");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(features, "features");
      Objects.requireNonNull(trainedFrom, "trainedFrom");
      Objects.requireNonNull(trainedUntil, "trainedUntil");
    }
  }
}
