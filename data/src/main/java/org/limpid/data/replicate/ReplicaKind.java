package org.limpid.data.replicate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is changed in a copy of a trace. Several changes are made in the order of these kinds. */
public enum ReplicaKind {
  /**
   * The days are drawn anew: each becomes a copy of a day of its class, working day (Monday to
   * Friday) or weekend, drawn with replacement.
   */
  DAYS("days"),
  /**
   * Jobs are submitted up to a minute earlier or later: all jobs of one second together, by a whole
   * number of seconds drawn uniformly from -60..60.
   */
  JITTER("jitter"),
  /** Jobs submitted in the same second come in an order that is drawn. */
  TIES("ties");

  /** The changes that are made when nobody chooses: they leave the load of the trace as it is. */
  public static final List<ReplicaKind> DEFAULT = List.of(JITTER, TIES);

  private final String label;

  ReplicaKind(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** The kind with this name. */
  public static Optional<ReplicaKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
