package org.limpid.data.generate;

/** A user's jobs of one GPU count: a group that estimates are kept for. */
record UserSize(String user, int gpuCount) {
  static UserSize of(Submission job) {
    return new UserSize(job.task().user(), job.task().gpuCount());
  }
}
