package org.limpid.plots.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/**
 * When which jobs ran on the same GPUs. The tables name no partners. Where they say when a job
 * joined another one, its partner is the job that held the same GPUs then; else its partners are
 * all that held one of its GPUs when it started, and jobs stay where they are.
 */
final class SharedTimes {
  private SharedTimes() {}

  /** A job that joined another one on its GPUs, by their rows. */
  record Pair(int partner, int newcomer, long fromSecond, long toSecond) {}

  private record Place(int virtualCluster, String nodes) {}

  /** All pairs under a policy, in the order of the newcomers; none if jobs don't share GPUs. */
  static List<Pair> of(JobTable jobs, String[] nodes) {
    if (!jobs.mayShareGpus()) {
      return List.of();
    }
    return jobs.colocations().isPresent() ? joined(jobs, nodes) : overlapping(jobs, nodes);
  }

  private static List<Pair> joined(JobTable jobs, String[] nodes) {
    List<Pair> pairs = new ArrayList<>();
    Map<Place, List<Integer>> rowsOf = new HashMap<>();
    for (int row = 0; row < nodes.length; row++) {
      rowsOf.computeIfAbsent(place(jobs, nodes, row), _ -> new ArrayList<>()).add(row);
    }
    for (int row = 0; row < nodes.length; row++) {
      if (jobs.colocatedAtSeconds(row) > 0) {
        addPair(jobs, row, rowsOf.get(place(jobs, nodes, row)), pairs);
      }
    }
    return pairs;
  }

  private static Place place(JobTable jobs, String[] nodes, int row) {
    return new Place(jobs.virtualClusters().code(row), nodes[row]);
  }

  private static void addPair(
      JobTable jobs, int newcomer, List<Integer> candidates, List<Pair> pairs) {
    long joined = jobs.colocatedAtSeconds(newcomer);
    candidates.stream()
        .filter(row -> row != newcomer && !jobs.isFinishedInProfiler(row))
        .filter(row -> jobs.startSeconds(row) <= joined && jobs.endSeconds(row) > joined)
        .filter(row -> jobs.colocatedAtSeconds(row) != joined || row < newcomer)
        .max(Comparator.comparingLong(jobs::startSeconds))
        .map(row ->
            new Pair(
                row, newcomer, joined, Math.min(jobs.endSeconds(row), jobs.endSeconds(newcomer))))
        .ifPresent(pairs::add);
  }

  private static List<Pair> overlapping(JobTable jobs, String[] nodes) {
    Map<Place, List<Integer>> running = new HashMap<>();
    Map<Integer, List<Pair>> pairsOf = new TreeMap<>();
    IntStream.range(0, nodes.length)
        .filter(row -> !jobs.isFinishedInProfiler(row) && !nodes[row].isEmpty())
        .boxed()
        .sorted(Comparator.comparingLong(jobs::startSeconds))
        .forEach(row -> pairsOf.put(row, partners(jobs, row, nodes[row], running)));
    return pairsOf.values().stream().flatMap(List::stream).toList();
  }

  /** With whom a job starts to share, in the order of the trace; it then runs on its GPUs. */
  private static List<Pair> partners(
      JobTable jobs, int newcomer, String nodes, Map<Place, List<Integer>> running) {
    long start = jobs.startSeconds(newcomer);
    Set<Integer> partners = new TreeSet<>();
    for (String gpu : gpus(nodes)) {
      List<Integer> there =
          running.computeIfAbsent(
              new Place(jobs.virtualClusters().code(newcomer), gpu), _ -> new ArrayList<>());
      there.removeIf(row -> jobs.endSeconds(row) <= start);
      partners.addAll(there);
      there.add(newcomer);
    }
    return partners.stream()
        .map(row ->
            new Pair(
                row, newcomer, start, Math.min(jobs.endSeconds(row), jobs.endSeconds(newcomer))))
        .toList();
  }

  /** Each GPU of {@code node:gpu+gpu;node:gpu} as {@code node:gpu}. */
  private static List<String> gpus(String nodes) {
    List<String> gpus = new ArrayList<>();
    for (String node : nodes.split(";")) {
      String prefix = node.substring(0, node.indexOf(':') + 1);
      for (String gpu : node.substring(prefix.length()).split("\\+")) {
        gpus.add(prefix + gpu);
      }
    }
    return gpus;
  }

  static String[] placements(RunFolder run, String policy) {
    String[] nodes = new String[run.allJobs(policy).size()];
    run.placements(policy, (row, text) -> nodes[row] = text);
    return nodes;
  }
}
