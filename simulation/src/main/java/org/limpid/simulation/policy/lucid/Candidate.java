package org.limpid.simulation.policy.lucid;

import java.util.Objects;
import java.util.OptionalDouble;
import org.limpid.simulation.job.JobName;

/**
 * A running job that might have shared its GPUs, and the first rule that forbade it.
 *
 * @param job the job
 * @param rule the rule
 * @param shareScoreSum the share scores of both, added
 * @param memoryMib GPU memory that both need, MiB; empty if it can't be told
 * @param priorityRatio GPU time of the waiting job relative to that of this one, as estimated
 */
public record Candidate(
    JobName job, Rule rule, int shareScoreSum, OptionalDouble memoryMib, double priorityRatio) {
  public Candidate {
    Objects.requireNonNull(rule, "rule");
  }

  /** The rules of sharing, in the order in which they are asked. */
  public enum Rule {
    /** It shares with another job already. */
    SHARES("shares"),
    /** The GPUs have too little memory for both. */
    MEMORY("memory"),
    /** The two would disturb each other too much, by the sum of their share scores. */
    DISTURBANCE("disturbance"),
    /** Its own work is much more urgent. */
    PRIORITY("priority"),
    /** Its nodes are reserved for another job. */
    RESERVED("reserved"),
    /** Too little memory, or a rule behind that: the memory of jobs is not known here. */
    MEMORY_OR_LATER("memory_or_later");

    private final String label;

    Rule(String label) {
      this.label = label;
    }

    /** The name in files. */
    @Override
    public String toString() {
      return label;
    }
  }
}
