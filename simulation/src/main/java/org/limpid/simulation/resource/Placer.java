package org.limpid.simulation.resource;

/**
 * Chooses free GPUs for a job, without taking them.
 *
 * <p>A placer must be monotone: when it finds no place for a number of GPUs, it finds none either
 * after further GPUs were taken. Partitions rely on this to skip searches that must fail.
 */
@FunctionalInterface
public interface Placer {
  /**
   * @param nodes where to look
   * @param gpuCount GPUs asked for, at least 1
   * @return the GPUs to take; null when the job has to wait
   */
  Allocation place(Nodes nodes, int gpuCount);
}
