package org.limpid.simulation.policy;

import java.util.Objects;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;

/**
 * All that a policy may look at, as plain values.
 *
 * @param cluster nodes of every virtual cluster
 * @param trace the jobs
 * @param startSecond first second of the run
 * @param estimates estimated durations; null if there are none
 * @param forecast forecast of the load; {@link Forecast#EMPTY} if there is none
 * @param profiles profiles of workloads; {@link Profiles#EMPTY} if there are none
 * @param profiling outcome of the profiling stage; null if there is none
 * @param semantics which accidents of the artifact are mended
 * @param sharing when jobs may share GPUs
 * @param predictedSpeeds predicted speeds of pairs that were not measured; {@link PairSpeeds#EMPTY}
 *     if there are none
 */
public record PolicyInputs(
    ClusterDescription cluster,
    Trace trace,
    long startSecond,
    Estimates estimates,
    Forecast forecast,
    Profiles profiles,
    ProfilingOutcome profiling,
    Semantics semantics,
    SharingMode sharing,
    PairSpeeds predictedSpeeds) {
  public PolicyInputs {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(forecast, "forecast");
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(semantics, "semantics");
    Objects.requireNonNull(sharing, "sharing");
    Objects.requireNonNull(predictedSpeeds, "predictedSpeeds");
  }

  /** Inputs without predicted speeds of pairs. */
  public PolicyInputs(
      ClusterDescription cluster,
      Trace trace,
      long startSecond,
      Estimates estimates,
      Forecast forecast,
      Profiles profiles,
      ProfilingOutcome profiling,
      Semantics semantics,
      SharingMode sharing) {
    this(
        cluster,
        trace,
        startSecond,
        estimates,
        forecast,
        profiles,
        profiling,
        semantics,
        sharing,
        PairSpeeds.EMPTY);
  }

  /** Inputs without estimates, forecast, profiles and profiling, in default mode. */
  public static PolicyInputs of(ClusterDescription cluster, Trace trace, long startSecond) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        null,
        Forecast.EMPTY,
        Profiles.EMPTY,
        null,
        Semantics.standard(),
        SharingMode.PREDICTED);
  }

  /** A copy with other estimates. */
  public PolicyInputs withEstimates(Estimates other) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        other,
        forecast,
        profiles,
        profiling,
        semantics,
        sharing,
        predictedSpeeds);
  }

  /** A copy with another forecast. */
  public PolicyInputs withForecast(Forecast other) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        estimates,
        other,
        profiles,
        profiling,
        semantics,
        sharing,
        predictedSpeeds);
  }

  /** A copy with other profiles. */
  public PolicyInputs withProfiles(Profiles other) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        estimates,
        forecast,
        other,
        profiling,
        semantics,
        sharing,
        predictedSpeeds);
  }

  /** A copy with the outcome of a profiling stage. */
  public PolicyInputs withProfiling(ProfilingOutcome other) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        estimates,
        forecast,
        profiles,
        other,
        semantics,
        sharing,
        predictedSpeeds);
  }

  /** A copy with other semantics. */
  public PolicyInputs withSemantics(Semantics other) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        estimates,
        forecast,
        profiles,
        profiling,
        other,
        sharing,
        predictedSpeeds);
  }

  /** A copy with another rule for sharing. */
  public PolicyInputs withSharing(SharingMode other) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        estimates,
        forecast,
        profiles,
        profiling,
        semantics,
        other,
        predictedSpeeds);
  }

  /** A copy with other predicted speeds of pairs. */
  public PolicyInputs withPredictedSpeeds(PairSpeeds other) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        estimates,
        forecast,
        profiles,
        profiling,
        semantics,
        sharing,
        other);
  }
}
