package org.limpid.explain.answer;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.JobId;

/**
 * What is asked about a job.
 *
 * @param run folder of a run with {@code --explain}
 * @param policy policy of the run; empty: {@code lucid}, else the first one
 * @param models folder of models that tell what made the estimate
 * @param data folder of the data set; empty: the one of the run, if it is still there
 * @param mostSegments times of waiting that text tells one by one
 */
public record JobQuestion(
    JobId job,
    Path run,
    Optional<String> policy,
    Optional<Path> models,
    Optional<Path> data,
    int mostSegments) {
  /** How many times of waiting text tells unless all are asked for. */
  public static final int FEW_SEGMENTS = 8;

  public JobQuestion {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(models, "models");
    Objects.requireNonNull(data, "data");
  }
}
