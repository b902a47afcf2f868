package org.limpid.plots.paper;

import java.util.List;
import java.util.Optional;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Inputs;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;

/** Looks things up in the figures of policies. */
public final class Summaries {
  private Summaries() {}

  /** The figures of the policies of a run that are to be shown, in the order of the run. */
  public static List<PolicySummary> chosen(Inputs inputs, FigureOptions options) {
    List<String> policies = options.policiesOf(inputs.run());
    return inputs.run().summaries().stream()
        .filter(summary -> policies.contains(summary.policy()))
        .toList();
  }

  /** The figures of a policy. */
  public static Optional<PolicySummary> named(List<PolicySummary> summaries, String policy) {
    return summaries.stream().filter(summary -> summary.policy().equals(policy)).findFirst();
  }

  /** The jobs of a size class; empty if there are none. */
  public static Optional<JobGroup> size(PolicySummary summary, String size) {
    return summary.bySize().stream().filter(group -> group.name().equals(size)).findFirst();
  }
}
