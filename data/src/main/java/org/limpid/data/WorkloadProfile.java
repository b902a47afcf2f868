package org.limpid.data;

import java.util.Objects;

/**
 * A workload and what one of its GPUs shows while the job runs alone.
 *
 * @param speed samples per second
 * @param gpuUtilPercent GPU utilisation, 0..100
 * @param memoryUtilPercent utilisation of the memory bandwidth, 0..100
 * @param memoryMib memory in use per GPU, MiB
 */
public record WorkloadProfile(
    Workload workload,
    double speed,
    double gpuUtilPercent,
    double memoryUtilPercent,
    double memoryMib) {
  public WorkloadProfile {
    Objects.requireNonNull(workload, "workload");
  }
}
