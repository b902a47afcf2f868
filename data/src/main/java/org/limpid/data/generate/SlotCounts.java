package org.limpid.data.generate;

/**
 * Jobs and GPUs submitted, started and ended in slots of ten minutes. Nothing was scheduled, so a
 * job starts when it is submitted and ends after its duration; ends after the last slot are not
 * counted. Each array has an element per slot.
 */
record SlotCounts(long[] submittedJobs, long[] submittedGpus, long[] endedJobs, long[] endedGpus) {
  static final int SLOT_SECONDS = 600;
  static final int SLOTS_PER_DAY = 86_400 / SLOT_SECONDS;

  /** Nothing in all slots of so many days. */
  static SlotCounts ofDays(int days) {
    int slots = days * SLOTS_PER_DAY;
    return new SlotCounts(new long[slots], new long[slots], new long[slots], new long[slots]);
  }

  void add(Submission job) {
    int gpus = job.task().gpuCount();
    int slot = slot(job.seconds());
    submittedJobs[slot]++;
    submittedGpus[slot] += gpus;
    int end = slot(job.endSeconds());
    if (end < size()) {
      endedJobs[end]++;
      endedGpus[end] += gpus;
    }
  }

  private static int slot(long seconds) {
    return Math.toIntExact(seconds / SLOT_SECONDS);
  }

  int size() {
    return submittedJobs.length;
  }
}
