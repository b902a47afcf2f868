package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.simulation.waiting.WaitCause;

/**
 * Why the jobs of some groups waited under a policy.
 *
 * @param sums per cause, in their order, and group the seconds that its jobs waited
 */
record GroupWaits(String policy, List<String> groups, long[] jobCounts, long[][] sums) {
  static final String TABLE_LABEL = "Waits";
  static final String NO_JOB_WAITS = "no job waits in this run";
  private static final WaitCause[] CAUSES = WaitCause.values();

  /**
   * The waits under the chosen policies for which they are known, and under which some job waits.
   */
  static List<GroupWaits> waiting(
      PlotInputs inputs, FigureOptions options, Function<JobTable, JobGroups> grouping) {
    RunFolder run = inputs.run();
    List<String> known = run.policiesWithWaits();
    List<String> policies = options.policiesOf(run).stream().filter(known::contains).toList();
    if (policies.isEmpty()) {
      return List.of();
    }
    JobGroups groups = grouping.apply(run.jobs(policies.getFirst()));
    return policies.stream()
        .map(policy -> of(policy, run.waits(policy), groups))
        .filter(waits -> !waits.isEmpty())
        .toList();
  }

  /** Those of some policies, in their order. */
  static List<GroupWaits> ordered(List<String> policies, List<GroupWaits> waits) {
    return policies.stream()
        .flatMap(policy -> waits.stream().filter(each -> each.policy().equals(policy)))
        .toList();
  }

  static List<String> policies(List<GroupWaits> waits) {
    return waits.stream().map(GroupWaits::policy).toList();
  }

  static GroupWaits of(String policy, WaitTable waits, JobGroups groups) {
    long[][] sums = new long[CAUSES.length][groups.names().size()];
    for (int row = 0; row < waits.size(); row++) {
      int group = groups.groupOf().applyAsInt(row);
      if (group >= 0) {
        for (WaitCause cause : CAUSES) {
          sums[cause.ordinal()][group] += waits.seconds(row, cause);
        }
      }
    }
    return new GroupWaits(policy, groups.names(), groups.counts(waits.size()), sums);
  }

  long sum(int group) {
    return Arrays.stream(sums).mapToLong(ofCause -> ofCause[group]).sum();
  }

  long sum(WaitCause cause) {
    return Arrays.stream(sums[cause.ordinal()]).sum();
  }

  private boolean isEmpty() {
    return Arrays.stream(sums).flatMapToLong(Arrays::stream).allMatch(seconds -> seconds == 0);
  }

  /** Mean seconds per job of a group; 0 without jobs. */
  double mean(int group) {
    return perJob(sum(group), group);
  }

  /** Mean seconds per job of a group that a cause is to blame for; 0 without jobs. */
  double mean(int group, WaitCause cause) {
    return perJob(sums[cause.ordinal()][group], group);
  }

  private double perJob(long seconds, int group) {
    return jobCounts[group] == 0 ? 0 : (double) seconds / jobCounts[group];
  }

  /** The share of a group's wait that a cause is to blame for; NaN if no job of it waited. */
  double share(int group, WaitCause cause) {
    long sum = sum(group);
    return sum == 0 ? Double.NaN : (double) sums[cause.ordinal()][group] / sum;
  }

  /** The cause of most of a group's wait, the first of equals. */
  WaitCause mainCause(int group) {
    WaitCause main = CAUSES[0];
    for (WaitCause cause : CAUSES) {
      main = sums[cause.ordinal()][group] > sums[main.ordinal()][group] ? cause : main;
    }
    return main;
  }

  double longestMean() {
    double longest = 0;
    for (int group = 0; group < groups.size(); group++) {
      longest = Math.max(longest, mean(group));
    }
    return longest;
  }

  /** The causes that any job under any of some policies waited for. */
  static List<WaitCause> causes(List<GroupWaits> policies) {
    List<WaitCause> present = new ArrayList<>();
    for (WaitCause cause : CAUSES) {
      if (policies.stream().anyMatch(waits -> waits.sum(cause) > 0)) {
        present.add(cause);
      }
    }
    return present;
  }
}
