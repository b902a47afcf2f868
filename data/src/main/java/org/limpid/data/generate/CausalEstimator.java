package org.limpid.data.generate;

/**
 * Estimates durations from finished jobs only. It is no trained model: a plain average that knows
 * what could have been known, for schedulers to start with.
 */
interface CausalEstimator {
  /** What is said before any job has finished, seconds: a typical duration of a GPU job. */
  double UNKNOWN_SECONDS = 600;

  /** Estimated duration of a job that is being submitted, whole seconds, at least 1. */
  long seconds(Submission job);

  /** Takes note of a job that has finished. */
  void learn(Submission finished);

  /** A user's jobs of one GPU count: a group that estimates are kept for. */
  record UserSize(String user, int gpuCount) {
    static UserSize of(Submission job) {
      return new UserSize(job.task().user(), job.task().gpuCount());
    }
  }
}
