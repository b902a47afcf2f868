package org.limpid.experiment.simulate;

import java.util.Objects;
import java.util.Optional;
import org.limpid.simulation.placement.PlacementRule;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.SharingMode;

/**
 * How policies are run on whatever trace.
 *
 * @param semantics which accidents of the artifact are mended
 * @param placement where jobs go
 * @param estimates name in the data set or CSV file; empty: the policy's own
 * @param durations what is believed about durations
 * @param sharing when jobs may share GPUs
 * @param packing what is believed about workloads
 * @param settings what an operator may choose
 * @param predictions where forecasts, estimates and share scores come from
 * @param seed seed of random placement
 */
public record Scenario(
    Semantics semantics,
    PlacementRule placement,
    Optional<String> estimates,
    Durations durations,
    SharingMode sharing,
    Packing packing,
    SystemSettings settings,
    PredictionSource predictions,
    long seed) {
  public Scenario {
    Objects.requireNonNull(semantics, "semantics");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(estimates, "estimates");
    Objects.requireNonNull(durations, "durations");
    Objects.requireNonNull(sharing, "sharing");
    Objects.requireNonNull(packing, "packing");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(predictions, "predictions");
  }

  /** What is believed about durations. */
  public enum Durations {
    /** What the estimates say. */
    ESTIMATED,
    /** All jobs are believed to last equally long. */
    ALL_EQUAL,
    /** The truth, which nobody knows beforehand. */
    TRUE
  }

  /** What is believed about workloads. */
  public enum Packing {
    /** What the share scores say. */
    SCORED,
    /** No workload is believed to disturb another one. */
    ALL_LIGHT
  }

  /** A copy with other settings. */
  public Scenario withSettings(SystemSettings other) {
    return new Scenario(
        semantics, placement, estimates, durations, sharing, packing, other, predictions, seed);
  }

  /** A copy with other estimates: a name in the data set or a CSV file. */
  public Scenario withEstimates(String other) {
    return new Scenario(
        semantics,
        placement,
        Optional.of(other),
        Durations.ESTIMATED,
        sharing,
        packing,
        settings,
        predictions,
        seed);
  }

  /** A copy with other beliefs about durations. */
  public Scenario withDurations(Durations other) {
    return new Scenario(
        semantics, placement, estimates, other, sharing, packing, settings, predictions, seed);
  }

  /** A copy with another rule for sharing. */
  public Scenario withSharing(SharingMode other) {
    return new Scenario(
        semantics, placement, estimates, durations, other, packing, settings, predictions, seed);
  }

  /** A copy with other beliefs about workloads. */
  public Scenario withPacking(Packing other) {
    return new Scenario(
        semantics, placement, estimates, durations, sharing, other, settings, predictions, seed);
  }

  /** A copy with other predictions. */
  public Scenario withPredictions(PredictionSource other) {
    return new Scenario(
        semantics, placement, estimates, durations, sharing, packing, settings, other, seed);
  }
}
