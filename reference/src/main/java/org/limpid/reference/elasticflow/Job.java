package org.limpid.reference.elasticflow;

/** A job on its way through a run. Not safe for several threads. */
final class Job {
  /** The deadline of a job that has none: the artifact's largest whole number. */
  static final double NO_DEADLINE = 0x1p63;

  final int row;

  /** What stands for it in maps of the GPUs. */
  final int number;

  final double submit;
  final double deadline;
  final double duration;
  final int requested;
  final GpuCurve curve;
  final double throughputOnOne;

  /** GPUs now. */
  int gpus;

  /** Iterations to do. */
  double left;

  /** When it is to end; NaN before the first plan. */
  double end = Double.NaN;

  /** When it is to end by its plan without overhead; NaN where a scheduler has no such thing. */
  double realEnd = Double.NaN;

  /** The end that its end event was posted for. */
  double old = Double.NaN;

  double overhead;
  double start = Double.NaN;
  double pending;
  int preemptions;
  boolean admitted;
  boolean running;
  boolean placed;
  boolean cached;

  /** The plan: GPUs from each time on. */
  final Steps plan = new Steps();

  /** A plan that is not taken over yet, and its end. */
  final Steps planned = new Steps();

  double plannedEnd;

  Job(
      int row,
      int number,
      double submit,
      double deadline,
      double duration,
      int requested,
      double iterations,
      GpuCurve curve) {
    this.row = row;
    this.number = number;
    this.submit = submit;
    this.deadline = deadline;
    this.duration = duration;
    this.requested = requested;
    this.curve = curve;
    gpus = requested;
    left = iterations;
    throughputOnOne = curve.throughputOn(1);
  }

  boolean isBestEffort() {
    return deadline == NO_DEADLINE;
  }

  /** Iterations per second on the GPUs that it has. */
  double rate() {
    return curve.throughputOn(gpus);
  }
}
