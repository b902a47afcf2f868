package org.limpid.experiment.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.limpid.files.ClosestName;
import org.limpid.files.Extras;
import org.limpid.simulation.run.InputProblem;

/** The learners of chains: Limpid's own, those of libraries, and those of optional modules. */
public final class LearnerChoice {
  /** Learners of the optional module {@code neural}. */
  private static final List<String> NEURAL =
      List.of(
          "transformer",
          "mixture",
          "reinforce",
          "transformer-artifact",
          "mixture-artifact",
          "reinforce-artifact");

  private LearnerChoice() {}

  /** All that the class path has, in the order of tables. */
  static List<ChainLearner> all() {
    List<ChainLearner> all = new ArrayList<>();
    all.add(new GlassBoxLearner());
    all.addAll(LibraryLearners.all());
    ServiceLoader.load(ChainLearners.class).forEach(module -> all.addAll(module.learners()));
    return List.copyOf(all);
  }

  /** Their names. */
  public static List<String> names() {
    return all().stream().map(ChainLearner::name).toList();
  }

  /**
   * Learners by name.
   *
   * @throws InputProblem if there is none of a name
   * @throws org.limpid.files.DataException if its module isn't on the class path
   */
  static List<ChainLearner> named(List<String> names) {
    return names.stream().distinct().map(LearnerChoice::named).toList();
  }

  private static ChainLearner named(String name) {
    return all().stream()
        .filter(learner -> learner.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static InputProblem unknown(String name) {
    if (NEURAL.contains(name)) {
      Extras.require(ChainLearners.class, "neural");
    }
    return new InputProblem(
        "There is no learner '%s'. %s".formatted(name, ClosestName.hint(name, names())));
  }

  /** The file of a policy in the folder of models. */
  static String fileName(ChainLearner learner, GapPrice price) {
    return learner instanceof GlassBoxLearner ? price.fileName() : fileName(learner.name(), price);
  }

  private static String fileName(String learner, GapPrice price) {
    return "%s-gap-price-%s.model".formatted(learner, price);
  }

  /**
   * Checks that networks in a folder of models can be read.
   *
   * @throws org.limpid.files.DataException if there are some, but not their module
   */
  static void requireModules(Path models, GapPrice price) {
    NEURAL.stream()
        .filter(name -> Files.isRegularFile(models.resolve(fileName(name, price))))
        .forEach(LearnerChoice::named);
  }
}
