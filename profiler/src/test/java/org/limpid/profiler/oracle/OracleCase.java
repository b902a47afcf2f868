package org.limpid.profiler.oracle;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;

/**
 * Everything that decides the result of a run.
 *
 * @param cluster virtual clusters with all their nodes
 * @param trace jobs by ascending submission, none before {@code startSecond}
 * @param startSecond first second of the clock
 * @param estimates aligned with the trace; negative ones count as 1000 s
 * @param forecast for the profiler's size and the sharing switch
 * @param profiles share scores and pair rates
 * @param profiler the profiling partition; used by Lucid only
 * @param placer serves the virtual clusters and the profiler
 * @param reading decides what the golden files leave open
 */
public record OracleCase(
    ClusterDescription cluster,
    Trace trace,
    long startSecond,
    Estimates estimates,
    Forecast forecast,
    Profiles profiles,
    ProfilerDescription profiler,
    OraclePlacer placer,
    OracleReading reading) {
  private static final double ESTIMATE_FOR_NEGATIVE = 1000;

  public OracleCase {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(forecast, "forecast");
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(profiler, "profiler");
    Objects.requireNonNull(placer, "placer");
    Objects.requireNonNull(reading, "reading");
    estimates = estimates.withNegativesAs(ESTIMATE_FOR_NEGATIVE);
    long earliest = startSecond;
    for (int row = 0; row < trace.size(); row++) {
      if (trace.submitSeconds(row) < earliest) {
        throw new IllegalArgumentException(
            "row %d is submitted at %d s, expected at least %d s"
                .formatted(row, trace.submitSeconds(row), earliest));
      }
      earliest = trace.submitSeconds(row);
    }
  }

  /** The same case with another placer. */
  public OracleCase withPlacer(OraclePlacer other) {
    return new OracleCase(
        cluster, trace, startSecond, estimates, forecast, profiles, profiler, other, reading);
  }

  /** The same case, read in another way. */
  public OracleCase withReading(OracleReading other) {
    return new OracleCase(
        cluster, trace, startSecond, estimates, forecast, profiles, profiler, placer, other);
  }

  boolean readAsArtifact() {
    return reading == OracleReading.ARTIFACT;
  }

  /** Fresh jobs of one virtual cluster in trace order. */
  List<OracleJob> jobsOf(VirtualCluster vc) {
    return allJobs().stream()
        .filter(job -> trace.virtualCluster(job.row).equals(vc.name()))
        .toList();
  }

  /** Fresh jobs of the whole trace in its order. */
  List<OracleJob> allJobs() {
    return IntStream.range(0, trace.size()).mapToObj(row -> new OracleJob(trace, row)).toList();
  }

  /** Estimate times GPU count of one job. */
  double priority(OracleJob job) {
    return estimates.seconds(job.row) * job.gpuCount;
  }

  /** Nodes that {@code vc} keeps while the profiler has its share. */
  int nodesBesideProfiler(VirtualCluster vc) {
    List<String> names = profiler.takenFrom();
    if (names.isEmpty()) {
      return vc.nodeCount();
    }
    List<String> taken =
        IntStream.range(0, profiler.nodeCount())
            .mapToObj(i -> names.get(i % names.size()))
            .toList();
    return vc.nodeCount() - Collections.frequency(taken, vc.name());
  }
}
