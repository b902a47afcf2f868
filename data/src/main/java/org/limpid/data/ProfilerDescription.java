package org.limpid.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * The profiling partition of Lucid: where its nodes come from and what it may run.
 *
 * @param nodeCount nodes of its own, at least 1
 * @param timeLimitSeconds longest time that a job may stay
 * @param gpuFactor jobs of more than {@code gpuFactor x nodeCount} GPUs are not profiled
 * @param takenFrom virtual clusters that give up one node each, in order; repeated when there are
 *     more profiler nodes than names
 * @param lender virtual cluster that lends a node while many jobs wait for profiling; null: none
 * @param loanNodes number of nodes lent at a time: 0 or 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfilerDescription(
    @JsonProperty("nodes") int nodeCount,
    int timeLimitSeconds,
    int gpuFactor,
    List<String> takenFrom,
    String lender,
    int loanNodes) {
  public ProfilerDescription {
    takenFrom = List.copyOf(Objects.requireNonNull(takenFrom, "takenFrom"));
    requireAtLeastOne("nodes", nodeCount);
    requireAtLeastOne("timeLimitSeconds", timeLimitSeconds);
    requireAtLeastOne("gpuFactor", gpuFactor);
    if (loanNodes < 0 || loanNodes > 1) {
      throw new IllegalArgumentException("loanNodes must be 0 or 1, found " + loanNodes);
    }
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "profiler: " + name + " must be at least 1, found " + value);
    }
  }

  /** Largest number of GPUs that a profiled job may ask for; at most {@link Integer#MAX_VALUE}. */
  public int maxGpuCount() {
    return (int) Math.min(Integer.MAX_VALUE, (long) gpuFactor * nodeCount);
  }
}
