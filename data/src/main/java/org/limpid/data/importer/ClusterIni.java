package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * A cluster as Synergy's artifact describes it: an INI file with a section {@code [CLUSTER]}. What
 * it does not say is as in the artifact; other sections decide nothing.
 */
final class ClusterIni {
  private static final long MIB_PER_GB = 1024;
  private static final int MOST = 1_000_000;

  /** What the artifact takes where the file does not say it. */
  private static final Map<String, Integer> USUAL =
      Map.of(
          "racks", 1,
          "servers_per_rack", 4,
          "gpus_per_server", 8,
          "cpus_per_server", 24,
          "dram_per_server", 500,
          "sspeed_per_server", 300);

  private final Path file;
  private final Problems problems;
  private final Map<String, Integer> values = new HashMap<>(USUAL);
  private String section = "";

  private ClusterIni(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads a cluster of one virtual cluster with nodes of one kind.
   *
   * @param name of the virtual cluster
   * @throws org.limpid.files.DataException with all that is wrong with the file
   */
  static ClusterDescription read(Path file, String name) {
    Problems problems = new Problems();
    ClusterIni ini = new ClusterIni(file, problems);
    TextLines.read(file, problems, ini::take);
    problems.throwIfAny();
    return ini.cluster(name);
  }

  private void take(long number, String line) {
    String text = line.strip();
    if (text.startsWith("#") || text.startsWith(";")) {
      return;
    }
    if (text.startsWith("[") && text.endsWith("]")) {
      section = text.substring(1, text.length() - 1);
      return;
    }
    String[] parts = text.split("[=:]", 2);
    if (parts.length < 2 || section.isEmpty()) {
      problem(number, "", text, "expected a section in brackets, or a key = value in one");
    } else if (section.equals("CLUSTER")) {
      set(number, parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
    }
  }

  private void set(long number, String key, String value) {
    if (!USUAL.containsKey(key)) {
      return;
    }
    int most = key.equals("gpus_per_server") ? ClusterDescription.MAX_GPUS_PER_NODE : MOST;
    int found = value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    if (found < 1 || found > most) {
      problem(number, key, value, "expected a whole number of 1 to %d".formatted(most));
    } else if (key.equals("racks") && found > 1) {
      problem(number, key, value, "expected one rack, as the artifact numbers each one anew");
    } else {
      values.put(key, found);
    }
  }

  private void problem(long line, String key, String value, String message) {
    problems.add(new Problem(file.toString(), line, key, value, message, ""));
  }

  private ClusterDescription cluster(String name) {
    int servers = values.get("servers_per_rack");
    int gpus = values.get("gpus_per_server");
    int cpus = values.get("cpus_per_server");
    NodeGroup group =
        new NodeGroup(
            servers,
            gpus,
            "",
            cpus,
            values.get("dram_per_server") * MIB_PER_GB,
            WorkloadModel.GPU_MEMORY_MIB,
            values.get("sspeed_per_server"));
    return new ClusterDescription(
        List.of(new VirtualCluster(name, servers, List.of(group))),
        gpus,
        cpus,
        WorkloadModel.GPU_MEMORY_MIB);
  }
}
