package org.limpid.simulation.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which accidents of the published artifact of Lucid are fixed. Reference mode fixes none; the
 * default mode fixes all but {@link Fix#PROFILED_WORK_COUNTS}, which is a choice and no accident.
 *
 * @param fixes what is fixed
 */
public record Semantics(Set<Fix> fixes) {
  public Semantics {
    // In their declared order, unlike Set.copyOf, since the text of a record shows them.
    Set<Fix> ordered = EnumSet.noneOf(Fix.class);
    ordered.addAll(fixes);
    fixes = Collections.unmodifiableSet(ordered);
  }

  /** One thing that is done differently from the artifact. */
  public enum Fix {
    /** The job that is left of a pair runs at full speed again and may share again. */
    SURVIVOR_RECOVERS("survivor-recovers"),
    /** A job ends in the second in which its work is done, not one second later. */
    EXACT_SECONDS("exact-seconds"),
    /** A profiled job enters its virtual cluster when it leaves the profiler. */
    PROFILING_DELAYS("profiling-delays"),
    /** Work done in the profiler need not be done again; needs {@link #PROFILING_DELAYS}. */
    PROFILED_WORK_COUNTS("profiled-work-counts"),
    /** A node that is to be lent is lent as soon as one is idle, and always comes back. */
    LOANS_KEPT("loans-kept"),
    /** The joint utilisation of an unmeasured pair is the sum, at most 100 %. */
    JOINT_UTILISATION("joint-utilisation"),
    /** Pairs that were not measured run at their predicted rates, where these are given. */
    PREDICTED_PAIRS("predicted-pairs");

    private final String label;

    Fix(String label) {
      this.label = label;
    }

    /** The name on the command line. */
    public String label() {
      return label;
    }
  }

  /** The published artifact, quirks included. */
  public static Semantics reference() {
    return new Semantics(Set.of());
  }

  /** The same rules without the accidents. */
  public static Semantics standard() {
    return new Semantics(EnumSet.complementOf(EnumSet.of(Fix.PROFILED_WORK_COUNTS)));
  }

  /** Whether these are those of the published artifact: nothing is fixed. */
  public boolean isReference() {
    return fixes.isEmpty();
  }

  /** Whether this is fixed. */
  public boolean has(Fix fix) {
    return fixes.contains(fix);
  }

  /** Seconds between the end of a job's work and the second in which it is found finished. */
  public int endDelaySeconds() {
    return has(Fix.EXACT_SECONDS) ? 0 : 1;
  }

  /** A copy in which one thing is fixed or not. */
  public Semantics with(Fix fix, boolean fixed) {
    Set<Fix> changed = EnumSet.noneOf(Fix.class);
    changed.addAll(fixes);
    if (fixed) {
      changed.add(fix);
    } else {
      changed.remove(fix);
    }
    return new Semantics(changed);
  }
}
