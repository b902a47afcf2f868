package org.limpid.experiment.fidelity;

import java.util.Locale;

/** Why a job waited longer in reality than in a simulation, or less long. */
public enum Cause {
  /** Most of the difference passed before it could start at all. */
  HELD(true, "held back: a dependency, a hold or a chosen start"),
  /** Less than a minute: real schedulers look at their queues now and then. */
  RHYTHM(true, "by less than a minute: the scheduler looks at its queue now and then"),
  /** When the simulation started it, reality had enough free GPUs, too, and left it waiting. */
  GPUS_FREE(true, "GPUs were free: limits, reservations, holds, or free GPUs on too many nodes"),
  /** A job that came later and is at least as large started before it. */
  OVERTAKEN(true, "overtaken by a later job of its size or larger: priorities, backfilling"),
  /** Reality had too few free GPUs when the simulation started it. */
  BUSY(true, "GPUs were busy in reality when the simulation had some free"),
  /** The simulation had too few free GPUs when reality started it. */
  FULL(false, "the simulated cluster was full when reality started it"),
  /** The simulation had enough free GPUs when reality started it. */
  QUEUED(false, "others came before it in the simulation, or free GPUs lay on too many nodes");

  private final boolean longerInReality;
  private final String words;

  Cause(boolean longerInReality, String words) {
    this.longerInReality = longerInReality;
    this.words = words;
  }

  /** Whether jobs wait longer in reality for it. */
  public boolean isLongerInReality() {
    return longerInReality;
  }

  /** What it says, for people. */
  public String words() {
    return words;
  }

  /** Stable name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
