package org.limpid.simulation.policy.elastic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/** Which GPUs of their nodes jobs get: their own as far as they keep any, else the lowest ones. */
final class Seats {
  private Seats() {}

  /**
   * Chooses GPUs.
   *
   * @param wishes jobs with the GPUs that they have
   * @param places per job how many GPUs of each node it gets
   * @return per job its GPUs; no two get the same one
   */
  static Map<Integer, Allocation> of(
      Nodes nodes, List<Arrangement.Wish> wishes, Map<Integer, Map<Integer, Integer>> places) {
    long[] free = new long[nodes.positionBound()];
    Arrays.fill(free, nodes.gpuMask());
    Map<Integer, Map<Integer, Long>> kept = new HashMap<>();
    for (Arrangement.Wish wish : wishes) {
      Map<Integer, Long> masks = new TreeMap<>();
      places
          .get(wish.job())
          .forEach((node, count) -> {
            long mask = lowest(held(wish.held(), node), count);
            masks.put(node, mask);
            free[node] &= ~mask;
          });
      kept.put(wish.job(), masks);
    }
    Map<Integer, Allocation> seats = new TreeMap<>();
    for (Arrangement.Wish wish : wishes) {
      Map<Integer, Long> masks = kept.get(wish.job());
      masks.replaceAll((node, mask) -> {
        int missing = places.get(wish.job()).get(node) - Long.bitCount(mask);
        long more = lowest(free[node], missing);
        free[node] &= ~more;
        return mask | more;
      });
      seats.put(wish.job(), allocation(nodes, masks));
    }
    return seats;
  }

  private static long held(Allocation place, int node) {
    long mask = 0;
    for (int i = 0; place != null && i < place.nodeCount(); i++) {
      mask |= place.node(i) == node ? place.gpuMask(i) : 0;
    }
    return mask;
  }

  private static long lowest(long mask, int count) {
    long rest = mask;
    for (int i = 0; i < count; i++) {
      rest &= rest - 1;
    }
    return mask & ~rest;
  }

  private static Allocation allocation(Nodes nodes, Map<Integer, Long> masks) {
    if (masks.size() == 1) {
      Map.Entry<Integer, Long> only = masks.entrySet().iterator().next();
      return nodes.onNode(only.getKey(), only.getValue());
    }
    return new Allocation(
        masks.keySet().stream().mapToInt(node -> node).toArray(),
        masks.values().stream().mapToLong(mask -> mask).toArray());
  }
}
