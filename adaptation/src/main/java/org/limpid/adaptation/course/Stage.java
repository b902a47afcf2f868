package org.limpid.adaptation.course;

import org.limpid.adaptation.trainings.Scenario;

/**
 * Episodes of one scenario that a policy learns from.
 *
 * @param scenario where it learns
 * @param episodes how many, at least 1
 * @param temperature of the first episode, at least 1
 */
public record Stage(Scenario scenario, int episodes, double temperature) {
  public Stage {
    if (episodes < 1 || !(temperature >= 1)) {
      throw new IllegalArgumentException(
          "expected episodes and a temperature of at least 1, found %d and %s"
              .formatted(episodes, temperature));
    }
  }
}
