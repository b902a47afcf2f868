package org.limpid.experiment.whatif;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.limpid.data.Estimates;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.sink.DurationEstimator;

/**
 * An estimator that is overruled for some jobs.
 *
 * @param estimator for all others
 * @param seconds by row of the trace
 */
record FixedEstimates(DurationEstimator estimator, Map<Integer, Double> seconds)
    implements DurationEstimator {
  FixedEstimates {
    seconds = Map.copyOf(seconds);
  }

  /** Inputs in which some jobs have other estimates, made before or during the run. */
  static PolicyInputs in(PolicyInputs inputs, Map<Integer, Double> seconds) {
    if (inputs.estimator() != null) {
      Supplier<? extends DurationEstimator> former = inputs.estimator();
      return inputs.withEstimator(() -> new FixedEstimates(former.get(), seconds));
    }
    double[] changed = new double[inputs.trace().size()];
    Arrays.setAll(changed, row -> seconds.getOrDefault(row, inputs.estimates().seconds(row)));
    return inputs.withEstimates(new Estimates(inputs.estimates().source(), changed));
  }

  @Override
  public void submitted(int row, long now) {
    estimator.submitted(row, now);
  }

  @Override
  public double estimateSeconds(int row, long now) {
    double estimate = estimator.estimateSeconds(row, now);
    return seconds.getOrDefault(row, estimate);
  }

  @Override
  public void started(int row, long now) {
    estimator.started(row, now);
  }

  @Override
  public void ended(int row, long now) {
    estimator.ended(row, now);
  }
}
