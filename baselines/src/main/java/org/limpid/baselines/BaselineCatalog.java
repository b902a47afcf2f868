package org.limpid.baselines;

import java.util.List;
import java.util.Map;
import org.limpid.baselines.method.Ability;
import org.limpid.baselines.method.BaselineTrainer;
import org.limpid.baselines.method.Method;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainerCatalog;

/**
 * All {@link Baselines}, for programs that look for trainers on their class path. Smile's defaults
 * of 500 trees take minutes on the features of a month of jobs, so its methods have the number of
 * trees and the learning rate of scikit-learn. Tribuo's CART copies its data at every split, and is
 * held to 6 levels, as the tree of the reference figures. All other parameters are the defaults.
 */
public final class BaselineCatalog implements TrainerCatalog {
  private static final Map<String, String> FOREST = Map.of("trees", "100");
  private static final Map<String, String> BOOSTING =
      Map.of("trees", "100", "learning_rate", "0.1");
  private static final Map<String, Map<String, String>> CHANGES =
      Map.of(
          "cart",
          Map.of("max_depth", "6"),
          "random-forest",
          FOREST,
          "gradient-boosting",
          BOOSTING,
          "additive-boosting",
          BOOSTING);

  @Override
  public List<Offer> offers(Task task) {
    Ability needed =
        switch (task) {
          case Task.Regression _ -> Ability.REGRESSION;
          case Task.Classification _ -> Ability.CLASSIFICATION;
        };
    return Baselines.all().stream()
        .filter(method -> method.can(needed))
        .map(method -> new Offer(trainer(method), method.can(Ability.MISSING_VALUES)))
        .toList();
  }

  private static BaselineTrainer trainer(Method method) {
    return method.trainer(CHANGES.getOrDefault(method.name(), Map.of()));
  }
}
