package org.limpid.predictor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.limpid.data.ThroughputSeries;
import org.limpid.interpret.model.Target;

/** What is predicted for a slot. */
public enum LoadTarget {
  /** GPU jobs submitted. */
  JOBS("submit_gpu_job"),
  /** GPUs asked for by these jobs. */
  GPUS("submit_gpu_num");

  private final String column;

  LoadTarget(String column) {
    this.column = column;
  }

  /** Name of the column in the series of a data set, and of the target in models. */
  public String column() {
    return column;
  }

  /** The name on the command line, for example {@code jobs}. */
  public String targetName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LoadTarget> ofColumn(String column) {
    return Arrays.stream(values()).filter(target -> target.column.equals(column)).findFirst();
  }

  /** The counts of the slots {@code from <= t < to}. */
  public Target.Numbers values(ThroughputSeries series, int from, int to) {
    double[] counts = this == JOBS ? series.jobs() : series.gpus();
    return new Target.Numbers(column, Arrays.copyOfRange(counts, from, to));
  }
}
