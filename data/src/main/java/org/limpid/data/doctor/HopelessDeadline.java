package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** A job can't keep its deadline even if it starts at once on the GPUs that suit it best. */
final class HopelessDeadline extends RowCheck {
  HopelessDeadline() {
    super(
        "hopeless-deadline",
        Severity.LOW,
        "No policy keeps these deadlines; all shares of kept ones have that bound.",
        "It takes these deadlines away: the jobs are served as well as it goes.");
  }

  @Override
  boolean shows(Subject subject, int row) {
    long deadline = subject.number(JobAttribute.DEADLINE, row);
    return deadline != OptionalColumns.UNKNOWN
        && subject.trace().submitSeconds(row) + fewestSeconds(subject, row) > deadline;
  }

  /** With the fastest throughput of its curve that an elastic policy may choose. */
  private static double fewestSeconds(Subject subject, int row) {
    double duration = subject.trace().durationSeconds(row);
    if (!subject.has(JobAttribute.SCALING, row)) {
      return duration;
    }
    ScalingCurve curve = subject.curve(row);
    double own = curve.throughputOn(subject.trace().gpuCount(row));
    double best = own;
    for (int column = 0; column < curve.columns(); column++) {
      if (curve.gpuCount(column) <= curve.mostElasticGpus() && curve.throughput(column) > best) {
        best = curve.throughput(column);
      }
    }
    return duration * own / best;
  }

  @Override
  String message(Subject subject, long rows) {
    return "%s can't keep the deadline, even alone on the GPUs that suit them best."
        .formatted(Words.count(rows, "job"));
  }

  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    return job.with(job.attributes().with(JobAttribute.DEADLINE, null));
  }
}
