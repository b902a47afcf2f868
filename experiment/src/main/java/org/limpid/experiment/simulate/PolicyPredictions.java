package org.limpid.experiment.simulate;

import java.util.List;
import org.limpid.data.Forecast;
import org.limpid.data.replicate.Replica;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.WorkloadPredictions;

/** What policies are told about the future and about workloads. Safe for several threads. */
public interface PolicyPredictions {
  /** The forecast of the load for a copy of the trace. */
  Forecast forecast(Replica replica);

  /**
   * What a user should know about where the predictions come from, one sentence each.
   *
   * @param cases what is run: of predictions that none of them uses nothing is said
   */
  default List<String> notices(List<Case> cases) {
    return List.of();
  }

  /** What is predicted of workloads: share scores and speeds of pairs. */
  default WorkloadPredictions workloads() {
    return WorkloadPredictions.NONE;
  }

  /**
   * Adds what else is predicted: estimated durations, if there are any for this policy.
   *
   * @param inputs what is known so far
   * @param policy is to be run
   * @param scenario how
   * @param replica the copy of the trace that it is run on
   */
  PolicyInputs complete(PolicyInputs inputs, Policy policy, Scenario scenario, Replica replica);
}
