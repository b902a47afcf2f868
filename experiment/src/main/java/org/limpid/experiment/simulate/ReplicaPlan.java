package org.limpid.experiment.simulate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.limpid.data.replicate.ReplicaKind;
import org.limpid.data.replicate.Replicator;

/**
 * Which perturbed copies of a trace are simulated.
 *
 * @param count how many; 0: none
 * @param kinds what is changed in them
 * @param seed seed of what is drawn
 */
public record ReplicaPlan(int count, Set<ReplicaKind> kinds, long seed) {
  /** No copies. */
  public static final ReplicaPlan NONE = new ReplicaPlan(0, EnumSet.copyOf(ReplicaKind.DEFAULT), 0);

  public ReplicaPlan {
    if (count < 0) {
      throw new IllegalArgumentException("expected 0 or more replicas, found " + count);
    }
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  /** Makes the copies of the jobs of a data set. */
  public Replicator replicator(SimulationData data) {
    return new Replicator(data.trace(), data.reader().origin(), data.startSecond(), kinds, seed);
  }

  /** The names of what is changed, in order. */
  public List<String> kindNames() {
    return kinds.stream().map(ReplicaKind::label).toList();
  }
}
