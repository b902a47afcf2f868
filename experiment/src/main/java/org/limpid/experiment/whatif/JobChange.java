package org.limpid.experiment.whatif;

import org.limpid.data.Trace;
import org.limpid.simulation.sink.JobRecords;

/**
 * What becomes of a job before and after a change.
 *
 * @param job the job as it was
 * @param before what became of it
 * @param after what becomes of it
 */
public record JobChange(Trace.Job job, Outcome before, Outcome after) {
  /**
   * What became of a job in one of the two runs.
   *
   * @param virtualCluster where it runs
   * @param gpuCount GPUs that it asks for
   * @param submitSeconds its submission
   * @param startSeconds its first start
   * @param endSeconds its end
   * @param queueSeconds how long it waits
   * @param preemptions how often it is taken off its GPUs
   * @param isRejected whether it is turned away, and has no completion time
   */
  public record Outcome(
      String virtualCluster,
      int gpuCount,
      long submitSeconds,
      long startSeconds,
      long endSeconds,
      long queueSeconds,
      int preemptions,
      boolean isRejected) {
    static Outcome of(Trace trace, JobRecords records, int row) {
      return new Outcome(
          trace.virtualCluster(row),
          trace.gpuCount(row),
          trace.submitSeconds(row),
          records.startSeconds()[row],
          records.endSeconds()[row],
          records.queueSeconds()[row],
          records.preemptions()[row],
          records.rejected().test(row));
    }

    /** Job completion time: from its submission to its end. */
    public long jctSeconds() {
      return endSeconds - submitSeconds;
    }
  }

  /** Whether anything is different. */
  public boolean isChange() {
    return !before.equals(after);
  }

  /** How much later it completes after its submission, seconds; negative: sooner. */
  public long jctDifference() {
    return after.jctSeconds() - before.jctSeconds();
  }
}
