package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A policy of Synergy's artifact.
 *
 * @param order in which it goes through the jobs
 * @param allocation how much it gives them
 * @param consolidates whether it puts a job on one server where it can, rather than on the first
 *     GPUs that are free
 */
public record SynergyPolicy(
    SynergyOrder order, SynergyAllocation allocation, boolean consolidates) {
  /** All without consolidation, in the order of their names' parts. */
  public static List<SynergyPolicy> all() {
    List<SynergyPolicy> all = new ArrayList<>();
    for (SynergyOrder order : SynergyOrder.values()) {
      for (SynergyAllocation allocation : SynergyAllocation.values()) {
        all.add(new SynergyPolicy(order, allocation, false));
      }
    }
    return all;
  }

  /** E.g. {@code synergy-fifo-tune}. */
  public String name() {
    return "synergy-%s-%s".formatted(order, allocation).toLowerCase(Locale.ROOT);
  }
}
