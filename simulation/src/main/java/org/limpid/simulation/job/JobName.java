package org.limpid.simulation.job;

import java.util.Objects;
import org.limpid.data.JobId;
import org.limpid.files.Words;

/**
 * A job that a story speaks of.
 *
 * @param id its identifier in the trace
 * @param user who submitted it
 * @param gpus GPUs that it asks for
 */
public record JobName(JobId id, String user, int gpus) {
  public JobName {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(user, "user");
  }

  /** A job with a number. */
  public JobName(long id, String user, int gpus) {
    this(JobId.of(id), user, gpus);
  }

  /** The job with its user and size. */
  public String inWords() {
    return "%s (%s, %s)".formatted(id, user, Words.count(gpus, "GPU"));
  }
}
