package org.limpid.data.importer;

import java.util.LinkedHashMap;
import java.util.Map;

/** How jobs of a trace without workloads get one. */
public enum AssignmentRule {
  /**
   * One workload per user, GPU count and CPU count, drawn by model and then by variant, each with
   * equal chances; the duration plays no part.
   */
  GROUP,

  /**
   * A workload for each job, drawn as for {@link #GROUP}: for traces without users. Neither the
   * duration nor any other job plays a part.
   */
  JOB,

  /**
   * A workload for each job, drawn from those of its class of <em>true</em> duration, as the Lucid
   * artifact has it. It gives the duration class away to every model that sees the profile.
   */
  ARTIFACT;

  /** The rules by the names that commands have for them. */
  static Map<String, AssignmentRule> byName() {
    Map<String, AssignmentRule> rules = new LinkedHashMap<>();
    rules.put("random", GROUP);
    rules.put("artifact-rule", ARTIFACT);
    return rules;
  }
}
