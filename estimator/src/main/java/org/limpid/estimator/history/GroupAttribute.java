package org.limpid.estimator.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.estimator.names.NameClusters;

/** Something that jobs have in common, known when they are submitted. */
enum GroupAttribute {
  USER,
  VIRTUAL_CLUSTER,
  GPUS,
  CPUS,
  /** The name as it stands. */
  NAME,
  /** The cluster of the name, as {@link NameClusters} founds them in the order of submission. */
  NAME_CLUSTER,
  /** The deep-learning model of the profile. */
  MODEL,
  /** Model, data set, batch size and precision of the profile. */
  WORKLOAD;

  /** Stands for a job that lacks the attribute. */
  static final int MISSING = -1;

  /**
   * One number per job, equal for equal values; {@link #MISSING} where a job has none.
   *
   * @param order rows in the order of submission
   */
  int[] codes(Trace trace, int[] order) {
    return switch (this) {
      case USER -> each(order, trace::userIndex);
      case VIRTUAL_CLUSTER -> each(order, trace::virtualClusterIndex);
      case GPUS -> each(order, trace::gpuCount);
      case CPUS -> each(order, trace::cpuCount);
      case NAME -> names(trace, order);
      case NAME_CLUSTER -> {
        NameClusters clusters = new NameClusters();
        yield each(order, row -> clusters.add(trace.jobName(row)));
      }
      case MODEL -> workloads(trace, order, true);
      case WORKLOAD -> workloads(trace, order, false);
    };
  }

  private static int[] each(int[] order, IntUnaryOperator code) {
    int[] codes = new int[order.length];
    for (int row : order) {
      codes[row] = code.applyAsInt(row);
    }
    return codes;
  }

  private static int[] names(Trace trace, int[] order) {
    Map<String, Integer> known = new HashMap<>();
    return each(
        order,
        row -> {
          String name = trace.jobName(row);
          return name.isBlank() ? MISSING : number(known, name);
        });
  }

  private static int[] workloads(Trace trace, int[] order, boolean modelOnly) {
    Map<Object, Integer> known = new HashMap<>();
    int[] codeOfProfile =
        trace.workloadProfiles().stream()
            .map(WorkloadProfile::workload)
            .mapToInt(workload -> number(known, modelOnly ? workload.model() : workload))
            .toArray();
    return each(
        order,
        row -> {
          int profile = trace.workloadIndex(row);
          return profile == Trace.NO_WORKLOAD ? MISSING : codeOfProfile[profile];
        });
  }

  private static <T> int number(Map<T, Integer> known, T value) {
    Integer number = known.putIfAbsent(value, known.size());
    return number == null ? known.size() - 1 : number;
  }
}
