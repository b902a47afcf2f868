package org.limpid.profiler.oracle;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.PairSpeeds;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;

/**
 * Everything that decides the result of a run of {@code limpid}.
 *
 * @param cluster virtual clusters with all their nodes
 * @param trace jobs by ascending submission
 * @param startSecond first second of the clock
 * @param estimates aligned with the trace, not negative
 * @param forecast for the profiler's size
 * @param profiles share scores and pair rates
 * @param predicted rates of pairs that were not measured
 * @param profiler the profiling partition but for its number of nodes and its time limit
 * @param choices what is chosen about the policy
 */
public record LimpidCase(
    ClusterDescription cluster,
    Trace trace,
    long startSecond,
    Estimates estimates,
    Forecast forecast,
    Profiles profiles,
    PairSpeeds predicted,
    ProfilerDescription profiler,
    LimpidChoices choices) {
  /** The same case with other choices. */
  public LimpidCase with(LimpidChoices other) {
    return new LimpidCase(
        cluster, trace, startSecond, estimates, forecast, profiles, predicted, profiler, other);
  }

  /** GPUs of one node. */
  int gpusPerNode() {
    return cluster.gpusPerNode();
  }

  /** GPUs of the largest job that the description lets into the profiler. */
  int profiledGpus() {
    return profiler.gpuFactor() * choices.profilerNodes();
  }

  /** GPUs of the largest job that is profiled; 0 without a profiler. */
  int largestProfiled() {
    return Math.min(profiledGpus(), choices.profilerNodes() * gpusPerNode());
  }

  /** Rows of the jobs of a virtual cluster. */
  List<Integer> rowsOf(VirtualCluster vc) {
    return IntStream.range(0, trace.size())
        .filter(row -> trace.virtualCluster(row).equals(vc.name()))
        .boxed()
        .toList();
  }

  /** Nodes that a virtual cluster keeps while the profiler has its share. */
  int nodesBesideProfiler(VirtualCluster vc) {
    List<String> names = profiler.takenFrom();
    if (names.isEmpty()) {
      return vc.nodeCount();
    }
    List<String> taken =
        IntStream.range(0, choices.profilerNodes())
            .mapToObj(i -> names.get(i % names.size()))
            .toList();
    return vc.nodeCount() - Collections.frequency(taken, vc.name());
  }
}
