package org.limpid.data.generate;

/**
 * Jobs and GPUs submitted, started and ended in slots of ten minutes. Nothing was scheduled, so a
 * job starts when it is submitted and ends after its duration; ends after the last slot are not
 * counted.
 */
final class ThroughputSeries {
  static final int SLOT_SECONDS = 600;
  static final int SLOTS_PER_DAY = 86_400 / SLOT_SECONDS;

  private final long[] submittedJobs;
  private final long[] submittedGpus;
  private final long[] endedJobs;
  private final long[] endedGpus;

  ThroughputSeries(int days) {
    int slots = days * SLOTS_PER_DAY;
    submittedJobs = new long[slots];
    submittedGpus = new long[slots];
    endedJobs = new long[slots];
    endedGpus = new long[slots];
  }

  void add(Submission job) {
    int gpus = job.task().gpuCount();
    int slot = slot(job.seconds());
    submittedJobs[slot]++;
    submittedGpus[slot] += gpus;
    int end = slot(job.seconds() + job.durationSeconds());
    if (end < size()) {
      endedJobs[end]++;
      endedGpus[end] += gpus;
    }
  }

  private static int slot(long seconds) {
    return Math.toIntExact(seconds / SLOT_SECONDS);
  }

  /** Number of slots. */
  int size() {
    return submittedJobs.length;
  }

  /** Jobs submitted per slot; not a copy. */
  long[] submittedJobs() {
    return submittedJobs;
  }

  /** GPUs asked for by the jobs submitted per slot; not a copy. */
  long[] submittedGpus() {
    return submittedGpus;
  }

  /** Jobs that end in each slot; not a copy. */
  long[] endedJobs() {
    return endedJobs;
  }

  /** GPUs of the jobs that end in each slot; not a copy. */
  long[] endedGpus() {
    return endedGpus;
  }
}
