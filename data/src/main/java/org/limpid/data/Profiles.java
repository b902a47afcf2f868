package org.limpid.data;

import java.util.List;
import java.util.Objects;

/**
 * Everything measured about workloads, alone and in pairs.
 *
 * @param singles profiles of single workloads with their share score, in file order
 * @param pairs profiles of pairs, in file order
 */
public record Profiles(List<SingleProfile> singles, List<PairProfile> pairs) {
  /** No profiles at all. */
  public static final Profiles EMPTY = new Profiles(List.of(), List.of());

  public Profiles {
    singles = List.copyOf(singles);
    pairs = List.copyOf(pairs);
  }

  /**
   * A workload measured alone.
   *
   * @param shareScore how much it disturbs a job on the same GPUs: 0 light, 1 medium, 2 heavy
   */
  public record SingleProfile(WorkloadProfile profile, int shareScore) {
    public SingleProfile {
      Objects.requireNonNull(profile, "profile");
      if (shareScore < 0 || shareScore > 2) {
        throw new IllegalArgumentException(
            "share score of %s must be 0, 1 or 2, found %d"
                .formatted(profile.workload(), shareScore));
      }
    }
  }
}
