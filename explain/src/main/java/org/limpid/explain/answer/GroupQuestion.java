package org.limpid.explain.answer;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked about many jobs.
 *
 * @param run folder of a run with {@code --explain}
 * @param policy policy of the run; empty: {@code lucid}, else the first one
 * @param all whether text tells all days, hours, jobs and users, not the first ones only
 */
public record GroupQuestion(
    Kind kind, String name, Path run, Optional<String> policy, boolean all) {
  /** Whose jobs. */
  public enum Kind {
    USER("user"),
    VIRTUAL_CLUSTER("virtual cluster");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public GroupQuestion {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(policy, "policy");
  }
}
