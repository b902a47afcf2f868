package org.limpid.simulation.policy;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;

/**
 * All that a policy may look at, as plain values.
 *
 * @param cluster nodes of every virtual cluster
 * @param trace the jobs
 * @param startSecond first second of the run
 * @param estimates durations estimated before the run; null if there are none
 * @param estimator makes what estimates durations during the run, in place of {@code estimates};
 *     null if nothing does
 * @param forecast forecast of the load; {@link Forecast#EMPTY} if there is none
 * @param profiles profiles of workloads; {@link Profiles#EMPTY} if there are none
 * @param profiling outcome of the profiling stage; null if there is none
 * @param semantics which accidents of the artifact are mended
 * @param sharing when jobs may share GPUs
 * @param lucid what else may be chosen about Lucid
 * @param nodeChanges nodes that come and go during the run
 */
public record PolicyInputs(
    ClusterDescription cluster,
    Trace trace,
    long startSecond,
    Estimates estimates,
    Supplier<? extends DurationEstimator> estimator,
    Forecast forecast,
    Profiles profiles,
    ProfilingOutcome profiling,
    Semantics semantics,
    SharingMode sharing,
    LucidOptions lucid,
    List<NodeChange> nodeChanges) {
  public PolicyInputs {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(forecast, "forecast");
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(semantics, "semantics");
    Objects.requireNonNull(sharing, "sharing");
    Objects.requireNonNull(lucid, "lucid");
    nodeChanges = List.copyOf(nodeChanges);
  }

  /** Inputs of a cluster whose nodes stay. */
  public PolicyInputs(
      ClusterDescription cluster,
      Trace trace,
      long startSecond,
      Estimates estimates,
      Supplier<? extends DurationEstimator> estimator,
      Forecast forecast,
      Profiles profiles,
      ProfilingOutcome profiling,
      Semantics semantics,
      SharingMode sharing,
      LucidOptions lucid) {
    this(
        cluster,
        trace,
        startSecond,
        estimates,
        estimator,
        forecast,
        profiles,
        profiling,
        semantics,
        sharing,
        lucid,
        List.of());
  }

  /** Inputs without estimates, forecast, profiles and profiling, in default mode. */
  public static PolicyInputs of(ClusterDescription cluster, Trace trace, long startSecond) {
    return new PolicyInputs(
        cluster,
        trace,
        startSecond,
        null,
        null,
        Forecast.EMPTY,
        Profiles.EMPTY,
        null,
        Semantics.standard(),
        SharingMode.PREDICTED,
        LucidOptions.standard());
  }

  /** A copy of a cluster with other nodes. */
  public PolicyInputs withCluster(ClusterDescription other) {
    return changed(copy -> copy.cluster = other);
  }

  /** A copy with other estimates. */
  public PolicyInputs withEstimates(Estimates other) {
    return changed(copy -> copy.estimates = other);
  }

  /** A copy in which durations are estimated during the run. */
  public PolicyInputs withEstimator(Supplier<? extends DurationEstimator> other) {
    return changed(copy -> copy.estimator = other);
  }

  /** A copy with another forecast. */
  public PolicyInputs withForecast(Forecast other) {
    return changed(copy -> copy.forecast = other);
  }

  /** A copy with other profiles. */
  public PolicyInputs withProfiles(Profiles other) {
    return changed(copy -> copy.profiles = other);
  }

  /** A copy with the outcome of a profiling stage. */
  public PolicyInputs withProfiling(ProfilingOutcome other) {
    return changed(copy -> copy.profiling = other);
  }

  /** A copy with other semantics. */
  public PolicyInputs withSemantics(Semantics other) {
    return changed(copy -> copy.semantics = other);
  }

  /** A copy with another rule for sharing. */
  public PolicyInputs withSharing(SharingMode other) {
    return changed(copy -> copy.sharing = other);
  }

  /** A copy with other choices about Lucid. */
  public PolicyInputs withLucid(LucidOptions other) {
    return changed(copy -> copy.lucid = other);
  }

  /** A copy in which other nodes come and go during the run. */
  public PolicyInputs withNodeChanges(List<NodeChange> other) {
    return changed(copy -> copy.nodeChanges = other);
  }

  private PolicyInputs changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.finished();
  }

  /** The components on the way from one record to the next. */
  private static final class Copy {
    private final PolicyInputs original;
    private ClusterDescription cluster;
    private Estimates estimates;
    private Supplier<? extends DurationEstimator> estimator;
    private Forecast forecast;
    private Profiles profiles;
    private ProfilingOutcome profiling;
    private Semantics semantics;
    private SharingMode sharing;
    private LucidOptions lucid;
    private List<NodeChange> nodeChanges;

    Copy(PolicyInputs original) {
      this.original = original;
      cluster = original.cluster;
      estimates = original.estimates;
      estimator = original.estimator;
      forecast = original.forecast;
      profiles = original.profiles;
      profiling = original.profiling;
      semantics = original.semantics;
      sharing = original.sharing;
      lucid = original.lucid;
      nodeChanges = original.nodeChanges;
    }

    PolicyInputs finished() {
      return new PolicyInputs(
          cluster,
          original.trace,
          original.startSecond,
          estimates,
          estimator,
          forecast,
          profiles,
          profiling,
          semantics,
          sharing,
          lucid,
          nodeChanges);
    }
  }
}
