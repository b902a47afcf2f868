package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Forecast;
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
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.policy.Semantics.Mend;
import org.limpid.simulation.policy.profiling.AfterProfiling;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;
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
    private final AfterProfiling after;

    PreparedLucid(PolicyInputs inputs, LucidRun run) {
      this.inputs = inputs;
      this.run = run;
      after =
          new AfterProfiling(
              inputs,
              inputs.semantics().has(Mend.PROFILING_DELAYS),
              inputs.semantics().has(Mend.PROFILED_WORK_COUNTS));
    }

    @Override
    public Scheduler scheduler(Partition partition) {
      ExpectedRun expected = ExpectedRun.rough(partition.jobs()::estimatedSeconds);
      return new LucidScheduler(
          partition,
          run,
          after.lender(partition),
          discipline.passing().create(expected),
          discipline.create(expected));
    }

    @Override
    public int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
      return after.nodeCount(virtualCluster);
    }

    @Override
    public PartitionJobs jobs(PolicyInputs ofRun, int[] rows) {
      return after.jobs(rows);
    }

    @Override
    public long secondsDone(int row) {
      return after.secondsDone(row);
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
  }
}
