package org.limpid.reference.synergy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.JobAttribute;
import org.limpid.reference.ReferenceDescription;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.simulation.sink.JobColumn;

/**
 * One policy of Synergy's artifact on a data set.
 *
 * @param policy with whatever placement: that is chosen for a run
 */
record SynergyReference(SynergyPolicy policy) implements ReferenceSimulator {
  private static final String ROUNDS = "rounds";

  @Override
  public ReferenceDescription about() {
    return new ReferenceDescription(
        policy.name(),
        "Synergy (OSDI 2022)",
        "%s by rounds of 300 s; CPUs and memory: %s"
            .formatted(policy.order(), policy.allocation().summary()),
        List.of("servers with CPUs, memory and storage", "what models gain by CPUs and memory"),
        EnumSet.of(JobAttribute.ITERATIONS, JobAttribute.SENSITIVITY, JobAttribute.SUBMIT_NANOS),
        List.of(SynergySimulators.CONSOLIDATE, SynergySimulators.ROUNDS));
  }

  @Override
  public List<String> lacks(ReferenceInputs inputs) {
    return new SynergyInputs(inputs).lacks(policy.allocation());
  }

  @Override
  public ReferenceResult run(ReferenceInputs inputs, TableSink tables) {
    SynergyInputs given = new SynergyInputs(inputs);
    boolean consolidates = inputs.settings().get(SynergySimulators.CONSOLIDATE);
    SynergyPolicy chosen = new SynergyPolicy(policy.order(), policy.allocation(), consolidates);
    RunRecorder recorder = new RunRecorder(given.cluster(), inputs.trace().size());
    List<FinishedJob> finished;
    try (TableSink.Rows rows = tables.open(ROUNDS, RunRecorder.COLUMNS)) {
      finished =
          SynergySimulator.replay(
              given.jobs(),
              given.cluster(),
              chosen,
              given.rules(),
              round -> recorder.record(round, inputs.trace(), rows));
    }
    return result(given, finished, recorder);
  }

  private static ReferenceResult result(
      SynergyInputs given, List<FinishedJob> finished, RunRecorder recorder) {
    List<SynergyJob> jobs = given.jobs();
    double[] submits = jobs.stream().mapToDouble(SynergyJob::arrivalSeconds).toArray();
    double[] starts = unknown(jobs.size());
    double[] ends = unknown(jobs.size());
    double[] waits = unknown(jobs.size());
    long[] ranks = new long[jobs.size()];
    Arrays.fill(ranks, JobColumn.NONE);
    long rank = 0;
    for (FinishedJob each : finished) {
      int row = each.job().id();
      starts[row] = each.startSeconds();
      ends[row] = each.endSeconds();
      waits[row] = each.endSeconds() - submits[row] - recorder.ranSeconds(row);
      ranks[row] = ++rank;
    }
    return new ReferenceResult(
        List.of(
            new JobColumn.Whole("gpu_num", jobs.stream().mapToLong(SynergyJob::gpus).toArray()),
            new JobColumn.Decimal("submit_time", submits),
            new JobColumn.Decimal("start_time", starts),
            new JobColumn.Decimal("end_time", ends),
            new JobColumn.Whole(
                "iterations", jobs.stream().mapToLong(SynergyJob::iterations).toArray()),
            new JobColumn.Whole("finish_rank", ranks)),
        ends,
        waits,
        recorder.preemptions(),
        recorder.utilisation(),
        figures(jobs.size(), finished));
  }

  private static double[] unknown(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static Map<String, Double> figures(int jobs, List<FinishedJob> finished) {
    CompletionTimes times = CompletionTimes.of(finished);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("unfinished", (double) (jobs - finished.size()));
    figures.put("jct_mean_hours", times.mean());
    figures.put("jct_p99_hours", times.p99());
    figures.put("jct_p999_hours", times.p999());
    return figures;
  }
}
