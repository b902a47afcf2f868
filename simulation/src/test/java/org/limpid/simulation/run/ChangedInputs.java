package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.resource.Allocation;

/** Inputs of a run, changed in a known way. */
final class ChangedInputs {
  private static final int NOT_PROFILED = -1;
  private static final String NEIGHBOUR = "neighbour";

  private ChangedInputs() {}

  /** All times later by so many seconds. */
  static PolicyInputs shifted(PolicyInputs inputs, long seconds) {
    Trace trace = inputs.trace();
    Trace.Builder later = new Trace.Builder();
    for (int row = 0; row < trace.size(); row++) {
      later.add(with(trace.job(row), row, trace.virtualCluster(row), seconds));
    }
    return new PolicyInputs(
        inputs.cluster(),
        later.build(),
        inputs.startSecond() + seconds,
        inputs.estimates(),
        inputs.estimator(),
        shifted(inputs.forecast(), seconds),
        inputs.profiles(),
        inputs.workloads(),
        shifted(inputs.profiling(), seconds),
        inputs.semantics(),
        inputs.settings(),
        inputs.nodeChanges(),
        inputs.scaling(),
        inputs.hosts());
  }

  private static Trace.Job with(
      Trace.Job job, long id, String virtualCluster, long laterBySeconds) {
    return job.copiedTo(JobId.of(id), job.submitSeconds() + laterBySeconds)
        .with(virtualCluster, job.gpuCount(), job.durationSeconds());
  }

  private static Forecast shifted(Forecast forecast, long seconds) {
    IntStream rows = IntStream.range(0, forecast.size());
    return new Forecast(
        rows.mapToLong(row -> forecast.seconds(row) + seconds).toArray(),
        IntStream.range(0, forecast.size()).mapToDouble(forecast::jobs).toArray(),
        IntStream.range(0, forecast.size()).mapToDouble(forecast::gpus).toArray());
  }

  private static ProfilingOutcome shifted(ProfilingOutcome outcome, long seconds) {
    return new ProfilingOutcome(
        outcome.profiled(),
        outcome.finished(),
        shifted(outcome.startSeconds(), seconds),
        shifted(outcome.endSeconds(), seconds),
        outcome.queueSeconds(),
        outcome.allocations(),
        outcome.loans().stream()
            .map(loan -> new ProfilingOutcome.Loan(loan.second() + seconds, loan.change()))
            .toList(),
        outcome.nodesTaken(),
        outcome.lender());
  }

  private static long[] shifted(long[] times, long seconds) {
    return LongStream.of(times).map(time -> time == NOT_PROFILED ? time : time + seconds).toArray();
  }

  /**
   * Inputs with one more virtual cluster.
   *
   * @param inputs all of them
   * @param rowOf where each row of the smaller trace went
   */
  record WithNeighbour(PolicyInputs inputs, int[] rowOf) {}

  /** Adds a virtual cluster that is a copy of the first, jobs included, but profiles nothing. */
  static WithNeighbour withNeighbour(PolicyInputs inputs) {
    Trace trace = inputs.trace();
    Trace.Builder both = new Trace.Builder();
    int[] rowOf = new int[trace.size()];
    List<Integer> origins = new ArrayList<>();
    VirtualCluster first = inputs.cluster().virtualClusters().getFirst();
    for (int row = 0; row < trace.size(); row++) {
      if (trace.virtualCluster(row).equals(first.name())) {
        both.add(with(trace.job(row), both.size(), NEIGHBOUR, 0));
        origins.add(row);
      }
      rowOf[row] = both.size();
      both.add(with(trace.job(row), both.size(), trace.virtualCluster(row), 0));
      origins.add(row);
    }
    List<VirtualCluster> clusters = new ArrayList<>(inputs.cluster().virtualClusters());
    clusters.add(new VirtualCluster(NEIGHBOUR, first.nodeCount()));
    PolicyInputs larger =
        inputs
            .withCluster(
                new ClusterDescription(
                    clusters,
                    inputs.cluster().gpusPerNode(),
                    inputs.cluster().cpusPerNode(),
                    inputs.cluster().gpuMemoryMib()))
            .withTrace(both.build())
            .withEstimates(
                new Estimates(
                    "copied", origins.stream().mapToDouble(inputs.estimates()::seconds).toArray()))
            .withProfiling(moved(inputs.profiling(), rowOf, origins.size()));
    return new WithNeighbour(larger, rowOf);
  }

  private static ProfilingOutcome moved(ProfilingOutcome outcome, int[] rowOf, int size) {
    boolean[] profiled = new boolean[size];
    boolean[] finished = new boolean[size];
    long[] start = new long[size];
    long[] end = new long[size];
    Arrays.fill(start, NOT_PROFILED);
    Arrays.fill(end, NOT_PROFILED);
    long[] queue = new long[size];
    Allocation[] allocations = new Allocation[size];
    for (int row = 0; row < rowOf.length; row++) {
      profiled[rowOf[row]] = outcome.profiled()[row];
      finished[rowOf[row]] = outcome.finished()[row];
      start[rowOf[row]] = outcome.startSeconds()[row];
      end[rowOf[row]] = outcome.endSeconds()[row];
      queue[rowOf[row]] = outcome.queueSeconds()[row];
      allocations[rowOf[row]] = outcome.allocations()[row];
    }
    return new ProfilingOutcome(
        profiled,
        finished,
        start,
        end,
        queue,
        allocations,
        outcome.loans(),
        outcome.nodesTaken(),
        outcome.lender());
  }
}
