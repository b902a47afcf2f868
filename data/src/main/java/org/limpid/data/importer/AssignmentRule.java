package org.limpid.data.importer;

/** How jobs of a trace without workloads get one. */
public enum AssignmentRule {
  /**
   * One workload per user, GPU count and CPU count, drawn by model and then by variant, each with
   * equal chances; the duration plays no part.
   */
  GROUP,

  /**
   * A workload for each job, drawn from those of its class of <em>true</em> duration, as the Lucid
   * artifact has it. It gives the duration class away to every model that sees the profile.
   */
  ARTIFACT
}
