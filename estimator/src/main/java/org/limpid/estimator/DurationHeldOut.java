package org.limpid.estimator;

import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * What a model of durations says of later jobs than it learnt from. It is trained on the jobs of
 * the first 70 % of the days that had ended by then, and estimates those that are submitted later,
 * with a history that goes on. The baseline is a rule of thumb: what like jobs of the user took
 * lately.
 */
public final class DurationHeldOut {
  /** What the model is called. */
  public static final String NAME = "duration";

  private DurationHeldOut() {}

  /**
   * Trains on the first days and estimates the jobs of the others.
   *
   * @param origin the time of second 0 of the trace
   * @return a row per later job, without rows if there is none; durations below a second count as
   *     one
   * @throws org.limpid.files.DataException if too few jobs end in the first days
   */
  public static HeldOut of(WorkloadTrainer trainer, Trace trace, LocalDateTime origin) {
    long split = TrainingJobs.splitSeconds(trace, origin);
    JobDurationModel model =
        WorkloadEstimator.train(trainer, trace, origin, TrainingJobs.endedBefore(split));
    Estimates estimates = WorkloadEstimator.estimates(model, trace, origin);
    Estimates likeJobs = WorkloadEstimator.ofLikeJobs(trace, origin, trainer.features());
    return new HeldOut(
        NAME,
        IntStream.range(0, trace.size())
            .filter(row -> trace.submitSeconds(row) >= split)
            .mapToObj(row ->
                new HeldOut.Row(
                    "job " + trace.jobId(row),
                    Math.max(1, trace.durationSeconds(row)),
                    Math.max(1, estimates.seconds(row)),
                    Math.max(1, likeJobs.seconds(row))))
            .toList());
  }
}
