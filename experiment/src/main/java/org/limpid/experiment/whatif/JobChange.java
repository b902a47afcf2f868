package org.limpid.experiment.whatif;

import org.limpid.data.Trace;
import org.limpid.simulation.record.JobRecords;

/**
 * What becomes of a job before and after a change.
 *
 * @param job the job as it was
 * @param before what became of it
 * @param after what becomes of it
 */
record JobChange(Trace.Job job, Fate before, Fate after) {
  /**
   * What becomes of a job.
   *
   * @param virtualCluster where it runs
   * @param gpuCount GPUs that it asks for
   * @param submitSeconds its submission
   * @param startSeconds its first start
   * @param endSeconds its end
   * @param queueSeconds how long it waits
   * @param preemptions how often it is taken off its GPUs
   */
  record Fate(
      String virtualCluster,
      int gpuCount,
      long submitSeconds,
      long startSeconds,
      long endSeconds,
      long queueSeconds,
      int preemptions) {
    static Fate of(Trace trace, JobRecords records, int row) {
      return new Fate(
          trace.virtualCluster(row),
          trace.gpuCount(row),
          trace.submitSeconds(row),
          records.startSeconds()[row],
          records.endSeconds()[row],
          records.queueSeconds()[row],
          records.preemptions()[row]);
    }

    long jctSeconds() {
      return endSeconds - submitSeconds;
    }
  }

  /** Whether anything is different. */
  boolean isChange() {
    return !before.equals(after);
  }

  /** How much later it completes after its submission, seconds; negative: sooner. */
  long jctDifference() {
    return after.jctSeconds() - before.jctSeconds();
  }
}
