package org.limpid.estimator.scaling;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.ScalingCurve;

/**
 * One model at one batch size on so many GPUs.
 *
 * @param batchSize samples per iteration on all GPUs together; NaN: unknown
 * @param gpus at least 1
 * @param nodes how many nodes these GPUs take if they lie as close together as can be
 * @param oneGpuRate iterations per second on one GPU; NaN: unknown
 */
record ScalingPoint(double batchSize, int gpus, int nodes, double oneGpuRate) {
  static ScalingPoint of(double batchSize, int gpus, int gpusPerNode, double oneGpuRate) {
    return new ScalingPoint(batchSize, gpus, Math.ceilDiv(gpus, gpusPerNode), oneGpuRate);
  }

  double batchPerGpu() {
    return batchSize / gpus;
  }

  /** Seconds that each GPU computes per iteration, if the work of one GPU is split evenly. */
  double computingSeconds() {
    return 1 / (oneGpuRate * gpus);
  }

  /**
   * A point that was measured.
   *
   * @param model name of the deep-learning model
   * @param logEfficiency natural logarithm of the speed-up over one GPU per GPU: 0 is linear
   */
  record Measured(String model, ScalingPoint point, double logEfficiency) {
    /** All points of curves that are known on one GPU, but for those on one GPU, which say 0. */
    static List<Measured> of(List<ScalingCurve> curves, int gpusPerNode) {
      List<Measured> points = new ArrayList<>();
      for (ScalingCurve curve : curves) {
        double one = curve.throughputOn(1);
        for (int column = 0; column < curve.columns() && one > 0; column++) {
          int gpus = curve.gpuCount(column);
          double rate = curve.throughput(column);
          if (gpus > 1 && rate > 0) {
            points.add(
                new Measured(
                    curve.model(),
                    ScalingPoint.of(curve.batchSize(), gpus, gpusPerNode, one),
                    Math.log(rate / (one * gpus))));
          }
        }
      }
      return points;
    }
  }
}
