package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Forecast;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.ExactEstimates;
import org.limpid.simulation.policy.ForecastWindow;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.profiling.AfterProfiling;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;
import org.limpid.simulation.queue.ExpectedRun;

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
    return new PreparedLucid(inputs, new LucidColumns(inputs.trace(), inputs.profiling()));
  }

  private final class PreparedLucid extends AfterProfiling {
    private final LucidRun run;
    private final Settings settings;

    PreparedLucid(PolicyInputs inputs, LucidColumns columns) {
      super(
          inputs,
          inputs.semantics().has(Fix.PROFILING_DELAYS),
          inputs.semantics().has(Fix.PROFILED_WORK_COUNTS),
          columns);
      settings = inputs.settings();
      run =
          new LucidRun(
              WorkloadFacts.of(inputs),
              SharingSwitch.of(
                  inputs.settings().get(LucidSettings.SHARING),
                  inputs.forecast(),
                  inputs.startSecond()),
              columns,
              SharingLimits.of(inputs.cluster().gpuMemoryMib(), inputs.settings()),
              inputs.semantics().has(Fix.SURVIVOR_RECOVERS));
    }

    @Override
    public Scheduler scheduler(Partition partition) {
      ExpectedRun expected = ExactEstimates.expected(settings, partition.jobs()::estimatedSeconds);
      return new LucidScheduler(
          partition,
          run,
          lender(partition),
          discipline.passing().create(expected),
          discipline.create(expected),
          expected);
    }

    @Override
    public long firstLookAt(int row, Forecast forecast) {
      return ForecastWindow.firstSecondOf(row, forecast);
    }
  }
}
