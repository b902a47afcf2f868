package org.limpid.plots.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.simulation.waiting.WaitCause;

/** What became of the shown jobs under one policy, as columns. */
final class PolicyColumns {
  private static final int NOT_SHOWN = -1;
  private static final int PROFILED = 1;
  private static final int FINISHED_IN_PROFILER = 2;

  private final String policy;
  private final JobTable jobs;
  private final WaitTable waits;
  private final String[] nodes;
  private final List<SharedTimes.Pair> pairs;

  PolicyColumns(RunFolder run, String policy) {
    this.policy = policy;
    jobs = run.allJobs(policy);
    waits = run.allWaits(policy);
    nodes = SharedTimes.placements(run, policy);
    pairs = SharedTimes.of(jobs, nodes);
  }

  String policy() {
    return policy;
  }

  /** The last placement of each job of the run. */
  String[] nodes() {
    return nodes;
  }

  /**
   * The columns of some rows. Starts count from submission plus wait, ends from start plus
   * duration: that is 0 for most jobs.
   */
  JsonText json(int[] rows, Placements placements) {
    int count = rows.length;
    List<String> causes = new ArrayList<>();
    for (WaitCause cause : WaitCause.values()) {
      String column = NumberColumn.of(count, i -> waits.seconds(rows[i], cause));
      causes.add(JsonText.quoted(column));
    }
    return new JsonText()
        .text("name", policy)
        .json("waits", JsonText.array(causes))
        .text(
            "start",
            NumberColumn.of(
                count,
                i ->
                    jobs.startSeconds(rows[i])
                        - jobs.submitSeconds(rows[i])
                        - jobs.queueSeconds(rows[i])))
        .text(
            "end",
            NumberColumn.of(
                count,
                i ->
                    jobs.endSeconds(rows[i])
                        - jobs.startSeconds(rows[i])
                        - jobs.durationSeconds(rows[i])))
        .text("preemptions", NumberColumn.of(count, i -> jobs.preemptions(rows[i])))
        .text("profiling", NumberColumn.of(count, i -> profiling(rows[i])))
        .text("rate", NumberColumn.of(count, i -> Math.round(1000 * jobs.rate(rows[i])) - 1000))
        .text("places", NumberColumn.of(count, i -> placements.number(nodes[rows[i]])))
        .json("pairs", pairs(rows));
  }

  private int profiling(int row) {
    return (jobs.isProfiled(row) ? PROFILED : 0)
        + (jobs.isFinishedInProfiler(row) ? FINISHED_IN_PROFILER : 0);
  }

  /** Pairs of which at least one job is shown. */
  private String pairs(int[] rows) {
    List<SharedTimes.Pair> shown =
        pairs.stream()
            .filter(pair -> place(rows, pair.partner()) >= 0 || place(rows, pair.newcomer()) >= 0)
            .toList();
    return new JsonText()
        .number("count", shown.size())
        .text("partner", NumberColumn.of(shown.size(), i -> place(rows, shown.get(i).partner())))
        .text("newcomer", NumberColumn.of(shown.size(), i -> place(rows, shown.get(i).newcomer())))
        .text("from", NumberColumn.of(shown.size(), i -> shown.get(i).fromSecond()))
        .text(
            "seconds",
            NumberColumn.of(shown.size(), i -> shown.get(i).toSecond() - shown.get(i).fromSecond()))
        .toString();
  }

  private static int place(int[] rows, int row) {
    return Math.max(NOT_SHOWN, Arrays.binarySearch(rows, row));
  }

  long queueSeconds(int row) {
    return jobs.queueSeconds(row);
  }
}
