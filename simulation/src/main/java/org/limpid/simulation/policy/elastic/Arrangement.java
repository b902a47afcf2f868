package org.limpid.simulation.policy.elastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/**
 * Where jobs lie: as many GPUs of which node each of them gets, so that it lies on as few nodes as
 * possible. Jobs of powers of two always lie together on nodes of a power of two when larger ones
 * are placed before smaller ones, as with buddies; so where a job would lie apart, others may be
 * moved. For one thread.
 */
final class Arrangement {
  private static final Comparator<Wish> LARGEST_FIRST =
      Comparator.comparingInt((Wish wish) -> -wish.gpus())
          .thenComparing(wish -> !wish.stays())
          .thenComparingInt(Wish::job);

  private final int gpusPerNode;
  private final int[] free;

  /** GPUs of jobs that would have to be moved. */
  private final int[] occupied;

  private final Map<Integer, Map<Integer, Integer>> places = new TreeMap<>();

  /**
   * A job that needs a place.
   *
   * @param gpus how many GPUs it gets
   * @param held where it is now; null: nowhere
   */
  record Wish(int job, int gpus, Allocation held) {
    /** Whether it goes on with as many GPUs as it has. */
    boolean stays() {
      return held != null && held.gpuCount() == gpus;
    }
  }

  private Arrangement(Nodes nodes) {
    gpusPerNode = nodes.gpusPerNode();
    free = new int[nodes.positionBound()];
    occupied = new int[free.length];
    for (int node = 0; node < free.length; node++) {
      free[node] = nodes.number(node) < 0 ? 0 : gpusPerNode;
    }
  }

  /**
   * Places jobs: those that keep their size stay where they are if the others lie together by that;
   * else some of them are moved.
   *
   * @param wishes all jobs that are to run, in any order
   * @param mayMove whether a job that keeps its size may be moved; asked at most once for each
   * @param stayed called if after all nobody is moved although some were asked
   * @return per job the GPUs of each node
   */
  static Map<Integer, Map<Integer, Integer>> of(
      Nodes nodes, List<Wish> wishes, IntPredicate mayMove, Runnable stayed) {
    List<Wish> sorted = wishes.stream().sorted(LARGEST_FIRST).toList();
    return new Arrangement(nodes)
        .staying(sorted, false)
        .or(() -> new Arrangement(nodes).moving(sorted, mayMove))
        .or(() -> {
          stayed.run();
          return new Arrangement(nodes).staying(sorted, true);
        })
        .orElseThrow();
  }

  private Optional<Map<Integer, Map<Integer, Integer>>> staying(
      List<Wish> wishes, boolean mayLieApart) {
    wishes.stream().filter(Wish::stays).forEach(wish -> put(wish, counts(wish.held())));
    for (Wish wish : wishes) {
      if (!wish.stays() && !place(wish, mayLieApart)) {
        return Optional.empty();
      }
    }
    return Optional.of(places);
  }

  /** Everybody anew, larger ones first; whoever still finds its old place free keeps it. */
  private Optional<Map<Integer, Map<Integer, Integer>>> moving(
      List<Wish> wishes, IntPredicate mayMove) {
    List<Wish> staying = new ArrayList<>();
    for (Wish wish : wishes) {
      if (wish.stays()) {
        staying.add(wish);
        counts(wish.held()).forEach((node, count) -> occupied[node] += count);
      }
    }
    for (Wish wish : wishes) {
      if (!placeAnew(wish)) {
        return Optional.empty();
      }
    }
    return staying.stream()
            .filter(wish -> !places.get(wish.job()).equals(counts(wish.held())))
            .allMatch(wish -> mayMove.test(wish.job()))
        ? Optional.of(places)
        : Optional.empty();
  }

  private boolean placeAnew(Wish wish) {
    if (!wish.stays()) {
      return place(wish, false);
    }
    Map<Integer, Integer> held = counts(wish.held());
    held.forEach((node, count) -> occupied[node] -= count);
    boolean isFree = held.entrySet().stream().allMatch(e -> e.getValue() <= free[e.getKey()]);
    if (isFree && held.size() == nodesFor(wish.gpus())) {
      put(wish, held);
      return true;
    }
    return place(wish, false);
  }

  private int nodesFor(int gpus) {
    return Math.ceilDiv(gpus, gpusPerNode);
  }

  private void put(Wish wish, Map<Integer, Integer> counts) {
    counts.forEach((node, count) -> free[node] -= count);
    places.put(wish.job(), counts);
  }

  /** On the fewest nodes, or where GPUs are free. */
  private boolean place(Wish wish, boolean mayLieApart) {
    Map<Integer, Integer> held = wish.held() == null ? Map.of() : counts(wish.held());
    Map<Integer, Integer> counts = new TreeMap<>();
    int left = wish.gpus();
    while (left > 0) {
      int part = Math.min(left, gpusPerNode);
      int node = best(part, held.keySet(), counts.keySet());
      if (node < 0 && mayLieApart) {
        node = emptiest(counts.keySet());
        part = node < 0 ? 0 : free[node];
      }
      if (node < 0 || part == 0) {
        return false;
      }
      counts.put(node, part);
      left -= part;
    }
    put(wish, counts);
    return true;
  }

  /** Where the fewest would have to move, then where the job is, then the fullest node. */
  private int best(int gpus, Set<Integer> held, Set<Integer> taken) {
    int best = -1;
    long bestRank = Long.MAX_VALUE;
    for (int node = 0; node < free.length; node++) {
      if (free[node] >= gpus && !taken.contains(node)) {
        int moved = Math.max(0, gpus + occupied[node] - free[node]);
        long rank = ((long) moved << 32) + (held.contains(node) ? 0 : 1 + free[node]);
        if (rank < bestRank) {
          bestRank = rank;
          best = node;
        }
      }
    }
    return best;
  }

  private int emptiest(Set<Integer> taken) {
    int best = -1;
    for (int node = 0; node < free.length; node++) {
      if (free[node] > (best < 0 ? 0 : free[best]) && !taken.contains(node)) {
        best = node;
      }
    }
    return best;
  }

  private static Map<Integer, Integer> counts(Allocation place) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < place.nodeCount(); i++) {
      counts.merge(place.node(i), Long.bitCount(place.gpuMask(i)), Integer::sum);
    }
    return counts;
  }
}
