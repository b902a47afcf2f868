package org.limpid.plots.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;

/**
 * Workloads in groups of a model and data set; groups whose workloads are slowed most come last.
 */
record WorkloadOrder(List<Integer> rows, List<Group> groups) {
  /** A model, with the data set where it has several, and how many workloads it has. */
  record Group(String name, int size) {}

  static WorkloadOrder of(List<Workload> workloads, PairSpeeds speeds) {
    Map<List<String>, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < workloads.size(); i++) {
      Workload workload = workloads.get(i);
      members
          .computeIfAbsent(List.of(workload.model(), workload.dataset()), _ -> new ArrayList<>())
          .add(i);
    }
    Comparator<List<Integer>> fastest =
        Comparator.comparingDouble(group -> -mean(group, speeds, workloads.size()));
    List<Map.Entry<List<String>, List<Integer>>> sorted =
        members.entrySet().stream().sorted(Map.Entry.comparingByValue(fastest)).toList();
    Comparator<Integer> within =
        Comparator.<Integer>comparingInt(i -> workloads.get(i).batchSize())
            .thenComparing(i -> workloads.get(i).mixedPrecision());
    List<Integer> rows = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<List<String>, List<Integer>> entry : sorted) {
      rows.addAll(entry.getValue().stream().sorted(within).toList());
      groups.add(new Group(name(entry.getKey(), members), entry.getValue().size()));
    }
    return new WorkloadOrder(rows, groups);
  }

  private static String name(List<String> key, Map<List<String>, List<Integer>> members) {
    long sets = members.keySet().stream().filter(other -> other.get(0).equals(key.get(0))).count();
    return sets == 1 ? key.get(0) : key.get(0) + " " + key.get(1);
  }

  /** Mean known speed of some workloads, each next to all. */
  private static double mean(List<Integer> group, PairSpeeds speeds, int count) {
    return group.stream()
        .flatMapToDouble(
            own -> IntStream.range(0, count).mapToDouble(other -> speeds.rate(own, other)))
        .filter(rate -> !Double.isNaN(rate))
        .average()
        .orElse(1);
  }
}
