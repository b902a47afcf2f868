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
 * @param all whether text tells everything, not what matters only
 * @param seeksHelp whether small changes are tried that would have spared it the wait
 */
public record JobQuestion(
    JobId job,
    Path run,
    Optional<String> policy,
    Optional<Path> models,
    Optional<Path> data,
    boolean all,
    boolean seeksHelp) {
  public JobQuestion {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(models, "models");
    Objects.requireNonNull(data, "data");
  }
}
