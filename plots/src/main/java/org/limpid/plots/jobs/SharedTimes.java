package org.limpid.plots.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/**
 * When which jobs ran on the same GPUs. The tables name no partners: the partner of a newcomer is
 * the job that held the same GPUs when it joined.
 */
final class SharedTimes {
  private SharedTimes() {}

  /** A job that joined another one on its GPUs, by their rows. */
  record Pair(int partner, int newcomer, long fromSecond, long toSecond) {}

  private record Place(int virtualCluster, String nodes) {}

  /** All pairs under a policy, in the order of the newcomers; none if jobs don't share GPUs. */
  static List<Pair> of(JobTable jobs, String[] nodes) {
    List<Pair> pairs = new ArrayList<>();
    if (jobs.colocations().isEmpty()) {
      return pairs;
    }
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

  static String[] placements(RunFolder run, String policy) {
    String[] nodes = new String[run.allJobs(policy).size()];
    run.placements(policy, (row, text) -> nodes[row] = text);
    return nodes;
  }
}
