package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limpid.data.VirtualCluster;
import org.limpid.files.Problems;

/** The table of virtual clusters: a name and a number of nodes per row. */
public final class ClusterFile {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.VC, Column.NUM), List.of()).alias("", Column.VC);

  private enum Column {
    VC,
    NUM
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
}
