package org.limpid.simulation.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which accidents of the published artifact of Lucid are mended. Reference mode mends none; the
 * default mode mends all but {@link Mend#PROFILED_WORK_COUNTS}, which is a choice and no accident.
 *
 * @param mends what is mended
 */
public record Semantics(Set<Mend> mends) {
  public Semantics {
    // In their declared order, unlike Set.copyOf, since the text of a record shows them.
    Set<Mend> ordered = EnumSet.noneOf(Mend.class);
    ordered.addAll(mends);
    mends = Collections.unmodifiableSet(ordered);
  }

  /** One thing that is done differently from the artifact. */
  public enum Mend {
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

    Mend(String label) {
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
    return new Semantics(EnumSet.complementOf(EnumSet.of(Mend.PROFILED_WORK_COUNTS)));
  }

  /** Whether this is mended. */
  public boolean has(Mend mend) {
    return mends.contains(mend);
  }

  /** Seconds between the end of a job's work and the second in which it is found finished. */
  public int endDelaySeconds() {
    return has(Mend.EXACT_SECONDS) ? 0 : 1;
  }

  /** A copy in which one thing is mended or not. */
  public Semantics with(Mend mend, boolean mended) {
    Set<Mend> changed = EnumSet.noneOf(Mend.class);
    changed.addAll(mends);
    if (mended) {
      changed.add(mend);
    } else {
      changed.remove(mend);
    }
    return new Semantics(changed);
  }
}
