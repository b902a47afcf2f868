package org.limpid.estimator.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.limpid.data.ScalingCurves;
import org.limpid.estimator.scaling.ScalingPoint.Measured;
import org.limpid.interpret.model.Model;

/**
 * How far predictions are off for deep-learning models that the learner has not seen: each is held
 * out with all its curves. An error is a factor: 1.25 says that predictions are 1.25 times too high
 * or too low on average, by the mean of absolute logarithms.
 *
 * @param models one per deep-learning model, in the order of their curves
 * @param all over all points
 */
public record ScalingErrors(List<OfModel> models, OfModel all) {
  /** What the row over all points is called. */
  public static final String ALL = "all";

  public ScalingErrors {
    models = List.copyOf(models);
  }

  /**
   * Errors of one deep-learning model that was held out.
   *
   * @param model its name
   * @param points how many throughputs were predicted
   * @param glassBox error of the glass-box model
   * @param meanCurve error if every model scaled as the others do on average, by GPU count
   * @param linear error if every GPU brought what the first one does
   * @param largest largest error of the glass-box model at one point
   */
  public record OfModel(
      String model, int points, double glassBox, double meanCurve, double linear, double largest) {}

  /** The errors at one point, as absolute logarithms. */
  private record Miss(double glassBox, double meanCurve, double linear) {}

  /**
   * Holds out each model of the measured curves in turn.
   *
   * @return no models and NaN if there are too few points to learn from without one of them
   */
  public static ScalingErrors of(ScalingTrainer trainer, ScalingCurves curves) {
    List<Measured> points = Measured.of(ScalingTrainer.measured(curves), trainer.gpusPerNode());
    List<OfModel> models = new ArrayList<>();
    List<Miss> all = new ArrayList<>();
    for (String model : points.stream().map(Measured::model).distinct().toList()) {
      List<Measured> others =
          points.stream().filter(point -> !point.model().equals(model)).toList();
      if (others.size() >= ScalingTrainer.FEWEST_POINTS) {
        List<Measured> held = points.stream().filter(point -> point.model().equals(model)).toList();
        List<Miss> misses = misses(trainer, others, held);
        models.add(summary(model, misses));
        all.addAll(misses);
      }
    }
    return new ScalingErrors(models, summary(ALL, all));
  }

  private static List<Miss> misses(
      ScalingTrainer trainer, List<Measured> others, List<Measured> held) {
    Model trained = trainer.train(others);
    ScalingModel model = new ScalingModel(trained, trainer.gpusPerNode());
    List<Miss> misses = new ArrayList<>();
    for (Measured each : held) {
      ScalingPoint point = each.point();
      double actual = each.logEfficiency();
      double predicted =
          Math.log(model.efficiency(point.batchSize(), point.gpus(), point.oneGpuRate()));
      misses.add(
          new Miss(
              Math.abs(predicted - actual),
              Math.abs(mean(others, point.gpus()) - actual),
              Math.abs(actual)));
    }
    return misses;
  }

  /** Mean logarithm of efficiency on so many GPUs; of all, where none has such a point. */
  private static double mean(List<Measured> points, int gpus) {
    return points.stream()
        .filter(each -> each.point().gpus() == gpus)
        .mapToDouble(Measured::logEfficiency)
        .average()
        .orElseGet(() ->
            points.stream().mapToDouble(Measured::logEfficiency).average().orElse(Double.NaN));
  }

  private static OfModel summary(String model, List<Miss> misses) {
    return new OfModel(
        model,
        misses.size(),
        factor(misses, Miss::glassBox),
        factor(misses, Miss::meanCurve),
        factor(misses, Miss::linear),
        Math.exp(misses.stream().mapToDouble(Miss::glassBox).max().orElse(Double.NaN)));
  }

  private static double factor(List<Miss> misses, ToDoubleFunction<Miss> part) {
    return Math.exp(misses.stream().mapToDouble(part).average().orElse(Double.NaN));
  }
}
