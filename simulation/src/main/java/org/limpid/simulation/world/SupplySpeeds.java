package org.limpid.simulation.world;

/** How fast jobs run with what they have of CPUs and memory. */
@FunctionalInterface
public interface SupplySpeeds {
  /**
   * The speed of a job, above 0; 1 is that with the fair share of its GPUs.
   *
   * @param cpusPerGpu logical processors beside each GPU
   * @param memoryGbPerGpu memory beside each GPU, GB
   */
  double speed(int job, double cpusPerGpu, double memoryGbPerGpu);
}
