package org.limpid.plots.figure;

import java.util.List;
import java.util.Optional;
import org.limpid.results.RunFolder;
import org.limpid.simulation.metrics.PolicySummary;

/**
 * What figures are to show, where there is a choice.
 *
 * @param policies the policies to show; empty: all of the run, or what the figure chooses
 * @param virtualCluster for figures of one; empty: the figure chooses
 * @param from start of the time to show, seconds since the origin or a date-time; empty: the figure
 *     chooses
 * @param to end of the time to show, likewise
 */
public record FigureOptions(
    List<String> policies,
    Optional<String> virtualCluster,
    Optional<String> from,
    Optional<String> to,
    ModelChoice models) {
  public static final FigureOptions NONE =
      new FigureOptions(
          List.of(), Optional.empty(), Optional.empty(), Optional.empty(), ModelChoice.NONE);

  public FigureOptions {
    policies = List.copyOf(policies);
  }

  /** The figures of the policies of a run that are to be shown, in the order of the run. */
  public List<PolicySummary> summariesOf(RunFolder run) {
    List<String> shown = policiesOf(run);
    return run.summaries().stream().filter(each -> shown.contains(each.policy())).toList();
  }

  /** The policies of a run that are to be shown, in the order of the run; at least one. */
  public List<String> policiesOf(RunFolder run) {
    List<String> wanted = run.policies().stream().filter(policies::contains).toList();
    return wanted.isEmpty() ? run.policies() : wanted;
  }
}
