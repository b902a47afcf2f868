package org.limpid.simulation.policy;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.Profiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.simulation.sink.DurationEstimator;

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
 * @param workloads what is predicted of workloads
 * @param profiling outcome of the profiling stage; null if there is none
 * @param semantics which accidents of the artifact are fixed
 * @param settings what was chosen about the policy
 * @param nodeChanges nodes that come and go during the run
 * @param scaling scaling curves that jobs name; {@link ScalingCurves#EMPTY} if there are none
 * @param hosts what is known of CPUs and memory; {@link HostInputs#NONE} if nothing
 */
public record PolicyInputs(
    ClusterDescription cluster,
    Trace trace,
    long startSecond,
    Estimates estimates,
    Supplier<? extends DurationEstimator> estimator,
    Forecast forecast,
    Profiles profiles,
    WorkloadPredictions workloads,
    ProfilingOutcome profiling,
    Semantics semantics,
    Settings settings,
    List<NodeChange> nodeChanges,
    ScalingCurves scaling,
    HostInputs hosts) {
  public PolicyInputs {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(forecast, "forecast");
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(semantics, "semantics");
    Objects.requireNonNull(workloads, "workloads");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(scaling, "scaling");
    Objects.requireNonNull(hosts, "hosts");
    nodeChanges = List.copyOf(nodeChanges);
  }

  /** Inputs without scaling curves, CPUs and memory. */
  public PolicyInputs(
      ClusterDescription cluster,
      Trace trace,
      long startSecond,
      Estimates estimates,
      Supplier<? extends DurationEstimator> estimator,
      Forecast forecast,
      Profiles profiles,
      WorkloadPredictions workloads,
      ProfilingOutcome profiling,
      Semantics semantics,
      Settings settings,
      List<NodeChange> nodeChanges) {
    this(
        cluster,
        trace,
        startSecond,
        estimates,
        estimator,
        forecast,
        profiles,
        workloads,
        profiling,
        semantics,
        settings,
        nodeChanges,
        ScalingCurves.EMPTY,
        HostInputs.NONE);
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
        WorkloadPredictions.NONE,
        null,
        Semantics.standard(),
        Settings.NONE,
        List.of());
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

  /** A copy with other settings. */
  public PolicyInputs withSettings(Settings other) {
    return changed(copy -> copy.settings = other);
  }

  /** A copy with another value of a setting. */
  public <T> PolicyInputs with(Setting<T> setting, T value) {
    return withSettings(settings.with(setting, value));
  }

  /** A copy with other predictions of workloads. */
  public PolicyInputs withWorkloads(WorkloadPredictions other) {
    return changed(copy -> copy.workloads = other);
  }

  /** A copy with other jobs. */
  public PolicyInputs withTrace(Trace other) {
    return changed(copy -> copy.trace = other);
  }

  /** A copy in which other nodes come and go during the run. */
  public PolicyInputs withNodeChanges(List<NodeChange> other) {
    return changed(copy -> copy.nodeChanges = other);
  }

  /** A copy with other scaling curves. */
  public PolicyInputs withScaling(ScalingCurves other) {
    return changed(copy -> copy.scaling = other);
  }

  /** A copy with what is known of CPUs and memory. */
  public PolicyInputs withHosts(HostInputs other) {
    return changed(copy -> copy.hosts = other);
  }

  /** A copy for a policy that has not said that it needs to know how long jobs take. */
  public PolicyInputs withoutDurations() {
    return changed(copy -> copy.trace = trace.withoutDurations());
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
    private Trace trace;
    private Estimates estimates;
    private Supplier<? extends DurationEstimator> estimator;
    private Forecast forecast;
    private Profiles profiles;
    private WorkloadPredictions workloads;
    private ProfilingOutcome profiling;
    private Semantics semantics;
    private Settings settings;
    private List<NodeChange> nodeChanges;
    private ScalingCurves scaling;
    private HostInputs hosts;

    Copy(PolicyInputs original) {
      this.original = original;
      cluster = original.cluster;
      trace = original.trace;
      estimates = original.estimates;
      estimator = original.estimator;
      forecast = original.forecast;
      profiles = original.profiles;
      workloads = original.workloads;
      profiling = original.profiling;
      semantics = original.semantics;
      settings = original.settings;
      nodeChanges = original.nodeChanges;
      scaling = original.scaling;
      hosts = original.hosts;
    }

    PolicyInputs finished() {
      return new PolicyInputs(
          cluster,
          trace,
          original.startSecond,
          estimates,
          estimator,
          forecast,
          profiles,
          workloads,
          profiling,
          semantics,
          settings,
          nodeChanges,
          scaling,
          hosts);
    }
  }
}
