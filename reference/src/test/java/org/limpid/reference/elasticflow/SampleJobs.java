package org.limpid.reference.elasticflow;

import org.limpid.data.ScalingCurve;

/** Jobs of tests. */
final class SampleJobs {
  private SampleJobs() {}

  /** Three columns with a bend: the second GPU adds half as much as the first, two more nothing. */
  static ScalingCurve bending() {
    return ScalingCurve.of("bending", 64, 4, new int[] {1, 2, 4}, new double[] {1, 1.5, 1.5});
  }

  /** A job that has its GPUs. */
  static Job rigid(int row, int gpus) {
    return new Job(row, row, 0, Job.NO_DEADLINE, 100, gpus, 100, GpuCurve.whole(bending()));
  }

  /** A job for the elastic schedulers, without GPUs yet. */
  static Job elastic(int row, double iterations, double deadline, ScalingCurve curve) {
    Job job = new Job(row, row, 0, deadline, 100, 1, iterations, GpuCurve.elastic(curve));
    job.gpus = 0;
    return job;
  }
}
