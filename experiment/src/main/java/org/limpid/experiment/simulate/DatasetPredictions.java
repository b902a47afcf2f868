package org.limpid.experiment.simulate;

import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.replicate.Replica;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;

/** Predictions that were made before the run and came with the data set. */
public final class DatasetPredictions implements Predictions {
  /** Estimated duration of jobs for which Lucid's model gives a negative one. */
  private static final double SECONDS_FOR_NEGATIVE = 1000;

  private static final String QSSF = "qssf";
  private static final String LUCID = "lucid";

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

  /** QSSF has estimates of its own in the data set; all others take those of Lucid's model. */
  private Estimates estimatesFor(Policy policy, Scenario scenario) {
    String name = scenario.estimates().orElse(policy.name().startsWith(QSSF) ? QSSF : LUCID);
    if (scenario.estimates().isEmpty() && !data.estimateNames().contains(name)) {
      return null;
    }
    Estimates read = data.estimates(name);
    return name.equals(QSSF) ? read : read.withNegativesAs(SECONDS_FOR_NEGATIVE);
  }
}
