package org.limpid.experiment.tune;

import java.util.List;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PairedDifference;
import org.limpid.simulation.policy.Settings;

/**
 * Settings that were tried.
 *
 * @param settings nothing is left open
 * @param copies figures on each copy of the trace; empty if they could not be run
 * @param problem why they could not be run; empty if they could
 */
record Trial(Settings settings, List<JobGroup> copies, String problem) {
  Trial {
    copies = List.copyOf(copies);
  }

  boolean succeeded() {
    return problem.isEmpty();
  }

  /** The mean over the copies; NaN if they could not be run. */
  double mean(Figure goal) {
    return copies.stream().mapToDouble(goal::of).average().orElse(Double.NaN);
  }

  /** How much larger the goal is here than there, on the same copies. */
  PairedDifference difference(Trial other, Figure goal) {
    return PairedDifference.of(values(goal), other.values(goal));
  }

  /** Whether the goal is smaller here than there, beyond the noise. */
  boolean isBetterThan(Trial other, Figure goal) {
    if (!succeeded() || !other.succeeded()) {
      return false;
    }
    PairedDifference difference = difference(other, goal);
    return difference.mean() < 0 && !difference.isWithinNoise();
  }

  private double[] values(Figure goal) {
    return copies.stream().mapToDouble(goal::of).toArray();
  }
}
