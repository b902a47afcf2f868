package org.limpid.reference.synergy;

/**
 * How a trace is replayed.
 *
 * @param isStatic whether all jobs are there from the start, and the first round begins at 1 s
 * @param endsAtGap whether the run ends at the first round without a job, as the artifact's does,
 *     though more jobs are to come; else when all have finished
 */
public record ReplayRules(boolean isStatic, boolean endsAtGap) {
  /** A trace with arrivals, all of whose jobs finish. */
  public static final ReplayRules WHOLE = new ReplayRules(false, false);
}
