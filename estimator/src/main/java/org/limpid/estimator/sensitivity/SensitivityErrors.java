package org.limpid.estimator.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.limpid.data.ResourceProfiles;

/**
 * How far predictions are off for deep-learning models that the learner has not seen: each is held
 * out, but for its {@link SensitivityProbe four known speeds}. An error is a factor: 1.25 says that
 * speeds are predicted 1.25 times too high or too low on average, by the mean of absolute
 * logarithms.
 *
 * @param models one per deep-learning model, in the order of their profiles
 * @param all over all points
 */
public record SensitivityErrors(List<OfModel> models, OfModel all) {
  /** What the row over all points is called. */
  public static final String ALL = "all";

  public SensitivityErrors {
    models = List.copyOf(models);
  }

  /**
   * Errors of one deep-learning model that was held out.
   *
   * @param model its name
   * @param points how many speeds were predicted
   * @param glassBox error of the glass-box model
   * @param meanTable error of the mean speed of all other models with the same CPUs and memory
   * @param nearest error of the speeds of the one whose known speeds are most alike
   * @param largest largest error of the glass-box model at one point
   */
  public record OfModel(
      String model,
      int points,
      double glassBox,
      double meanTable,
      double nearest,
      double largest) {}

  /** The errors at one point, as absolute logarithms. */
  private record Miss(double glassBox, double meanTable, double nearest) {}

  /**
   * Holds out each model in turn.
   *
   * @return no models and NaN if there are too few to learn from without one of them
   */
  public static SensitivityErrors of(SensitivityTrainer trainer, ResourceProfiles profiles) {
    List<SensitivityPoint> points = trainer.points(profiles);
    List<String> names = points.stream().map(SensitivityPoint::model).distinct().toList();
    List<OfModel> models = new ArrayList<>();
    List<Miss> all = new ArrayList<>();
    if (names.size() > SensitivityTrainer.FEWEST_MODELS) {
      for (String name : names) {
        List<Miss> misses = misses(trainer, points, name);
        models.add(summary(name, misses));
        all.addAll(misses);
      }
    }
    return new SensitivityErrors(models, summary(ALL, all));
  }

  private static List<Miss> misses(
      SensitivityTrainer trainer, List<SensitivityPoint> points, String name) {
    List<SensitivityPoint> others =
        points.stream().filter(point -> !point.model().equals(name)).toList();
    SensitivityModel model = trainer.train(others);
    return points.stream()
        .filter(point -> point.model().equals(name))
        .map(point ->
            new Miss(
                Math.abs(model.logSpeed(point) - point.logSpeed()),
                Math.abs(mean(others, point) - point.logSpeed()),
                Math.abs(nearest(others, point) - point.logSpeed())))
        .toList();
  }

  /** Mean logarithm of speed with the same CPUs and memory; of all, where none has such a point. */
  private static double mean(List<SensitivityPoint> others, SensitivityPoint held) {
    return others.stream()
        .filter(held::isBeside)
        .mapToDouble(SensitivityPoint::logSpeed)
        .average()
        .orElseGet(() ->
            others.stream().mapToDouble(SensitivityPoint::logSpeed).average().orElse(Double.NaN));
  }

  /** The first of those that are equally near. */
  private static double nearest(List<SensitivityPoint> others, SensitivityPoint held) {
    return others.stream()
        .filter(held::isBeside)
        .min(Comparator.comparingDouble(point -> point.probe().distance(held.probe())))
        .map(SensitivityPoint::logSpeed)
        .orElseGet(() -> mean(others, held));
  }

  private static OfModel summary(String model, List<Miss> misses) {
    return new OfModel(
        model,
        misses.size(),
        factor(misses, Miss::glassBox),
        factor(misses, Miss::meanTable),
        factor(misses, Miss::nearest),
        Math.exp(misses.stream().mapToDouble(Miss::glassBox).max().orElse(Double.NaN)));
  }

  private static double factor(List<Miss> misses, ToDoubleFunction<Miss> part) {
    return Math.exp(misses.stream().mapToDouble(part).average().orElse(Double.NaN));
  }
}
