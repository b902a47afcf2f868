package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.VirtualCluster;
import org.limpid.files.Problems;

/** The tables of virtual clusters and of the groups of nodes that they consist of. */
public final class ClusterFile {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.VC, Column.NUM), List.of()).alias("", Column.VC);
  private static final CsvSchema GROUPS =
      CsvSchema.of(
          List.of(Column.VC, Column.NUM, Column.GPUS_PER_NODE),
          List.of(
              Column.GPU_TYPE,
              Column.CPUS_PER_NODE,
              Column.MEMORY_MIB,
              Column.GPU_MEMORY_MIB,
              Column.STORAGE_MBPS));

  private enum Column {
    VC,
    NUM,
    GPUS_PER_NODE,
    GPU_TYPE,
    CPUS_PER_NODE,
    MEMORY_MIB,
    GPU_MEMORY_MIB,
    STORAGE_MBPS
  }

  private ClusterFile() {}

  /** The virtual clusters in file order; all that is wrong goes to {@code problems}. */
  public static List<VirtualCluster> read(Path file, Problems problems) {
    List<VirtualCluster> virtualClusters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long before = problems.count();
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> {
          String name = row.requiredText(Column.VC);
          int nodes = (int) row.wholeNumber(Column.NUM, 1, Limits.MAX_COUNT, "");
          if (!names.add(name)) {
            row.problem(Column.VC, "expected each virtual cluster once", "");
          }
          virtualClusters.add(new VirtualCluster(name, nodes));
        });
    if (virtualClusters.isEmpty() && problems.count() == before) {
      problems.add(file, "expected at least one virtual cluster, found none", "");
    }
    return virtualClusters;
  }

  /**
   * Virtual clusters with their groups of nodes, which must be as many nodes as they have; one that
   * the file does not name has none.
   *
   * @param gpuMemoryMib memory of a GPU where the file does not say it
   */
  static List<VirtualCluster> withGroups(
      List<VirtualCluster> virtualClusters, Path file, int gpuMemoryMib, Problems problems) {
    Map<String, List<NodeGroup>> groups = new LinkedHashMap<>();
    virtualClusters.forEach(vc -> groups.put(vc.name(), new ArrayList<>()));
    long before = problems.count();
    CsvInput.read(
        file,
        GROUPS,
        problems,
        row -> {
          String name = row.requiredText(Column.VC);
          if (groups.containsKey(name)) {
            groups.get(name).add(group(row, gpuMemoryMib));
          } else {
            row.problem(Column.VC, "expected a virtual cluster of the cluster", "");
          }
        });
    if (problems.count() > before) {
      return virtualClusters;
    }
    virtualClusters.forEach(vc -> requireAll(vc, groups.get(vc.name()), file, problems));
    return problems.count() > before
        ? virtualClusters
        : virtualClusters.stream()
            .map(vc -> new VirtualCluster(vc.name(), vc.nodeCount(), groups.get(vc.name())))
            .toList();
  }

  private static NodeGroup group(CsvRow row, int gpuMemoryMib) {
    return new NodeGroup(
        (int) row.wholeNumber(Column.NUM, 1, Limits.MAX_COUNT, ""),
        (int) row.wholeNumber(Column.GPUS_PER_NODE, 1, ClusterDescription.MAX_GPUS_PER_NODE, ""),
        row.text(Column.GPU_TYPE),
        (int) count(row, Column.CPUS_PER_NODE, 0, 0, Limits.MAX_COUNT),
        count(row, Column.MEMORY_MIB, 0, 0, Limits.MAX_SECONDS),
        (int) count(row, Column.GPU_MEMORY_MIB, gpuMemoryMib, 1, Integer.MAX_VALUE),
        (int) count(row, Column.STORAGE_MBPS, 0, 0, Limits.MAX_COUNT));
  }

  private static long count(CsvRow row, Column column, long otherwise, long minimum, long maximum) {
    return row.isEmpty(column) ? otherwise : row.wholeNumber(column, minimum, maximum, "");
  }

  private static void requireAll(
      VirtualCluster vc, List<NodeGroup> groups, Path file, Problems problems) {
    long nodes = groups.stream().mapToLong(NodeGroup::nodeCount).sum();
    if (nodes > 0 && nodes != vc.nodeCount()) {
      problems.add(
          file,
          "expected groups of %,d nodes in all for %s, found %,d"
              .formatted(vc.nodeCount(), vc.name(), nodes),
          "Maybe a group is missing, or its nodes belong to another virtual cluster.");
    }
  }

  static void write(CsvOutput csv, List<VirtualCluster> virtualClusters) {
    csv.row("vc", "num");
    virtualClusters.forEach(vc -> csv.field(vc.name()).field(vc.nodeCount()).endRow());
  }

  /** Writes groups of nodes; the bandwidth of their storage only where any is known. */
  static void writeGroups(CsvOutput csv, List<VirtualCluster> virtualClusters) {
    boolean withStorage =
        virtualClusters.stream()
            .flatMap(vc -> vc.groups().stream())
            .anyMatch(group -> group.storageMbps() > 0);
    List<Column> columns = List.of(Column.values());
    CsvSchema.writeNames(csv, withStorage ? columns : columns.subList(0, columns.size() - 1));
    for (VirtualCluster vc : virtualClusters) {
      for (NodeGroup group : vc.groups()) {
        csv.field(vc.name())
            .field(group.nodeCount())
            .field(group.gpusPerNode())
            .field(group.gpuType())
            .field(group.cpusPerNode())
            .field(group.memoryMib())
            .field(group.gpuMemoryMib());
        if (withStorage) {
          csv.field(group.storageMbps());
        }
        csv.endRow();
      }
    }
  }
}
