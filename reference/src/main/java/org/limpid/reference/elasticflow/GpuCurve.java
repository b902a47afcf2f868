package org.limpid.reference.elasticflow;

import org.limpid.data.ScalingCurve;

/**
 * The columns of a scaling curve up to the most GPUs that a scheduler gives. Levels count the
 * columns from 0; -1 is no GPU. Immutable.
 */
final class GpuCurve {
  /** No scheduler but the elastic ones looks beyond so many GPUs. */
  private static final int MOST = 64;

  private final int most;
  private final int levels;
  private final int[] gpus;
  private final double[] throughput;
  private final int[] fitting;

  private GpuCurve(ScalingCurve curve, int most) {
    this.most = most;
    gpus = new int[curve.columns()];
    throughput = new double[curve.columns()];
    int count = 0;
    for (int column = 0; column < gpus.length; column++) {
      gpus[column] = curve.gpuCount(column);
      throughput[column] = curve.throughput(column);
      count += gpus[column] <= most ? 1 : 0;
    }
    levels = count;
    fitting = new int[most + 1];
    for (int free = 0, level = -1; free <= most; free++) {
      while (level + 1 < levels && gpus[level + 1] <= free) {
        level++;
      }
      fitting[free] = level;
    }
  }

  /** For the schedulers that end where the curve gains nothing more. */
  static GpuCurve elastic(ScalingCurve curve) {
    return new GpuCurve(curve, curve.mostElasticGpus());
  }

  /** For all others: up to the last column that is not marked as unmeasured. */
  static GpuCurve whole(ScalingCurve curve) {
    int last = 1;
    for (int column = 0; column < curve.columns(); column++) {
      if (!Double.isNaN(curve.throughput(column))) {
        last = curve.gpuCount(column);
      }
    }
    return new GpuCurve(curve, Math.min(Math.min(last, MOST), curve.batchSize()));
  }

  /** Most GPUs that a job gets. */
  int most() {
    return most;
  }

  /** How many levels there are. */
  int levels() {
    return levels;
  }

  /** GPUs of a level; 0 for -1. */
  int gpus(int level) {
    return level < 0 ? 0 : gpus[level];
  }

  /** Iterations per second on the GPUs of a level. */
  double throughput(int level) {
    return throughput[level];
  }

  /** The largest level that some free GPUs hold; -1 if none. */
  int fitting(int free) {
    return free < 0 ? -1 : fitting[Math.min(free, most)];
  }

  /** Iterations per second on exactly so many GPUs; NaN without such a column. */
  double throughputOn(int count) {
    for (int column = 0; column < gpus.length; column++) {
      if (gpus[column] == count) {
        return throughput[column];
      }
    }
    return Double.NaN;
  }
}
