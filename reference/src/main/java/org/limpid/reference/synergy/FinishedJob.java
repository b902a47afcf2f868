package org.limpid.reference.synergy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * When a job ran.
 *
 * @param startSeconds begin of the first round in which it ran
 * @param endSeconds end of the last one
 */
public record FinishedJob(SynergyJob job, double startSeconds, double endSeconds) {
  private static final double SECONDS_PER_HOUR = 3600;

  /** From its arrival to its end, hours. */
  public double completionHours() {
    return (endSeconds - job.arrivalSeconds()) / SECONDS_PER_HOUR;
  }

  /** The line that the artifact prints of it. */
  public String line() {
    return "[%d] : Finished %s at %shrs, arrival:%shrs, iter=%ss, num_iter=%d"
        .formatted(
            job.id(),
            job.profile().model(),
            twoDecimals(endSeconds / SECONDS_PER_HOUR),
            twoDecimals(job.arrivalSeconds() / SECONDS_PER_HOUR),
            twoDecimals(job.profile().iterationSeconds()),
            job.iterations());
  }

  /** As Python rounds: what the binary number is exactly, half to even. */
  private static BigDecimal twoDecimals(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
