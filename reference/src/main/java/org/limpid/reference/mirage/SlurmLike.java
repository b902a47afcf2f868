package org.limpid.reference.mirage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.reference.ReferenceDescription;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.simulation.sink.JobColumn;

/** The scheduler of Mirage's artifact, by {@link BatchSimulator}. */
public final class SlurmLike implements ReferenceSimulator {
  @Override
  public ReferenceDescription about() {
    return new ReferenceDescription(
        "slurm-like",
        "Mirage (SC 2023)",
        "Whole nodes by priority, with a conservative backfill pass every ten minutes.",
        List.of("time limits", "one virtual cluster"),
        Set.of(JobAttribute.TIME_LIMIT),
        List.of());
  }

  @Override
  public List<String> lacks(ReferenceInputs inputs) {
    return BatchLog.lacks(inputs.trace(), inputs.cluster());
  }

  @Override
  public ReferenceResult run(ReferenceInputs inputs, TableSink tables) {
    BatchLog log = BatchLog.of(inputs.trace(), inputs.cluster());
    BatchSimulator simulator = log.simulator();
    long begin = simulator.clock();
    simulator.runToEnd();
    long[] nodes = byRow(log, job -> log.jobs().get(job).nodes());
    long[] submits = byRow(log, simulator::submitSecond);
    long[] starts = byRow(log, simulator::startSecond);
    long[] ends = byRow(log, simulator::endSecond);
    long[] backfilled = byRow(log, job -> simulator.isBackfilled(job) ? 1 : 0);
    double offered = (double) log.settings().nodes() * (simulator.clock() - begin);
    return new ReferenceResult(
        List.of(
            new JobColumn.Whole("nodes", nodes),
            new JobColumn.Whole("submit_time", submits),
            new JobColumn.Whole("start_time", starts),
            new JobColumn.Whole("end_time", ends),
            new JobColumn.Whole("backfilled", backfilled)),
        Arrays.stream(ends).asDoubleStream().toArray(),
        rows(log).mapToDouble(row -> starts[row] - submits[row]).toArray(),
        0,
        rows(log).mapToDouble(row -> nodes[row] * (ends[row] - starts[row])).sum() / offered,
        Map.of("backfilled", (double) Arrays.stream(backfilled).sum()));
  }

  private static IntStream rows(BatchLog log) {
    return IntStream.range(0, log.jobs().size());
  }

  /** Values of jobs in the order of the trace. */
  private static long[] byRow(BatchLog log, IntToLongFunction ofJob) {
    long[] values = new long[log.jobs().size()];
    for (int job = 0; job < values.length; job++) {
      values[log.row(job)] = ofJob.applyAsLong(job);
    }
    return values;
  }
}
