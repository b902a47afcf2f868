package org.limpid.simulation.metrics;

import java.util.List;

/**
 * Jobs by the number of GPUs that they ask for.
 *
 * @param name e.g. {@code 2-4}
 * @param least fewest GPUs
 * @param most most GPUs
 */
public record SizeClass(String name, int least, int most) {
  /** Small and large jobs as in Table 5 of the Lucid paper: at most 8 GPUs, and more. */
  public static final List<SizeClass> SMALL_AND_LARGE =
      List.of(new SizeClass("small", 1, 8), new SizeClass("large", 9, Integer.MAX_VALUE));

  /** A finer division. */
  public static final List<SizeClass> FINE =
      List.of(
          new SizeClass("1", 1, 1),
          new SizeClass("2-4", 2, 4),
          new SizeClass("5-8", 5, 8),
          new SizeClass("9-16", 9, 16),
          new SizeClass("17-32", 17, 32),
          new SizeClass("33-64", 33, 64),
          new SizeClass("65+", 65, Integer.MAX_VALUE));

  /** Whether a job of so many GPUs belongs here. */
  public boolean contains(int gpuCount) {
    return gpuCount >= least && gpuCount <= most;
  }
}
