package org.limpid.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param own whether it is Limpid's own, not that of another library
 * @param takesMissingValues whether columns may have gaps
 * @param trainer learns the models
 */
public record Learner(
    String name, boolean readable, boolean own, boolean takesMissingValues, Trainer<?> trainer) {
  /** Name of Limpid's own boosting machine. */
  public static final String EBM = "ebm";

  /** At most 64 leaves, as the tree of the reference figures; nobody reads thousands. */
  private static final Map<String, String> READABLE_TREE =
      Map.of(TreeTrainer.MAX_DEPTH.name(), "6");

  public Learner {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(trainer, "trainer");
  }

  /** A readable one of Limpid's own. */
  static Learner own(String name, boolean takesMissingValues, Trainer<?> trainer) {
    return new Learner(name, true, true, takesMissingValues, trainer);
  }

  /**
   * The boosting machine, a tree, a linear model, and the learners of other libraries on the class
   * path.
   *
   * @param ebm the boosting machine as the model at hand sets it up
   * @param loss what it minimises, and other learners that can
   */
  public static List<Learner> all(Trainer<?> ebm, Task task, TrainerCatalog.Loss loss) {
    List<Learner> learners = new ArrayList<>();
    learners.add(own(EBM, true, ebm));
    learners.add(own("tree", false, new TreeTrainer(TreeTrainer.defaults().with(READABLE_TREE))));
    learners.add(own("linear", false, new LinearTrainer(LinearTrainer.defaults())));
    for (TrainerCatalog catalog : ServiceLoader.load(TrainerCatalog.class)) {
      catalog.offers(task, loss).forEach(offer -> learners.add(of(offer)));
    }
    return List.copyOf(learners);
  }

  private static Learner of(TrainerCatalog.Offer offer) {
    return new Learner(
        offer.trainer().name(),
        offer.readable(),
        false,
        offer.takesMissingValues(),
        offer.trainer());
  }

  /** Whether learners of other libraries are on the class path. */
  public static boolean hasOtherLibraries() {
    return ServiceLoader.load(TrainerCatalog.class).findFirst().isPresent();
  }
}
