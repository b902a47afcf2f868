package org.limpid.adaptation.course;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one policy learns, stage after stage: from scratch or from given weights, each stage with a
 * fresh optimiser, a fresh learning rate and the weights of the stage before as a file would keep
 * them. So a course of two stages ends with the weights of two courses of one stage each.
 *
 * @param stages at least one
 * @param seed of the first weights and of all that is drawn
 */
public record Course(List<Stage> stages, long seed) {
  public Course {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("expected a stage");
    }
  }

  /** Its name, also of its files: {@code simulation_late2-simulation_early2-seed42}. */
  public String name() {
    return stages.stream()
        .map(stage -> stage.scenario().name())
        .collect(Collectors.joining("-", "", "-seed" + seed));
  }

  /** Episodes of all stages. */
  public long episodes() {
    return stages.stream().mapToLong(Stage::episodes).sum();
  }
}
