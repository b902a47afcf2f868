package org.limpid.plots.cluster;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.DatasetReader;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.RunData;
import org.limpid.results.RunFolder;

/**
 * What a node of each virtual cluster is, as the data set of the run tells. If that is gone, nodes
 * have as many GPUs as were ever seen in use: on any node, but in their virtual cluster where
 * {@code cluster.csv} shows that nodes differ. Immutable.
 */
final class NodeKinds {
  private final int[] gpus;
  private final List<String> types;

  private NodeKinds(int[] gpus, List<String> types) {
    this.gpus = gpus;
    this.types = types;
  }

  /** The kinds of a run. */
  static NodeKinds of(PlotInputs inputs, String policy, Occupancy occupancy) {
    RunFolder run = inputs.run();
    return inputs
        .dataset()
        .filter(data -> data.contentHash().equals(run.description().dataHash()))
        .or(() -> RunData.found(run.description(), Optional.empty()))
        .map(DatasetReader::cluster)
        .map(cluster -> told(cluster, occupancy))
        .orElseGet(() -> guessed(run.cluster(policy), seen(occupancy)));
  }

  /** By virtual cluster the highest GPU that ever had a job, counted from 1. */
  private static int[] seen(Occupancy occupancy) {
    int[] seen = new int[occupancy.jobs().virtualClusters().names().size()];
    Arrays.fill(seen, 1);
    for (Occupancy.Gpu gpu : occupancy.gpus()) {
      seen[gpu.virtualCluster()] = Math.max(seen[gpu.virtualCluster()], gpu.index() + 1);
    }
    return seen;
  }

  /** The kinds of a cluster; of virtual clusters that it lacks what was seen. */
  static NodeKinds told(ClusterDescription cluster, Occupancy occupancy) {
    List<String> names = occupancy.jobs().virtualClusters().names();
    int[] gpus = seen(occupancy);
    String[] types = new String[gpus.length];
    Arrays.fill(types, "");
    for (VirtualCluster each : cluster.virtualClusters()) {
      int code = names.indexOf(each.name());
      if (code >= 0) {
        gpus[code] = Math.max(gpus[code], cluster.gpusPerNode(each));
        types[code] = type(cluster.groups(each));
      }
    }
    return new NodeKinds(gpus, List.of(types));
  }

  private static String type(List<NodeGroup> groups) {
    Set<String> types = new TreeSet<>();
    groups.forEach(group -> types.add(group.gpuType()));
    return types.contains("") ? "" : String.join(" or ", types);
  }

  private static NodeKinds guessed(ClusterTable table, int[] seen) {
    int most = Arrays.stream(seen).max().orElse(1);
    double[] all = table.column(ClusterField.GPUS);
    double[] nodes = table.column(ClusterField.NODES);
    boolean differ =
        IntStream.range(0, all.length).anyMatch(i -> Math.abs(all[i] - most * nodes[i]) > 0);
    int[] gpus = differ ? seen : Arrays.stream(seen).map(_ -> most).toArray();
    return new NodeKinds(gpus, IntStream.of(gpus).mapToObj(_ -> "").toList());
  }

  /** GPUs of a node of a virtual cluster, which is given by its code. */
  int gpus(int virtualCluster) {
    return gpus[virtualCluster];
  }

  /** The GPUs of a node in words, such as {@code 2 P100}. */
  String words(int virtualCluster) {
    String type = types.get(virtualCluster);
    String unit = gpus[virtualCluster] == 1 ? "GPU" : "GPUs";
    return "%d %s".formatted(gpus[virtualCluster], type.isEmpty() ? unit : type);
  }

  /** Whether nodes of some virtual clusters are others than those of the rest. */
  boolean differ() {
    Set<String> kinds = new HashSet<>();
    IntStream.range(0, gpus.length).forEach(code -> kinds.add(words(code)));
    return kinds.size() > 1;
  }
}
