package org.limpid.experiment.simulate;

import java.util.Optional;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.replicate.Replica;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/** Predictions that were made before the run and came with the data set. */
public final class DatasetPredictions implements PolicyPredictions {
  /** Estimated duration of jobs for which a model of durations gives a negative one. */
  private static final double SECONDS_FOR_NEGATIVE = 1000;

  private final SimulationData data;

  /**
   * @param data where they are
   */
  public DatasetPredictions(SimulationData data) {
    this.data = data;
  }

  @Override
  public Forecast forecast(Replica replica) {
    return replica.forecast(data.forecast());
  }

  @Override
  public PolicyInputs complete(
      PolicyInputs inputs, Policy policy, Scenario scenario, Replica replica) {
    Estimates estimates = estimatesFor(policy, scenario);
    return estimates == null ? inputs : inputs.withEstimates(replica.estimates(estimates));
  }

  /** Some policies have estimates of their own; all others take those of the study's subject. */
  private Estimates estimatesFor(Policy policy, Scenario scenario) {
    String name =
        scenario
            .estimates()
            .or(() -> policy.about().ownEstimates())
            .orElse(Policies.standard().named(Role.SUBJECT).getFirst());
    if (scenario.estimates().isEmpty() && !data.estimateNames().contains(name)) {
      return null;
    }
    Estimates read = data.estimates(name);
    return isOwn(name) ? read : read.withNegativesAs(SECONDS_FOR_NEGATIVE);
  }

  private static boolean isOwn(String name) {
    return Policies.standard().all().stream()
        .anyMatch(policy -> policy.about().ownEstimates().equals(Optional.of(name)));
  }
}
