package org.limpid.reference.synergy;

/** How much of CPUs and memory a job is given beside its GPUs. */
public enum SynergyAllocation {
  /** The share of its GPUs. */
  FAIR("the share of its GPUs"),
  /** All that it wants, or nothing in this round. */
  GREEDY("all that a job wants"),
  /** All that it wants while others keep their fair shares. */
  TUNE("what a job wants, others at their share or above"),
  /** What makes the sum of all speeds largest. */
  OPT("the largest sum of speeds");

  private final String summary;

  SynergyAllocation(String summary) {
    this.summary = summary;
  }

  /** What a job gets, in words. */
  String summary() {
    return summary;
  }
}
