package org.limpid.baselines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limpid.baselines.lightgbm.LightGbm;
import org.limpid.baselines.method.BaselineTrainer;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainerCatalog;

/**
 * All {@link Baselines}, for programs that look for trainers on their class path. Parameters are
 * the defaults of {@link Baselines} but for the changes below.
 */
public final class BaselineCatalog implements TrainerCatalog {
  private static final Set<String> READABLE = Set.of("cart");

  /** For numbers and classes, and either loss. */
  private static final Map<String, Map<String, String>> CHANGES =
      Map.of(
          "cart",
          Map.of("max_depth", "6", "max_bins", "255"),
          "random-forest",
          Map.of("trees", "50", "max_bins", "65535"),
          "gradient-boosting",
          Map.of("trees", "100", "learning_rate", "0.1", "max_bins", "65535"),
          "additive-boosting",
          Map.of("trees", "100", "learning_rate", "0.1", "max_bins", "65535"),
          "mlp",
          Map.of("epochs", "20", "min_steps", "2000"),
          "xgboost",
          Map.of("tree_method", "hist"));

  /** For numbers only: classes are learnt from few rows, which need all of them. */
  private static final Map<String, Map<String, String>> FOR_NUMBERS =
      Map.of(
          "random-forest",
          Map.of("trees", "30", "min_leaf", "20", "subsample", "0.5"),
          "gradient-boosting",
          Map.of("subsample", "0.5"),
          "additive-boosting",
          Map.of("subsample", "0.5"));

  private static final Map<Loss, Map<String, Map<String, String>>> LOSSES =
      Map.of(
          Loss.SQUARED_ERROR,
          Map.of(
              "gradient-boosting",
              Map.of("loss", "least_squares"),
              "additive-boosting",
              Map.of("loss", "least_squares"),
              "lightgbm",
              Map.of("objective", "regression")),
          Loss.ABSOLUTE_ERROR,
          Map.of(
              "gradient-boosting",
              Map.of("loss", "least_absolute_deviation"),
              "additive-boosting",
              Map.of("loss", "least_absolute_deviation"),
              "lightgbm",
              Map.of("objective", "regression_l1")));

  @Override
  public List<Offer> offers(Task task, Loss loss) {
    Ability needed =
        switch (task) {
          case Task.Regression _ -> Ability.REGRESSION;
          case Task.Classification _ -> Ability.CLASSIFICATION;
        };
    return Baselines.all().stream()
        .filter(method -> method.can(needed))
        .map(method -> offer(method, needed, loss))
        .toList();
  }

  /** {@inheritDoc} Beside {@link Baselines} it knows {@code lightgbm-quantile}. */
  @Override
  public Optional<Trainer<?>> trainer(String name, Map<String, String> changes) {
    return Stream.concat(Baselines.all().stream(), Stream.of(LightGbm.quantiles()))
        .filter(method -> method.name().equals(name))
        .findFirst()
        .map(method -> method.trainer(changes));
  }

  private static Offer offer(Method method, Ability needed, Loss loss) {
    return new Offer(
        trainer(method, needed, loss),
        READABLE.contains(method.name()),
        method.can(Ability.MISSING_VALUES));
  }

  private static BaselineTrainer trainer(Method method, Ability needed, Loss loss) {
    Map<String, String> changes = new HashMap<>(CHANGES.getOrDefault(method.name(), Map.of()));
    if (needed == Ability.REGRESSION) {
      changes.putAll(FOR_NUMBERS.getOrDefault(method.name(), Map.of()));
    }
    changes.putAll(LOSSES.get(loss).getOrDefault(method.name(), Map.of()));
    return method.trainer(changes);
  }
}
