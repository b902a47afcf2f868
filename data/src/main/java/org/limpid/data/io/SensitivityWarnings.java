package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.SpeedTable;
import org.limpid.files.Problem;

/**
 * What is possible in a file of what models gain by CPUs and memory, but hardly meant: more of them
 * should not make a job slower, the fair share of a GPU should have been measured and have speed 1,
 * and a job should not want more for a GPU than a node has.
 */
public final class SensitivityWarnings {
  /** So much may a measurement at the fair share differ from 1. */
  private static final double TOLERANCE = 0.02;

  private static final double MIB_PER_GB = 1024;

  private final Path file;
  private final List<NodeGroup> nodes;
  private final List<Problem> warnings = new ArrayList<>();

  private SensitivityWarnings(Path file, List<NodeGroup> nodes) {
    this.file = file;
    this.nodes = nodes;
  }

  /**
   * Looks at the whole file of a data set.
   *
   * @throws org.limpid.files.DataException if it cannot be read
   */
  public static List<Problem> of(DatasetReader reader) {
    ResourceProfiles profiles = reader.sensitivity();
    if (profiles.isEmpty()) {
      return List.of();
    }
    SensitivityWarnings all =
        new SensitivityWarnings(
            reader.folder().resolve(reader.description().sensitivity()), reader.cluster().groups());
    all.lookAtNodes();
    profiles.all().forEach(all::look);
    return all.warnings;
  }

  private void lookAtNodes() {
    nodes.stream()
        .filter(group -> !isKnown(group))
        .findFirst()
        .ifPresent(group ->
            warnings.add(
                Problem.ofFile(
                    file,
                    "it is of no use as long as CPUs or memory of nodes are unknown, as of %s"
                        .formatted(group),
                    "Maybe add cpus_per_node and memory_mib to nodeGroups.")));
  }

  private static boolean isKnown(NodeGroup group) {
    return group.cpusPerNode() > 0 && group.memoryMib() > 0;
  }

  private void look(ResourceProfile profile) {
    SpeedTable table = profile.speeds();
    if (table.rows() == 0 || table.columns() == 0) {
      warn(profile, "", "it was not measured at all", "Maybe leave it out.");
      return;
    }
    fallsWithCpus(profile, table);
    fallsWithMemory(profile, table);
    nodes.stream().filter(SensitivityWarnings::isKnown).forEach(group -> look(profile, group));
  }

  private void fallsWithCpus(ResourceProfile profile, SpeedTable table) {
    for (int row = 1; row < table.rows(); row++) {
      for (int column = 0; column < table.columns(); column++) {
        if (table.speed(row, column) < table.speed(row - 1, column)) {
          warnSlower(profile, table, row, column, "CPUs");
          return;
        }
      }
    }
  }

  private void fallsWithMemory(ResourceProfile profile, SpeedTable table) {
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 1; column < table.columns(); column++) {
        if (table.speed(row, column) < table.speed(row, column - 1)) {
          warnSlower(profile, table, row, column, "memory");
          return;
        }
      }
    }
  }

  private void warnSlower(
      ResourceProfile profile, SpeedTable table, int row, int column, String what) {
    warn(
        profile,
        number(table.speed(row, column)),
        "it is slower with more %s, at %s CPUs and %s GB for a GPU"
            .formatted(what, number(table.cpus(row)), number(table.memoryGb(column))),
        "Maybe a measurement is off, or rows and columns are exchanged.");
  }

  private void look(ResourceProfile profile, NodeGroup group) {
    double cpus = (double) group.cpusPerNode() / group.gpusPerNode();
    double memoryGb = group.memoryMib() / MIB_PER_GB / group.gpusPerNode();
    SpeedTable table = profile.speeds();
    if (isOutside(cpus, table.cpus(0), table.cpus(table.rows() - 1))
        || isOutside(memoryGb, table.memoryGb(0), table.memoryGb(table.columns() - 1))) {
      warn(
          profile,
          "",
          "the fair share of a GPU, %s CPUs and %s GB, lies outside of what was measured"
              .formatted(number(cpus), number(memoryGb)),
          "Maybe it was measured on other nodes.");
      return;
    }
    double speed = profile.speed(cpus, memoryGb);
    if (Math.abs(speed - 1) > TOLERANCE) {
      warn(
          profile,
          number(speed),
          "expected speed 1 with the fair share of a GPU, %s CPUs and %s GB"
              .formatted(number(cpus), number(memoryGb)),
          "Maybe it was measured on other nodes.");
    }
    if (profile.cpusPerGpu() > group.cpusPerNode()
        || profile.memoryGbPerGpu() * MIB_PER_GB > group.memoryMib()) {
      warn(
          profile,
          "",
          "it wants %s CPUs and %s GB for a GPU, and a node has %d and %s"
              .formatted(
                  number(profile.cpusPerGpu()),
                  number(profile.memoryGbPerGpu()),
                  group.cpusPerNode(),
                  number(group.memoryMib() / MIB_PER_GB)),
          "Maybe a number is that of a whole job.");
    }
  }

  private static boolean isOutside(double value, double least, double most) {
    return value < least || value > most;
  }

  private void warn(ResourceProfile profile, String value, String message, String hint) {
    warnings.add(
        new Problem(file.toString(), 0, "models." + profile.model(), value, message, hint));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
