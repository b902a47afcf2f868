package org.limpid.simulation.policy;

/** What a policy is to a study that compares it with others. */
public enum Role {
  /**
   * What the study is about: explained first, the hero of reports, and what ablations and tunings
   * run.
   */
  SUBJECT,
  /** What the subject is measured by, in tables and sentences. */
  YARDSTICK,
  /** One more policy that the subject is compared with. */
  COMPARED,
  /** No policy for a real cluster, but what none can be better than. */
  BOUND,
  /** Run where it is asked for. */
  OTHER
}
