package org.limpid.experiment.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.files.Extras;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainingSet;

/**
 * Boosted trees and random forests of the libraries in the module {@code baselines}. Boosted trees
 * learn the quantile, a forest the mean, which the calibration makes a quantile.
 */
final class LibraryLearners {
  /**
   * Most moments that a model of {@link ChainInputs#RAW} learns from: as many as Mirage has samples
   * of this log, 684 windows with seven each.
   */
  static final int MOST_RAW = 4788;

  private LibraryLearners() {}

  /** All of them, whether their module is there or not. */
  static List<ChainLearner> all() {
    return List.of(
        boosted("boosted-trees", ChainInputs.READABLE, Map.of("min_leaf", "30")),
        boosted(
            "boosted-trees-raw",
            ChainInputs.RAW,
            Map.of("min_leaf", "30", "max_bins", "63", "feature_fraction", "0.2")),
        forest("random-forest", ChainInputs.READABLE, Map.of()),
        forest("random-forest-raw", ChainInputs.RAW, Map.of("features_per_split", "200")));
  }

  private static ChainLearner boosted(
      String name, ChainInputs inputs, Map<String, String> parameters) {
    return learner(
        name,
        inputs,
        "lightgbm-quantile",
        quantile -> {
          Map<String, String> all = new LinkedHashMap<>(parameters);
          all.put("quantile", Double.toString(quantile));
          return all;
        });
  }

  private static ChainLearner forest(
      String name, ChainInputs inputs, Map<String, String> parameters) {
    return learner(
        name,
        inputs,
        "random-forest",
        _ -> {
          Map<String, String> all =
              new LinkedHashMap<>(
                  Map.of("trees", "50", "min_leaf", "10", "subsample", "0.5", "max_bins", "255"));
          all.putAll(parameters);
          return all;
        });
  }

  private static ChainLearner learner(
      String name,
      ChainInputs inputs,
      String method,
      DoubleFunction<Map<String, String>> parameters) {
    return new CalibratedLearner(
        name,
        inputs == ChainInputs.RAW,
        lessons ->
            fit(lessons, inputs, trainer(method, parameters.apply(lessons.price().quantile()))));
  }

  /**
   * Finds a method on the class path.
   *
   * @throws org.limpid.files.DataException if its module isn't there
   */
  private static Trainer<?> trainer(String method, Map<String, String> parameters) {
    return libraries()
        .trainer(method, parameters)
        .orElseThrow(() -> new IllegalStateException("baselines has no method " + method));
  }

  private static TrainerCatalog libraries() {
    return Extras.require(TrainerCatalog.class, "baselines");
  }

  /**
   * Checks for the libraries before much is computed for them.
   *
   * @throws org.limpid.files.DataException if one of the learners needs them, and they aren't on
   *     the class path
   */
  static void requireLibraries(List<ChainLearner> learners) {
    List<String> names = all().stream().map(ChainLearner::name).toList();
    if (learners.stream().map(ChainLearner::name).anyMatch(names::contains)) {
      libraries();
    }
  }

  private static WaitModel fit(ChainLessons lessons, ChainInputs inputs, Trainer<?> trainer) {
    List<ChainLesson> learnt =
        inputs == ChainInputs.RAW ? thinned(lessons.lessons(), MOST_RAW) : lessons.lessons();
    double[] waits = learnt.stream().mapToDouble(ChainLesson::waitHours).toArray();
    if (DoubleStream.of(waits).distinct().count() == 1) {
      return () -> _ -> waits[0];
    }
    Model model =
        trainer.train(
            TrainingSet.of(
                inputs.table(learnt.stream().map(ChainLesson::sight).toList(), lessons.origin()),
                new Target.Numbers(WaitTrainer.TARGET, waits)));
    return () -> {
      Row row = model.newRow();
      return sight -> {
        double[] values = inputs.values(sight, lessons.origin());
        for (int place = 0; place < values.length; place++) {
          row.set(place, values[place]);
        }
        return model.predict(row);
      };
    };
  }

  /** At most so many of the items, at equal distances. */
  static <T> List<T> thinned(List<T> items, int most) {
    int step = Math.max(1, Math.ceilDiv(items.size(), most));
    return IntStream.iterate(0, place -> place < items.size(), place -> place + step)
        .mapToObj(items::get)
        .toList();
  }
}
