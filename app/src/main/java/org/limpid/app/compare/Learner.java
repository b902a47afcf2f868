package org.limpid.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.tree.TreeTrainer;

/**
 * A way to learn that takes part in a comparison.
 *
 * @param name as in tables, e.g. {@code ebm}
 * @param readable whether a person can read the model
 * @param takesMissingValues whether columns may have gaps
 * @param trainer learns the models
 */
public record Learner(
    String name, boolean readable, boolean takesMissingValues, Trainer<?> trainer) {
  /** Name of Limpid's own boosting machine. */
  public static final String EBM = "ebm";

  public Learner {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(trainer, "trainer");
  }

  /**
   * The boosting machine, a tree, a linear model, and the black boxes on the class path.
   *
   * @param ebm the boosting machine as the model at hand sets it up
   */
  public static List<Learner> all(Trainer<?> ebm, Task task) {
    List<Learner> learners = new ArrayList<>();
    learners.add(new Learner(EBM, true, true, ebm));
    learners.add(new Learner("tree", true, false, new TreeTrainer(TreeTrainer.defaults())));
    learners.add(new Learner("linear", true, false, new LinearTrainer(LinearTrainer.defaults())));
    for (TrainerCatalog catalog : ServiceLoader.load(TrainerCatalog.class)) {
      for (TrainerCatalog.Offer offer : catalog.offers(task)) {
        learners.add(
            new Learner(
                offer.trainer().name(), false, offer.takesMissingValues(), offer.trainer()));
      }
    }
    return List.copyOf(learners);
  }

  /** Whether black boxes are on the class path. */
  public static boolean hasBlackBoxes() {
    return ServiceLoader.load(TrainerCatalog.class).findFirst().isPresent();
  }
}
