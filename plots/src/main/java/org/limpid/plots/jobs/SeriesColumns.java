package org.limpid.plots.jobs;

import java.util.function.IntToLongFunction;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.RunFolder;

/** The cluster over time under one policy, as columns. */
final class SeriesColumns {
  /** More samples than these can't be told apart on a page; every k-th is taken. */
  private static final int MOST_SAMPLES = 3000;

  private final int step;
  private final int count;

  private SeriesColumns(int samples) {
    step = Math.max(1, Math.ceilDiv(samples, MOST_SAMPLES));
    count = Math.ceilDiv(samples, step);
  }

  /**
   * An object with the seconds of the samples, each from the one before; GPUs in use; and waiting
   * jobs. Without columns if the run has no series.
   */
  static String of(RunFolder run, String policy) {
    if (!run.hasCluster(policy)) {
      return new JsonText().number("count", 0).toString();
    }
    ClusterTable table = run.cluster(policy);
    long[] seconds = whole(table.column(ClusterField.TIME));
    long[] gpus = whole(table.column(ClusterField.GPUS));
    long[] free = whole(table.column(ClusterField.GPUS_FREE));
    return new SeriesColumns(seconds.length)
        .json(seconds, i -> gpus[i] - free[i], whole(table.column(ClusterField.JOBS_PENDING)));
  }

  private String json(long[] seconds, IntToLongFunction used, long[] waiting) {
    return new JsonText()
        .number("count", count)
        .numbers("seconds", count, i -> seconds[i * step] - (i == 0 ? 0 : seconds[(i - 1) * step]))
        .numbers("used", count, i -> used.applyAsLong(i * step))
        .numbers("waiting", count, i -> waiting[i * step])
        .toString();
  }

  /** What is not known is 0. */
  private static long[] whole(double[] values) {
    long[] whole = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      whole[i] = Math.round(values[i]);
    }
    return whole;
  }
}
