package org.limpid.data;

import java.util.Objects;

/**
 * What one model wants of CPUs and memory beside each of its GPUs, and what it gains by it.
 *
 * @param model its name
 * @param cpusPerGpu CPUs per GPU from which more do not help, above 0
 * @param memoryGbPerGpu memory per GPU from which more does not help, GB, above 0
 * @param iterationSeconds one iteration with the fair share of a GPU, above 0
 * @param bestSpeedup how many times as fast it is with all that it wants, at least 1
 * @param speeds what was measured between, empty if nothing was
 */
public record ResourceProfile(
    String model,
    double cpusPerGpu,
    double memoryGbPerGpu,
    double iterationSeconds,
    double bestSpeedup,
    SpeedTable speeds) {
  public ResourceProfile {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(speeds, "speeds");
    if (!(cpusPerGpu > 0 && memoryGbPerGpu > 0 && iterationSeconds > 0 && bestSpeedup >= 1)) {
      throw new IllegalArgumentException(
          "expected CPUs, memory, seconds above 0 and a speedup from 1, found %s, %s, %s, %s of %s"
              .formatted(cpusPerGpu, memoryGbPerGpu, iterationSeconds, bestSpeedup, model));
    }
  }

  /**
   * The speed with so much beside each GPU, by the table: between its cells on straight lines,
   * below the first of an axis in proportion, but not where that is all that the model wants. With
   * all that it wants of both it is as fast as with the most that was measured.
   *
   * @return 1 with the fair share that the table was measured against
   * @throws IllegalStateException if nothing was measured
   */
  public double speed(double cpus, double memoryGb) {
    if (speeds.rows() == 0 || speeds.columns() == 0) {
      throw new IllegalStateException("nothing was measured of " + model);
    }
    boolean enoughCpus = cpus >= cpusPerGpu;
    boolean enoughMemory = memoryGb >= memoryGbPerGpu;
    if (enoughCpus && enoughMemory) {
      return speeds.between(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return speeds.between(
        enoughCpus ? Math.max(cpus, speeds.cpus(0)) : cpus,
        enoughMemory ? Math.max(memoryGb, speeds.memoryGb(0)) : memoryGb);
  }
}
