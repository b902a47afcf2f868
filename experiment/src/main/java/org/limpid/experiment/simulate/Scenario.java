package org.limpid.experiment.simulate;

import java.util.Objects;
import java.util.Optional;
import org.limpid.simulation.policy.Durations;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.resource.PlacementRule;

/**
 * How policies are run on whatever trace.
 *
 * @param semantics which accidents of the artifact are fixed
 * @param placement where jobs go
 * @param estimates name in the data set or CSV file; empty: the policy's own
 * @param settings what was chosen about policies, and what is believed about durations
 * @param predictions where forecasts, estimates and share scores come from
 * @param seed seed of random placement
 */
public record Scenario(
    Semantics semantics,
    PlacementRule placement,
    Optional<String> estimates,
    Settings settings,
    PredictionSource predictions,
    long seed) {
  public Scenario {
    Objects.requireNonNull(semantics, "semantics");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(estimates, "estimates");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(predictions, "predictions");
  }

  /** A copy with other settings. */
  public Scenario withSettings(Settings other) {
    return new Scenario(semantics, placement, estimates, other, predictions, seed);
  }

  /** A copy with another value of a setting. */
  public <T> Scenario with(Setting<T> setting, T value) {
    return withSettings(settings.with(setting, value));
  }

  /** A copy with other estimates: a name in the data set or a CSV file. */
  public Scenario withEstimates(String other) {
    Settings believing = settings.with(Durations.SETTING, Durations.ESTIMATED);
    return new Scenario(semantics, placement, Optional.of(other), believing, predictions, seed);
  }

  /** A copy with other predictions. */
  public Scenario withPredictions(PredictionSource other) {
    return new Scenario(semantics, placement, estimates, settings, other, seed);
  }
}
