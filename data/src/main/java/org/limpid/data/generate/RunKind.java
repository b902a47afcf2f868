package org.limpid.data.generate;

/**
 * What becomes of a job; its duration is log-normal for each kind. Medians and scatter were chosen
 * so that the mixture has about the quantiles of Venus (median 193 s, 90 % within 2.6 h, 99 %
 * within three days).
 */
enum RunKind {
  /** Crashes or is stopped soon: a typo, a missing file, too much memory. */
  EARLY(30, 1.3, 0.4, 0, 0.300, 0.700),
  /** A test, an evaluation, a debugging run. */
  SHORT(180, 0.6, 0.25, 1, 0.250, 0.030),
  /** Minutes to hours: fine-tuning, a part of a sweep. */
  MEDIUM(2_500, 0.9, 0.5, 1, 0.250, 0.030),
  /** A training of hours to days. */
  LONG(40_000, 0.5, 0.7, 1, 0.400, 0.050);

  /** Typical duration, seconds. */
  final double medianSeconds;

  /** Standard deviation of the logarithm that jobs of one session share. */
  final double sessionSigma;

  /** Standard deviation of the logarithm from job to job. */
  final double jobSigma;

  /** How much the scale of the task counts, 0..1. */
  final double taskWeight;

  /** Share that is cancelled by the user. */
  final double cancelled;

  final double failed;

  RunKind(
      double medianSeconds,
      double sessionSigma,
      double jobSigma,
      double taskWeight,
      double cancelled,
      double failed) {
    this.medianSeconds = medianSeconds;
    this.sessionSigma = sessionSigma;
    this.jobSigma = jobSigma;
    this.taskWeight = taskWeight;
    this.cancelled = cancelled;
    this.failed = failed;
  }
}
