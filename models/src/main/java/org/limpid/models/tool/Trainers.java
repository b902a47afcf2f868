package org.limpid.models.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.lookup.LookupTrainer;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.text.QuotedNames;
import org.limpid.interpret.tree.TreeTrainer;
import org.limpid.models.tool.TrainingRequest.Recipe;

/** Makes the trainer that a recipe asks for. */
public final class Trainers {
  private Trainers() {}

  /**
   * Finds out whether a recipe makes sense, whatever it is applied to.
   *
   * @throws IllegalArgumentException if a parameter does not exist or has no such value; the
   *     message names all of them, one per line
   */
  public static void check(Recipe recipe) {
    of(recipe, new Task.Regression(), 1);
  }

  static Trainer<?> of(Recipe recipe, Task task, int threads) {
    return switch (recipe.kind()) {
      case EBM -> new EbmTrainer(ebmParameters(recipe, task), threads);
      case TREE -> new TreeTrainer(TreeTrainer.readable().with(recipe.parameters()));
      case LINEAR -> new LinearTrainer(LinearTrainer.defaults().with(recipe.parameters()));
      case TABLE -> new LookupTrainer(LookupTrainer.defaults().with(recipe.parameters()));
    };
  }

  static EbmParameters ebmParameters(Recipe recipe, Task task) {
    EbmParameters defaults =
        switch (recipe.preset()) {
          case CURRENT -> EbmParameters.defaults(task);
          case FIRST -> EbmParameters.firstVersion(task);
        };
    return changed(defaults, recipe);
  }

  /** Parameters but for what a recipe says otherwise. */
  static EbmParameters changed(EbmParameters defaults, Recipe recipe) {
    Map<String, String> parameters = new LinkedHashMap<>(recipe.parameters());
    if (!recipe.monotone().isEmpty()) {
      parameters.put("monotone_constraints", constraints(recipe.monotone()));
    }
    return defaults.with(parameters);
  }

  private static String constraints(Map<String, Integer> monotone) {
    return monotone.entrySet().stream()
        .map(entry ->
            QuotedNames.amongSigns(entry.getKey()) + (entry.getValue() > 0 ? ": +1" : ": -1"))
        .collect(Collectors.joining("; "));
  }
}
