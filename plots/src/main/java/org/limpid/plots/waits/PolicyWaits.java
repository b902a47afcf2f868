package org.limpid.plots.waits;

import java.util.List;
import java.util.function.Function;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Inputs;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/** Finds the waits that a figure or table shows. */
final class PolicyWaits {
  static final String NO_JOB_WAITS = "no job waits in this run";

  private PolicyWaits() {}

  /** The chosen policies whose waits are known, in the order of the run. */
  static List<GroupWaits> all(
      Inputs inputs, FigureOptions options, Function<JobTable, JobGroups> grouping) {
    RunFolder run = inputs.run();
    List<String> known = run.policiesWithWaits();
    List<String> policies = options.policiesOf(run).stream().filter(known::contains).toList();
    if (policies.isEmpty()) {
      return List.of();
    }
    JobGroups groups = grouping.apply(run.jobs(policies.getFirst()));
    return policies.stream()
        .map(policy -> GroupWaits.of(policy, run.waits(policy), groups))
        .toList();
  }

  /** Those of them under which some job waits. */
  static List<GroupWaits> waiting(
      Inputs inputs, FigureOptions options, Function<JobTable, JobGroups> grouping) {
    return all(inputs, options, grouping).stream().filter(waits -> !waits.isEmpty()).toList();
  }
}
