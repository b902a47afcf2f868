package org.limpid.experiment.whatif;

import org.limpid.data.JobId;

/**
 * A job of a run that should have started earlier.
 *
 * @param run the run
 * @param job its number
 * @param earlierSeconds how much earlier it should start, at least 1
 */
public record CounterfactualRequest(RunReference run, JobId job, long earlierSeconds) {
  public CounterfactualRequest {
    if (earlierSeconds < 1) {
      throw new IllegalArgumentException("expected 1 s or more, found " + earlierSeconds);
    }
  }
}
