package org.limpid.baselines;

import java.util.List;
import org.limpid.baselines.method.Ability;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainerCatalog;

/** All {@link Baselines}, for programs that look for trainers on their class path. */
public final class BaselineCatalog implements TrainerCatalog {
  @Override
  public List<Offer> offers(Task task) {
    Ability needed =
        switch (task) {
          case Task.Regression _ -> Ability.REGRESSION;
          case Task.Classification _ -> Ability.CLASSIFICATION;
        };
    return Baselines.all().stream()
        .filter(method -> method.can(needed))
        .map(method -> new Offer(method.trainer(), method.can(Ability.MISSING_VALUES)))
        .toList();
  }
}
