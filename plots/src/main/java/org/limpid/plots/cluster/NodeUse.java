package org.limpid.plots.cluster;

import java.util.Arrays;

/**
 * The share of GPU time in use, per node and step of time. Immutable.
 *
 * @param edges of the steps, one more than there are; the last one may lie behind the span
 * @param shares 0..1, per node from the top and step
 */
record NodeUse(ShownTime span, long stepSeconds, double[] edges, double[][] shares) {
  private static final int MOST_STEPS = 240;
  private static final long[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200
  };
  private static final long DAY_SECONDS = 86_400;

  static NodeUse of(Occupancy occupancy, NodeRows nodes, ShownTime span) {
    long step = step(span.seconds());
    int steps = (int) Math.ceilDiv(span.seconds(), step);
    double[][] busy = new double[nodes.nodes().size()][steps];
    for (int gpu = 0; gpu < occupancy.gpus().size(); gpu++) {
      int place = nodes.place(occupancy.gpus().get(gpu));
      if (place >= 0) {
        occupancy.segments(
            gpu,
            (_, from, to, job, _) -> {
              if (job == 0) {
                add(busy[place], from - span.from(), to - span.from(), step);
              }
            });
      }
    }
    double gpuSeconds = (double) step * nodes.gpusPerNode();
    double[][] shares =
        Arrays.stream(busy)
            .map(row -> Arrays.stream(row).map(seconds -> seconds / gpuSeconds).toArray())
            .toArray(double[][]::new);
    double[] edges = new double[steps + 1];
    Arrays.setAll(edges, i -> span.from() + (double) i * step);
    return new NodeUse(span, step, edges, shares);
  }

  /** The shortest usual step of which not too many are needed. */
  static long step(long seconds) {
    for (long step : STEPS) {
      if (seconds <= step * MOST_STEPS) {
        return step;
      }
    }
    return DAY_SECONDS * Math.ceilDiv(seconds, DAY_SECONDS * MOST_STEPS);
  }

  private static void add(double[] busy, long from, long to, long step) {
    long begin = Math.max(0, from);
    long end = Math.min(to, busy.length * step);
    for (long at = begin; at < end; at = (at / step + 1) * step) {
      busy[(int) (at / step)] += Math.min(end, (at / step + 1) * step) - at;
    }
  }

  /** The mean over all nodes and steps. */
  double mean() {
    return Arrays.stream(shares).flatMapToDouble(Arrays::stream).average().orElse(0);
  }
}
