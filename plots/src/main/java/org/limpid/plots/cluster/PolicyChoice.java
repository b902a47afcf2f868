package org.limpid.plots.cluster;

import java.util.List;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/** Which policies a figure of the cluster shows. */
public final class PolicyChoice {
  /** Why a figure of placements has nothing to show. */
  static final String NO_PLACEMENTS =
      "the policies take jobs off their GPUs, and a run knows their last GPUs only";

  private PolicyChoice() {}

  /** Those that run on the cluster as it is, which a bound does not. */
  public static List<String> onCluster(List<String> policies) {
    return policies.stream()
        .filter(policy -> Policies.standard().about(policy).role() != Role.BOUND)
        .toList();
  }

  /**
   * Those whose jobs stayed on their GPUs until they ended, so that the run says where every job
   * ran: all that the options name, else {@link RunFolder#preferred one}.
   */
  static List<String> withPlacements(RunFolder run, FigureOptions options) {
    List<String> found =
        onCluster(options.policiesOf(run)).stream()
            .filter(policy -> !preempts(run.allJobs(policy)))
            .toList();
    boolean named = !options.policies().isEmpty();
    return named || found.isEmpty() ? found : List.of(RunFolder.preferred(found));
  }

  private static boolean preempts(JobTable jobs) {
    for (int row = 0; row < jobs.size(); row++) {
      if (jobs.preemptions(row) > 0) {
        return true;
      }
    }
    return false;
  }

  /** A policy as a part of the name of a figure. */
  static String inName(String policy) {
    String name = FileName.part(policy);
    return name.isEmpty() ? "policy" : name;
  }
}
