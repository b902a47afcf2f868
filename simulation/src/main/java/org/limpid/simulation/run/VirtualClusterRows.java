package org.limpid.simulation.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;

/** The jobs of a trace by the virtual cluster in which they run. */
public final class VirtualClusterRows {
  private VirtualClusterRows() {}

  /**
   * Per virtual cluster, in the order of the cluster, the rows of its jobs, ascending.
   *
   * @throws InputProblem if the cluster lacks a virtual cluster of the trace
   */
  public static int[][] of(ClusterDescription cluster, Trace trace) {
    int[] placeOf = places(cluster, trace.virtualClusterNames());
    int[] counts = new int[cluster.virtualClusters().size()];
    for (int row = 0; row < trace.size(); row++) {
      counts[placeOf[trace.virtualClusterIndex(row)]]++;
    }
    int[][] rows = new int[counts.length][];
    Arrays.setAll(rows, place -> new int[counts[place]]);
    for (int row = trace.size() - 1; row >= 0; row--) {
      int place = placeOf[trace.virtualClusterIndex(row)];
      rows[place][--counts[place]] = row;
    }
    return rows;
  }

  /** Per name its place in the cluster. */
  private static int[] places(ClusterDescription cluster, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    cluster.virtualClusters().forEach(vc -> places.put(vc.name(), places.size()));
    return names.stream().mapToInt(name -> place(places, name)).toArray();
  }

  private static int place(Map<String, Integer> places, String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new InputProblem(
          "Jobs run in virtual cluster %s, which the cluster lacks. Maybe it is misspelt in one file."
              .formatted(name));
    }
    return place;
  }
}
