package org.limpid.reference.synergy;

import java.util.List;
import java.util.Optional;

/** Where the jobs of a run come from, and when it ends. */
interface JobSource {
  /** When the first round begins. */
  double firstRoundSeconds();

  /** The jobs known at the start, in the order in which they are noted. */
  List<SynergyJob> first();

  /** The job that is known once another has come in, if there is any. */
  Optional<SynergyJob> after(SynergyJob arrived);

  /** Takes note that a job has finished. */
  void finished(SynergyJob job);

  /**
   * Whether no further round is wanted.
   *
   * @param isIdle whether no job is waiting or running
   */
  boolean isOver(boolean isIdle);
}
