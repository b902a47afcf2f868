package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** By the scaling curve, the iterations of a job take another time than its duration. */
final class IterationsDiffer extends RowCheck {
  /** Rounding of iterations and seconds. */
  private static final double ROUNDING = 2;

  private static final double LARGEST_SHARE = 0.1;

  IterationsDiffer() {
    super(
        "iterations-differ",
        Severity.MEDIUM,
        "Elastic policies and all others see jobs of different length.",
        "It takes duration x throughput for the iterations.");
  }

  @Override
  boolean shows(Subject subject, int row) {
    if (!subject.has(JobAttribute.SCALING, row) || !subject.has(JobAttribute.ITERATIONS, row)) {
      return false;
    }
    ScalingCurve curve = subject.curve(row);
    double rate = curve.throughputOn(subject.trace().gpuCount(row));
    double seconds = subject.number(JobAttribute.ITERATIONS, row) / rate;
    double duration = subject.trace().durationSeconds(row);
    return Math.abs(seconds - duration) > LARGEST_SHARE * duration + ROUNDING * (1 + 1 / rate);
  }

  @Override
  String message(Subject subject, long rows) {
    return "Of %s iterations / throughput on gpu_num GPUs is more than a tenth off the duration."
        .formatted(Words.count(rows, "job"));
  }

  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    double rate = subject.curve(row).throughputOn(subject.trace().gpuCount(row));
    long iterations = Math.max(1, Math.round(rate * subject.trace().durationSeconds(row)));
    return job.with(job.attributes().with(JobAttribute.ITERATIONS, iterations));
  }
}
