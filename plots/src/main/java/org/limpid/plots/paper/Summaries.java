package org.limpid.plots.paper;

import java.util.List;
import java.util.Optional;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.simulation.metrics.PolicySummary;

/** Looks things up in the figures of policies. */
public final class Summaries {
  private Summaries() {}

  /** The figures of the policies of a run that are to be shown, in the order of the run. */
  public static List<PolicySummary> chosen(PlotInputs inputs, FigureOptions options) {
    List<String> policies = options.policiesOf(inputs.run());
    return inputs.run().summaries().stream()
        .filter(summary -> policies.contains(summary.policy()))
        .toList();
  }

  /** The figures of a policy. */
  public static Optional<PolicySummary> named(List<PolicySummary> summaries, String policy) {
    return summaries.stream().filter(summary -> summary.policy().equals(policy)).findFirst();
  }
}
