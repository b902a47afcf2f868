package org.limpid.experiment.sweep;

import java.util.function.ToDoubleFunction;
import org.limpid.simulation.metrics.PolicySummary;

/** What is measured at every point of a sweep, as in the summary of a run. */
public enum SweepMetric {
  /** Number of jobs. */
  JOBS("Jobs", Unit.NUMBER, summary -> summary.all().jobs()),
  /** Mean job completion time. */
  JCT_MEAN("Mean JCT", Unit.SECONDS, summary -> summary.all().jct().mean()),
  /** Median job completion time. */
  JCT_MEDIAN("Median JCT", Unit.SECONDS, summary -> summary.all().jct().median()),
  /** 99 % quantile of the job completion time. */
  JCT_P99("99 % quantile of the JCT", Unit.SECONDS, summary -> summary.all().jct().p99()),
  /** 99.9 % quantile of the job completion time. */
  JCT_P999("99.9 % quantile of the JCT", Unit.SECONDS, summary -> summary.all().jct().p999()),
  /** Mean queueing delay. */
  QUEUE_MEAN("Mean queueing delay", Unit.SECONDS, summary -> summary.all().queue().mean()),
  /** Median queueing delay. */
  QUEUE_MEDIAN("Median queueing delay", Unit.SECONDS, summary -> summary.all().queue().median()),
  /** 99 % quantile of the queueing delay. */
  QUEUE_P99(
      "99 % quantile of the queueing delay", Unit.SECONDS, summary -> summary.all().queue().p99()),
  /** 99.9 % quantile of the queueing delay. */
  QUEUE_P999(
      "99.9 % quantile of the queueing delay",
      Unit.SECONDS, summary -> summary.all().queue().p999()),
  /** Time from the first submission to the last end. */
  MAKESPAN("Makespan", Unit.SECONDS, PolicySummary::makespanSeconds),
  /** How often jobs were taken off their GPUs. */
  PREEMPTIONS("Preemptions", Unit.NUMBER, PolicySummary::preemptions),
  /** Share of the GPU time in which a GPU was held by a job. */
  UTILISATION("GPUs held until the last end", Unit.SHARE, PolicySummary::utilisation);

  private final String title;
  private final Unit unit;
  private final ToDoubleFunction<PolicySummary> figure;

  SweepMetric(String title, Unit unit, ToDoubleFunction<PolicySummary> figure) {
    this.title = title;
    this.unit = unit;
    this.figure = figure;
  }

  /** What a metric is measured in. */
  public enum Unit {
    NUMBER,
    SECONDS,
    /** 0..1. */
    SHARE
  }

  /** What it is called, the beginning of a sentence. */
  public String title() {
    return title;
  }

  /** What it is measured in. */
  public Unit unit() {
    return unit;
  }

  /** Whether its values are whole numbers. */
  boolean isWhole() {
    return unit == Unit.NUMBER || this == MAKESPAN;
  }

  /** The metric of a run; NaN without jobs. */
  double of(PolicySummary summary) {
    return figure.applyAsDouble(summary);
  }
}
