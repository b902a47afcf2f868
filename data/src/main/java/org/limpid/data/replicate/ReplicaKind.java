package org.limpid.data.replicate;

import java.util.List;
import java.util.Locale;

/** What is changed in a copy of a trace. Several changes are made in the order of these kinds. */
public enum ReplicaKind {
  /**
   * The days are drawn anew: each becomes a copy of a day of its class, working day (Monday to
   * Friday) or weekend, drawn with replacement.
   */
  DAYS,
  /**
   * Jobs are submitted up to a minute earlier or later: all jobs of one second together, by a whole
   * number of seconds drawn uniformly from -60..60.
   */
  JITTER,
  /** Jobs submitted in the same second come in an order that is drawn. */
  TIES;

  /** The changes that are made when nobody chooses: they leave the load of the trace as it is. */
  public static final List<ReplicaKind> DEFAULT = List.of(JITTER, TIES);

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
