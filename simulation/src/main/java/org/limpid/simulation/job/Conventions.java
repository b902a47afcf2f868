package org.limpid.simulation.job;

/** Figures that the papers and the artifact fix for every cluster. */
public final class Conventions {
  /** Jobs that ask for fewer GPUs count as small in the cluster series. */
  public static final int SMALL_JOB_GPUS = 8;

  /** Jobs of more GPUs count as large: in Table 5 of the Lucid paper, in preemption, in sharing. */
  public static final int LARGE_JOB_GPUS = 8;

  private Conventions() {}

  /** Whether a job of so many GPUs counts as small. */
  public static boolean isSmall(int gpuCount) {
    return gpuCount < SMALL_JOB_GPUS;
  }
}
