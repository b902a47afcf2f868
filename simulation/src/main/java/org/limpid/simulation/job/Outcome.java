package org.limpid.simulation.job;

/** How a job left the cluster. */
public enum Outcome {
  /** Its work was done. */
  ENDED,
  /** It had run as long as it had asked for, and its work was not done. */
  KILLED,
  /** The scheduler turned it away; it never ran. */
  REJECTED
}
