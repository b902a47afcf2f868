package org.limpid.simulation.host;

import java.util.Comparator;
import java.util.List;

/**
 * All that the choices of a running job depend on: two jobs of a kind can have the same.
 *
 * @param model its name, empty if nobody knows what it gains
 * @param gpus how many it has on each of its nodes
 * @param least what it can claim on each of them
 */
record SupplyKind(String model, List<Integer> gpus, List<Supply> least)
    implements Comparable<SupplyKind> {
  /** Any order will do, if it is the same in every run. */
  private static final Comparator<SupplyKind> ORDER =
      Comparator.comparing(SupplyKind::model)
          .thenComparing(kind -> kind.gpus().toString())
          .thenComparing(kind -> kind.least().toString());

  SupplyKind {
    gpus = List.copyOf(gpus);
    least = List.copyOf(least);
  }

  int nodeCount() {
    return gpus.size();
  }

  int mostGpusOnNode() {
    return gpus.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  @Override
  public int compareTo(SupplyKind other) {
    return ORDER.compare(this, other);
  }
}
