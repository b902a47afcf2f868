package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Forecast;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.ForecastWindow;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.policy.Semantics.Mend;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * Lucid: jobs that end in the profiler never reach their virtual cluster; the others are ordered by
 * estimated GPU time, and while many jobs are forecast, two that don't disturb each other share
 * GPUs.
 *
 * <p>Source: Hu et al., "Lucid: a non-intrusive, scalable and interpretable scheduler for deep
 * learning training jobs", ASPLOS '23; rules as in its artifact.
 */
public final class Lucid implements Policy {
  private static final PolicyDescription ABOUT =
      PolicyDescription.of("lucid", "profiling, packing and estimated GPU time")
          .as(Role.SUBJECT)
          .needing(Need.ESTIMATES, Need.PROFILES, Need.FORECAST, Need.PROFILING)
          .using(LucidSettings::isUsed)
          .orderedBy(QueueKey.GPU_TIME)
          .withSettings(LucidSettings.all())
          .variedBy(LucidSettings::variations)
          .cautioning(LucidSettings::caution)
          .withColumns(LucidColumns.TYPES)
          .withNotes(SharingNotes::new)
          .drawnInStyle(0);

  private final Discipline discipline;
  private final PolicyDescription about;

  private Lucid(Discipline discipline) {
    this.discipline = discipline;
    about = ABOUT.under(discipline);
  }

  /** Lucid under every queue discipline. */
  public static List<Policy> variants() {
    return Arrays.stream(Discipline.values()).<Policy>map(Lucid::new).toList();
  }

  @Override
  public PolicyDescription about() {
    return about;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    LucidRun run =
        new LucidRun(
            WorkloadFacts.of(inputs),
            SharingSwitch.of(
                inputs.settings().get(LucidSettings.SHARING),
                inputs.forecast(),
                inputs.startSecond()),
            new LucidColumns(inputs.trace(), inputs.profiling()),
            SharingLimits.of(inputs.cluster().gpuMemoryMib(), inputs.settings()),
            inputs.semantics().has(Mend.SURVIVOR_RECOVERS));
    return new PreparedLucid(inputs, run);
  }

  private final class PreparedLucid implements PreparedPolicy {
    private final PolicyInputs inputs;
    private final LucidRun run;
    private final ProfilingOutcome profiling;
    private final boolean profilingDelays;
    private final long[] arrivalByRow;

    PreparedLucid(PolicyInputs inputs, LucidRun run) {
      this.inputs = inputs;
      this.run = run;
      profiling = inputs.profiling();
      profilingDelays = inputs.semantics().has(Mend.PROFILING_DELAYS);
      int size = profilingDelays ? inputs.trace().size() : 0;
      arrivalByRow = new long[size];
      if (profilingDelays) {
        delayByProfiling();
      }
    }

    private void delayByProfiling() {
      Trace trace = inputs.trace();
      for (int row = 0; row < trace.size(); row++) {
        boolean profiled = profiling.profiled()[row];
        arrivalByRow[row] = profiled ? profiling.endSeconds()[row] : trace.submitSeconds(row);
      }
    }

    @Override
    public Scheduler scheduler(Partition partition) {
      ExpectedRun expected = ExpectedRun.rough(partition.jobs()::estimatedSeconds);
      return new LucidScheduler(
          partition,
          run,
          lender(partition),
          discipline.passing().create(expected),
          discipline.create(expected));
    }

    @Override
    public int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
      return virtualCluster.nodeCount()
          - profiling.nodesTaken().getOrDefault(virtualCluster.name(), 0);
    }

    @Override
    public PartitionJobs jobs(PolicyInputs ofRun, int[] rows) {
      int[] left = Arrays.stream(rows).filter(row -> !profiling.finished()[row]).toArray();
      Trace trace = inputs.trace();
      return profilingDelays
          ? PartitionJobs.arriving(trace, left, arrivalByRow)
          : PartitionJobs.asSubmitted(trace, left);
    }

    @Override
    public long secondsDone(int row) {
      boolean counts =
          profilingDelays
              && profiling.profiled()[row]
              && inputs.semantics().has(Mend.PROFILED_WORK_COUNTS);
      return counts ? profiling.endSeconds()[row] - profiling.startSeconds()[row] : 0;
    }

    @Override
    public int endDelaySeconds() {
      return inputs.semantics().endDelaySeconds();
    }

    @Override
    public List<JobColumn> columns() {
      return run.columns().all();
    }

    @Override
    public long firstLookAt(int row, Forecast forecast) {
      return ForecastWindow.firstSecondOf(row, forecast);
    }

    @Override
    public void keep(JobRecords before, int rowBefore, JobRecords records, int row) {
      run.columns().keep(before, rowBefore, records, row);
    }

    @Override
    public void complete(JobRecords records) {
      run.columns().complete(records);
    }

    private NodeLender lender(Partition partition) {
      boolean lends = partition.jobs().size() > 0 && isLender(partition);
      return new NodeLender(
          partition,
          lends ? profiling.loans() : List.of(),
          inputs.semantics().has(Mend.LOANS_KEPT));
    }

    private boolean isLender(Partition partition) {
      int row = partition.jobs().row(0);
      return inputs.trace().virtualCluster(row).equals(profiling.lender());
    }
  }
}
