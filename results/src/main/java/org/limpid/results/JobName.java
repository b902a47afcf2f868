package org.limpid.results;

import java.util.Objects;

/**
 * A job that a story speaks of.
 *
 * @param id its number in the trace
 * @param user who submitted it
 * @param gpus GPUs that it asks for
 */
public record JobName(long id, String user, int gpus) {
  public JobName {
    Objects.requireNonNull(user, "user");
  }
}
