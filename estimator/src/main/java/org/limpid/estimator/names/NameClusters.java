package org.limpid.estimator.names;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Clusters of job names, found while the names appear: digits are masked, and a name joins the
 * cluster whose first name is nearest by relative edit distance, or founds a cluster of its own.
 *
 * <p>A name's cluster depends only on names that appeared before it, so clusters that are made in
 * the order of submission cannot see the future. With n different masked names of length L and k
 * clusters, the time is O(n k L^2) at worst; the tree of the leaders skips most of the k. Affinity
 * propagation, which Lucid uses, needs O(n^2 L^2) for the distances and O(n^2) per round, and all
 * names beforehand.
 *
 * <p>Source: leader clustering, Hartigan, "Clustering Algorithms", 1975, chapter 3. Not safe for
 * several threads.
 */
public final class NameClusters {
  /** Number for jobs without a name. */
  static final int NONE = -1;

  /** Largest share of different characters within which names are similar. */
  private static final double SIMILAR_SHARE = 0.3;

  private final LeaderTree leaders = new LeaderTree();
  private final Map<String, Integer> known = new HashMap<>();

  /** The cluster of a name, which is founded when there is none near; {@link #NONE} if empty. */
  public int add(String name) {
    if (name.isBlank()) {
      return NONE;
    }
    String masked = mask(name);
    Integer cluster = known.get(masked);
    if (cluster == null) {
      int nearest = leaders.nearest(masked, SIMILAR_SHARE);
      cluster = nearest == LeaderTree.NONE ? leaders.add(masked) : nearest;
      known.put(masked, cluster);
    }
    return cluster;
  }

  /** The name without surrounding space, in small letters, each run of digits as one {@code #}. */
  static String mask(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[0-9]+", "#");
  }
}
